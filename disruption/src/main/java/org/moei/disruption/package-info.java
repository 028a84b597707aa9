/** Sites, supplies, networks, threats, sharing and briefing. Sees protection only through the gate. */
@NullMarked
package org.moei.disruption;

import org.jspecify.annotations.NullMarked;
