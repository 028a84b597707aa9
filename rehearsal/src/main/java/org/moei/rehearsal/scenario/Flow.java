package org.moei.rehearsal.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The published course of the operation.
 *
 * @param detained cumulative people detained; an input of the rehearsal
 * @param returned cumulative people returned as published; read by the scorer alone, never by the simulated day
 * @param fittedUntil the last day whose published returns a calibration may have seen
 * @param handOvers dated hand-overs and crossings as published; for comparison, never an input
 */
public record Flow(List<Point> detained, List<Point> returned, LocalDate fittedUntil, List<HandOver> handOvers) {

    /** A cumulative count at the end of a day. */
    public record Point(LocalDate date, Figure people) {}

    /**
     * People who crossed, were handed over or flew on some days.
     *
     * @param nationality alpha-3, or {@code *} where several were mixed
     * @param cumulative whether the count is since the first of its kind and not of these days alone
     */
    public record HandOver(
            String id,
            String holder,
            LocalDate date,
            LocalDate until,
            String nationality,
            CountKind counts,
            Figure people,
            boolean cumulative,
            Optional<Figure> male,
            Optional<Figure> female,
            String place,
            String detail) {}
}
