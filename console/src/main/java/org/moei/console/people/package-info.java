/** Arrivals, persons, and the review of two records that may be one person. */
@NullMarked
package org.moei.console.people;

import org.jspecify.annotations.NullMarked;
