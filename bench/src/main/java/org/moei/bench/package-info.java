/** Benchmarks, each as a ratio against a rival or a limit in the same run. */
@NullMarked
package org.moei.bench;

import org.jspecify.annotations.NullMarked;
