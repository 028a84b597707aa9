/** Indicators that are watched and the notices about them: thin as yet, kept by the same entries as the rest of the picture. */
@NullMarked
package org.moei.disruption.threats;

import org.jspecify.annotations.NullMarked;
