package org.moei.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A date keeps its written form and means an interval, in the calendar in which it was written. */
class DateReadingTest {

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource(delimiter = '|', value = {
        "1998-03-04         | GREGORIAN DAY 1998-03-04",
        "19980304           | GREGORIAN DAY 1998-03-04",
        "1969-7-16          | GREGORIAN DAY 1969-07-16",
        "1998               | GREGORIAN YEAR 1998-01-01..1998-12-31",
        "1998-03            | GREGORIAN MONTH 1998-03-01..1998-03-31",
        "1998-00-00         | GREGORIAN YEAR 1998-01-01..1998-12-31",
        "1973/1974          | GREGORIAN RANGE 1973-01-01..1974-12-31",
        "1958~              | GREGORIAN CIRCA 1957-01-01..1959-12-31",
        "circa 1958         | GREGORIAN CIRCA 1957-01-01..1959-12-31",
        "16 July 1969       | GREGORIAN DAY 1969-07-16",
        "Jul 16, 1969       | GREGORIAN DAY 1969-07-16",
        "03/04/1998         | GREGORIAN DAY 1998-04-03 or GREGORIAN DAY 1998-03-04",
        "25/04/1998         | GREGORIAN DAY 1998-04-25",
        "25.04.98           | GREGORIAN DAY 1998-04-25",
        "12 Feb 2541        | BUDDHIST DAY 1998-02-12",
        "๑๒ ก.พ. ๒๕๔๑       | BUDDHIST DAY 1998-02-12",
        "12 กุมภาพันธ์ 2541    | BUDDHIST DAY 1998-02-12",
        "1998年3月4日         | GREGORIAN DAY 1998-03-04",
        "一九九八年三月四日       | GREGORIAN DAY 1998-03-04",
        "民國87年3月4日        | MINGUO DAY 1998-03-04",
        "፲፱፻፺ ዓ.ም.          | ETHIOPIAN YEAR 1997-09-11..1998-09-10",
        "25 የካቲት 1990        | ETHIOPIAN DAY 1998-03-04",
        "1376/12/13         | SOLAR_HIJRI DAY 1998-03-04 or HIJRI DAY 1957-07-10..1957-07-12",
        "13 اسفند 1376        | SOLAR_HIJRI DAY 1998-03-04",
        "1410 هـ            | HIJRI YEAR 1989-08-02..1990-07-23",
        "2054-11-20         | BIKRAM_SAMBAT DAY 1998-03-01..1998-03-05",
        "1998-02-31         | GREGORIAN BROKEN 1998-02-01..1998-02-28",
        "1998-22-31         | GREGORIAN BROKEN 1998-01-01..1998-12-31",
        "tháng 3 1998       | GREGORIAN MONTH 1998-03-01..1998-03-31",
    })
    void aWrittenDateMeansAnInterval(String written, String meaning) {
        assertThat(DateReading.read(written).map(DateReadingTest::text).orElse("nothing")).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource(value = {"unknown", "N/A", "-", "12", "abc", "99999999999", "00/00/0000"})
    void whatIsNoDateIsNotRead(String written) {
        assertThat(DateReading.read(written)).isEmpty();
    }

    @Test
    void anAgeIsAnIntervalOfOneYear() {
        DateReading reading = DateReading.ofAge(26, LocalDate.of(2025, 2, 12));
        assertThat(text(reading)).isEqualTo("GREGORIAN RANGE 1998-02-13..1999-02-12");
        assertThat(DateReading.read("1998-03-04").orElseThrow().ageAt(LocalDate.of(2025, 2, 12))).isEqualTo(26);
    }

    private static String text(DateReading reading) {
        return reading.alternatives().stream()
                .map(a -> a.calendar() + " " + a.quality() + " " + a.earliest() + (a.days() == 1 ? "" : ".." + a.latest()))
                .collect(Collectors.joining(" or "));
    }
}
