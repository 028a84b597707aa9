package org.moei.rehearsal.day;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.moei.planning.api.Departure;
import org.moei.planning.api.SeatPlan;
import org.moei.planning.api.TravelGroup;

/**
 * The choices that the operation makes itself. The engine asks in the order of days; the same answers give the same events.
 * An answer that breaks a capacity or names somebody who was not asked about stops the run.
 */
public interface OperationDesk {

    /**
     * Who is called to an interview.
     *
     * @param waiting everybody with a token, without a decision, who is still here; in the order of tokens
     * @param places interviews that the teams have time for
     * @return ids of those called, each once, at most {@code places}
     */
    List<String> callToInterview(LocalDate day, Collection<Waiting> waiting, int places);

    /**
     * Who sits where. Only the seats of the first day with departures become firm; the rest is planned again on the next day.
     *
     * @param ready groups whose tracks are all done
     * @param offered departures of the days to come
     */
    SeatPlan plan(LocalDate day, List<TravelGroup> ready, List<Departure> offered);

    /**
     * Somebody in the queue.
     *
     * @param tokenOn day of the token
     * @param leavesUnscreenedUnder whether a policy in force lets people of that nationality leave without a decision
     */
    record Waiting(String person, String nationality, LocalDate tokenOn, Set<Need> needs, boolean child, boolean leavesUnscreenedUnder) {}
}
