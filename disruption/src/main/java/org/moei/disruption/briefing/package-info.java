/** Editions of the briefing: entries of the picture put together, each with its source: thin as yet; nothing is sent from here. */
@NullMarked
package org.moei.disruption.briefing;

import org.jspecify.annotations.NullMarked;
