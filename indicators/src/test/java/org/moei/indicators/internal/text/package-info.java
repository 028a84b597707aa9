/** How texts are made plain, seen from inside. */
@NullMarked
package org.moei.indicators.internal.text;

import org.jspecify.annotations.NullMarked;
