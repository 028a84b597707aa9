package org.moei.rehearsal.day;

import java.time.LocalDate;

/**
 * An event of one person.
 *
 * @param date day of the operation
 * @param minute of the day, local time, 0 to 1,439; events of a day are ordered by it
 * @param person id of the made person
 */
public record PersonEvent(LocalDate date, int minute, String person, DayEvent event) {}
