/**
 * How seats are planned.
 *
 * <p><b>Goal.</b> Everybody home with as few weighted days of waiting as possible, groups undivided, and a number beside the
 * plan that says how much better any plan could possibly be.
 *
 * <p><b>Terms.</b> A <i>class</i> is all people with the same destination, day of readiness and priority. A <i>node</i> is all
 * seats to one destination on one day; the last node of a destination is "left behind", a day far out with room for all.
 *
 * <p><b>Layout.</b> {@link org.moei.planning.internal.Instance} sorts groups by (destination, ready day, priority from high to low,
 * size from large to small, id) and departures by (destination, day, seats from many to few, id), so that a class is a range of groups, a node is
 * a range of departures, and a destination is a range of both. From there on everything is an index into arrays of primitives,
 * and the input's order is forgotten.
 *
 * <p><b>Bound.</b> If groups may be split, each destination is a transportation problem on person counts: from class i to node
 * j costs priority(i) × (day(j) − ready(i)). {@link org.moei.planning.internal.ClassFlow} solves it exactly in integers and
 * proves it: day by day the highest priorities that are ready get the seats (an exchange argument says that this is optimal for unit demands);
 * seat prices are then the longest paths over the exchanges that the flow leaves open, and the value of the dual with these prices is
 * computed anew. Any prices give a valid bound, equal values prove the flow optimal.
 *
 * <p><b>Plan.</b> {@link org.moei.planning.internal.Rounding} follows the flow day by day: families first as long as the flow
 * lets people of their class travel, single people as filler for the seats that remain. {@link org.moei.planning.internal.Improvement}
 * relocates groups to earlier free seats and exchanges a group with smaller ones of less weight.
 */
@NullMarked
package org.moei.planning.internal;

import org.jspecify.annotations.NullMarked;
