/**
 * Writes what the parties of an operation would write about the made people: armed groups' and embassies' lists, announcements,
 * families' requests, the sheets of the arrivals desk and printed tables, with the errors that such lists have. The errors come from tables
 * of this package, at the rates of the scenario. What each row is about is kept apart, as the truth.
 */
@NullMarked
package org.moei.rehearsal.lists;

import org.jspecify.annotations.NullMarked;
