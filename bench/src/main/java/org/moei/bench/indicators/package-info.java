/** Measurements of extraction and scanning: throughput and precision together, on the same file in the same run. */
@NullMarked
package org.moei.bench.indicators;

import org.jspecify.annotations.NullMarked;
