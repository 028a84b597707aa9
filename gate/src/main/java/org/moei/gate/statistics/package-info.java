/** The one weekly table that leaves: disjoint cells, small ones and their complements suppressed. */
@NullMarked
package org.moei.gate.statistics;

import org.jspecify.annotations.NullMarked;
