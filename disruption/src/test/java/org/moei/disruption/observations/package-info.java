/** Collections of observations, from import to answer. */
@NullMarked
package org.moei.disruption.observations;

import org.jspecify.annotations.NullMarked;
