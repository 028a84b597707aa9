package org.moei.rehearsal.day;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the events of a day and puts them in the order of time; events of one minute keep the order in which they came. */
final class DayLog {
    private static final int LAST_MINUTE = 24 * 60 - 1;

    private final LocalDate date;
    private final List<PersonEvent> events = new ArrayList<>();

    DayLog(LocalDate date) {
        this.date = date;
    }

    void add(int minute, Person person, DayEvent event) {
        events.add(new PersonEvent(date, Math.min(minute, LAST_MINUTE), person.id(), event));
    }

    List<PersonEvent> inOrder() {
        events.sort(Comparator.comparingInt(PersonEvent::minute));
        return List.copyOf(events);
    }
}
