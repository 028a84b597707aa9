/** The scanners: one pass collects triggers, then each scanner looks a bounded distance around its own; what one has taken, the next leaves. */
@NullMarked
package org.moei.indicators.internal.find;

import org.jspecify.annotations.NullMarked;
