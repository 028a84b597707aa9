package org.moei.console.returning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.moei.console.layout.Bars;
import org.moei.console.layout.Shown;
import org.moei.console.layout.Track;
import org.moei.foundation.access.Viewer;

/** States that must be ready, and the journeys that they make possible. */
public interface ReturningView {

    Readiness readiness(Viewer viewer);

    Journeys journeys(Viewer viewer);

    Optional<JourneyPage> journey(Viewer viewer, String journey);

    /** Plans a departure: who sits where, with bound and gap. */
    String plan(Viewer viewer, Request request);

    /** Keeps a plan: its seats are booked. */
    void keep(Viewer viewer, String journey);

    /** A step of a state: how many of those here have it, and when we last heard; pressing where that is past the limit. */
    record Step(String count, double share, String age, boolean pressing) {}

    /** A state. */
    record State(
            String name, String answers, String returned, String here, List<Step> steps, String longest, String help, boolean small) {}

    /** An answer of an embassy. */
    record Answer(String when, String who, String what, String note, boolean odd) {}

    /** The board. */
    record Readiness(long here, List<State> states, List<Bars.Bar> next, List<Answer> answers, String note) {}

    /** A journey in the list. */
    record Line(String id, String title, String when, String seats, String bound, String state) {}

    /** All journeys, and what a new one may be. */
    record Journeys(List<Line> journeys, List<String> modes, List<Choice> nationalities, LocalDate earliest) {}

    /** A nationality with people ready. */
    record Choice(String code, String name, long ready) {}

    /** A request for a plan. */
    record Request(LocalDate date, String mode, String from, String to, int seats, List<String> nationalities) {}

    /** Who travels. */
    record Seat(UUID person, String token, String from, List<Track> tracks, String with, boolean stopped) {}

    /** Who does not, and why. */
    record Left(UUID person, String token, String from, String why, boolean apart) {}

    /**
     * A journey.
     *
     * @param filled seats
     * @param bound no plan fills more
     * @param objective cost in weighted days of waiting, with {@code costBound} below which no plan goes
     */
    record JourneyPage(
            String id,
            String title,
            String when,
            int capacity,
            int filled,
            String bound,
            String gap,
            String objective,
            String costBound,
            List<Seat> seats,
            List<Left> left,
            boolean kept,
            boolean mayKeep,
            String note) implements Shown {
        @Override
        public List<UUID> records() {
            return seats.stream().map(Seat::person).toList();
        }
    }
}
