/** How good and how fast seats are planned, on instances of the sizes that the literature and other solvers were measured on. */
@NullMarked
package org.moei.bench.planning;

import org.jspecify.annotations.NullMarked;
