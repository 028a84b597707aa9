/** Encodings and checksums of addresses, cards and accounts: each class is one scheme, encodes and decodes, and allocates little. */
@NullMarked
package org.moei.indicators.internal.codec;

import org.jspecify.annotations.NullMarked;
