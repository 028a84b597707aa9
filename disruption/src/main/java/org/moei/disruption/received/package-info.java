/**
 * What came through the gate: statements with their grade, weekly tables, answers; and the questions that go back. Nothing of it is shown while the recall list is
 * older than it may be, and what stood on a recalled statement is taken back.
 */
@NullMarked
package org.moei.disruption.received;

import org.jspecify.annotations.NullMarked;
