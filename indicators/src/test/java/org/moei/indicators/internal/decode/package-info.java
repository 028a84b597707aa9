/** The limits that decoders keep, seen from inside. */
@NullMarked
package org.moei.indicators.internal.decode;

import org.jspecify.annotations.NullMarked;
