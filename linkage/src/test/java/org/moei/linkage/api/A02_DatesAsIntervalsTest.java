package org.moei.linkage.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A birth date is an interval with a calendar: what agrees, what almost agrees, what speaks against. */
class A02_DatesAsIntervalsTest {

    @ParameterizedTest(name = "{0} and {1} are {2}")
    @CsvSource(delimiter = '|', value = {
        "1998-03-04   | 1998-03-04        | birth_date.same-day",
        "1998-03-04   | 4 March 1998      | birth_date.same-day",
        "1998-03-04   | 12/03/2541        | birth_date.two-of-three",
        "1998-03-04   | 1998-04-03        | birth_date.day-month-swapped",
        "1998-03-04   | 1998-03-24        | birth_date.one-digit",
        "1998-03-04   | 1998              | birth_date.interval-holds",
        "1998-03-04   | 1998-01-01        | birth_date.interval-holds",
        "1998-03-04   | 1997/1999         | birth_date.interval-holds",
        "1998-03-04   | 1999              | birth_date.interval-near",
        "1998-03-04   | 1990-06-25        | birth_date.other-calendar",
        "1998-03-04   | 1971-11-30        | birth_date.different",
    })
    void datesReachTheirLevel(String left, String right, String level) {
        PersonRecord a = PersonRecord.of("a").name("Abebe Kebede").birthDate(left).build();
        PersonRecord b = PersonRecord.of("b").name("Abebe Kebede").birthDate(right).build();
        List<Weight> weights = new LinkageIndex().compare(a, b, 0.5).weights();
        assertThat(weights.stream().filter(w -> w.field().equals("birth_date")).map(Weight::agreement)).containsExactly(level);
    }

    @ParameterizedTest(name = "{0}: bits between {1} and {2}")
    @CsvSource({"1998-03-04, 5, 20", "1998, 1, 8", "1971-11-30, -12, -3"})
    void closerDatesWeighMore(String right, double least, double most) {
        PersonRecord a = PersonRecord.of("a").name("Abebe Kebede").birthDate("1998-03-04").build();
        PersonRecord b = PersonRecord.of("b").name("Abebe Kebede").birthDate(right).build();
        double bits = new LinkageIndex().compare(a, b, 0.5).weights().stream().filter(w -> w.field().equals("birth_date")).findFirst().orElseThrow().bits();
        assertThat(bits).isBetween(least, most);
    }
}
