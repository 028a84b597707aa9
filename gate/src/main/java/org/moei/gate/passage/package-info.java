/** The passage itself: numbered, chained, signed messages in a file that is pulled and taken up again; the two ends stand in the two wings' journals. */
@NullMarked
package org.moei.gate.passage;

import org.jspecify.annotations.NullMarked;
