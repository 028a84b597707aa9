/**
 * The records of people that every part of the wing shares: tokens, tracks, who holds whom, links between records, the
 * roster in memory, the page of one person. Sees the foundation and the linkage library only.
 */
@NullMarked
package org.moei.protection.people;

import org.jspecify.annotations.NullMarked;
