/** From a text as it stands to one that scanners can read: characters folded, defanging undone, every place still known. */
@NullMarked
package org.moei.indicators.internal.text;

import org.jspecify.annotations.NullMarked;
