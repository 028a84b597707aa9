/** Gangs, armed groups, companies and listed persons, their ties as stated, their sanctions as dated entries, and what changed after. */
@NullMarked
package org.moei.disruption.networks;

import org.jspecify.annotations.NullMarked;
