/** The disruption wing: sites, supplies, networks, claims. */
@NullMarked
package org.moei.console.picture;

import org.jspecify.annotations.NullMarked;
