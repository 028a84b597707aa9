/** Fits the letter tables of names to freely licensed name pairs, and measures retrieval of names across scripts. Both read {@code --data}; no row is kept. */
@NullMarked
package org.moei.bench.names;

import org.jspecify.annotations.NullMarked;
