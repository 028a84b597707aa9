/** Partners and what each may be given under the Traffic Light Protocol: thin as yet; nothing is sent from here. */
@NullMarked
package org.moei.disruption.sharing;

import org.jspecify.annotations.NullMarked;
