/**
 * The days of an operation, simulated by rules on capacities and on the answers of people and states, never by reading what was published.
 *
 * <p>{@link org.moei.rehearsal.day.DayEngine} goes from the scenario's first day to its last. On each day: seated people leave, people come
 * out, the desk gives tokens, people are asked in private, states answer, teams listen and decide, and seats are planned for two days on.
 * {@link org.moei.rehearsal.day.OperationDesk} makes the choices that are the operation's own. {@link org.moei.rehearsal.day.ReturnScore},
 * apart from it, compares the outcome with published returns; {@link org.moei.rehearsal.day.DayFit} has seen them up to the
 * scenario's fitted day only.
 */
@NullMarked
package org.moei.rehearsal.day;

import org.jspecify.annotations.NullMarked;
