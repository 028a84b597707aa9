/** Devices, faults and power loss, played from a seed. */
@NullMarked
package org.moei.simulation;

import org.jspecify.annotations.NullMarked;
