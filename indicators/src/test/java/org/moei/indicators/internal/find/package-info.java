/** Small parts of the scanners, seen from inside. */
@NullMarked
package org.moei.indicators.internal.find;

import org.jspecify.annotations.NullMarked;
