package org.moei.rehearsal.day;

import java.util.Arrays;

/** What falls due on which day for whom. What falls on a day already taken is due on the next one, what falls beyond the last is dropped. */
@SuppressWarnings("EnumOrdinal") // a step and a person share a long, so that a day sorts without objects; nothing is stored
final class Agenda {
    /** In the order in which they are done on a day. */
    enum Step {
        LANDING,
        HOME,
        DECLARATION,
        CONSENT,
        PACKET,
        IDENTITY,
        DOCUMENT,
        MONEY,
        GUARDIAN,
        FIT
    }

    private static final Step[] STEPS = Step.values();

    private final long[][] due;
    private final int[] count;
    private int next;

    Agenda(int days) {
        due = new long[days][0];
        count = new int[days];
    }

    void add(int wanted, Step step, Person person) {
        int day = Math.max(wanted, next);
        if (day >= due.length) {
            return;
        }
        if (count[day] == due[day].length) {
            due[day] = Arrays.copyOf(due[day], Math.max(16, 2 * count[day]));
        }
        due[day][count[day]++] = ((long) step.ordinal() << 32) | person.index;
    }

    /** Everything due on a day, by step and then by person; empties the day. */
    long[] take(int day) {
        long[] steps = Arrays.copyOf(due[day], count[day]);
        Arrays.sort(steps);
        due[day] = new long[0];
        count[day] = 0;
        next = day + 1;
        return steps;
    }

    static Step step(long entry) {
        return STEPS[(int) (entry >>> 32)];
    }

    static int person(long entry) {
        return (int) entry;
    }
}
