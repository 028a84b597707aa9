/**
 * What a caller sees of planning: {@link org.moei.planning.api.TravelGroup groups} that stay together,
 * {@link org.moei.planning.api.Departure departures} with seats, and the {@link org.moei.planning.api.SeatPlan plan}
 * with an exact lower bound beside it.
 */
@NullMarked
package org.moei.planning.api;

import org.jspecify.annotations.NullMarked;
