/**
 * Collections of observations: where an indicator was seen, by whom, how and in what role. Appended by import, one action a file; answered by
 * value, beginning, end and range, each answer with where it comes from. What belongs to a person who is no operator is sealed and found only exactly.
 */
@NullMarked
package org.moei.disruption.observations;

import org.jspecify.annotations.NullMarked;
