package org.moei.rehearsal.scenario;

import java.util.List;

/**
 * After the return.
 *
 * @param daysAfter on which somebody asks, in ascending order
 * @param reached share who can be reached at each ask
 * @param askedAgainAfterDays days after which somebody who declined to travel is asked again
 */
public record FollowUp(List<Integer> daysAfter, Figure reached, Figure askedAgainAfterDays) {}
