package org.moei.rehearsal.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moei.records.DateReading;

class CalendarTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2007-09-12 | ETHIOPIAN     | 2000-1-1",
        "2007-09-11 | ETHIOPIAN     | 1999-13-6",
        "1998-03-04 | ETHIOPIAN     | 1990-6-25",
        "1998-02-12 | BUDDHIST      | 2541-2-12",
        "1998-03-04 | MINGUO        | 87-3-4",
        "1943-04-14 | BIKRAM_SAMBAT | 2000-1-1",
        "1999-04-14 | BIKRAM_SAMBAT | 2056-1-1",
        "1989-08-03 | HIJRI         | 1410-1-1",
    })
    void aDayHasItsDateInEachCalendar(LocalDate date, Calendar calendar, String expected) {
        Calendar.Parts parts = calendar.of(date);
        assertThat(parts.year() + "-" + parts.month() + "-" + parts.day()).isEqualTo(expected);
    }

    /** The rehearsal must not agree with the reader by accident only. */
    @Test
    void ethiopianDatesAreReadBackAsTheSameDay() {
        for (LocalDate date = LocalDate.of(1985, 1, 1); date.isBefore(LocalDate.of(1992, 1, 1)); date = date.plusDays(17)) {
            Calendar.Parts parts = Calendar.ETHIOPIAN.of(date);
            LocalDate day = date;
            if (parts.month() == 13) {
                continue; // a date like 1/13 is read as 13/1
            }
            assertThat(DateReading.read(parts.day() + "/" + parts.month() + "/" + parts.year() + " ዓ.ም.").orElseThrow().alternatives())
                    .anyMatch(a -> a.earliest().equals(day) && a.latest().equals(day));
        }
    }
}
