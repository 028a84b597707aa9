/** The labelled scam messages: their compact source form, the making of valid addresses, and the evaluation on them. */
@NullMarked
package org.moei.indicators.scam;

import org.jspecify.annotations.NullMarked;
