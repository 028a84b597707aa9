/** How fast observations are taken in and answered. */
@NullMarked
package org.moei.bench.observations;

import org.jspecify.annotations.NullMarked;
