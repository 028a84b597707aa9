package org.moei.rehearsal.scenario;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the parties announce and write.
 *
 * @param printed tables as published, slips included; never scaled and never mended
 * @param announcements what a party said about a group, each a version of its list
 * @param habits how each party writes its lists
 * @param errorProfiles shares of rows that go wrong, by the name that habits use
 */
public record Lists(
        List<PrintedTable> printed,
        List<Announcement> announcements,
        List<Habit> habits,
        Map<String, Map<ErrorKind, Figure>> errorProfiles) {

    /**
     * A table of counts, exactly as printed.
     *
     * @param statedTotal as printed, {@code ?} or empty where the source gives none
     * @param importedBy the agency that reads it in
     * @param counts what its numbers count
     */
    public record PrintedTable(
            String id,
            String list,
            String version,
            String party,
            String importedBy,
            LocalDate date,
            CountKind counts,
            String statedTotal,
            String statedMale,
            String statedFemale,
            List<PrintedRow> rows,
            String source) {}

    /** A row as printed: texts, since a printed cell may hold {@code 4,860}, {@code ?} or nothing. */
    public record PrintedRow(String nationality, String label, String total, String male, String female) {}

    /**
     * One statement about a wave.
     *
     * @param list the habit whose list this is a version of, where a list came with it
     * @param time local, where known
     */
    public record Announcement(
            String id,
            String wave,
            Optional<String> list,
            String version,
            LocalDate date,
            Optional<LocalTime> time,
            String saidBy,
            CountKind counts,
            Figure people) {}

    /**
     * How a party writes a list.
     *
     * @param waves whose people it is about; empty means all
     * @param nationality alpha-3, where the party writes only about one
     * @param columns the header, in the party's own words; each is {@code header=field}, docs/scenarios.md names the fields
     * @param scripts ISO 15924 codes the names are written in, most used first
     * @param versions how many versions are written, daysBetween apart, from the first date
     * @param coverage share of the people concerned who stand on the last version
     * @param errors a key of {@link Lists#errorProfiles()}
     */
    public record Habit(
            String id,
            HabitKind kind,
            String party,
            String list,
            String importedBy,
            Optional<String> nationality,
            List<String> waves,
            Format format,
            List<String> columns,
            List<String> scripts,
            LocalDate firstDate,
            int versions,
            int daysBetween,
            Figure coverage,
            String errors) {}

    public enum HabitKind {
        ARMED_GROUP,
        EMBASSY,
        FAMILY_DESK,
        ARRIVALS_DESK,
        STATE
    }

    public enum Format {
        CSV,
        XLSX
    }

    /** What goes wrong in a row; each rate is a share of rows. */
    public enum ErrorKind {
        MISSPELT_OR_RESPELT,
        OTHER_ORDER,
        AGE_INSTEAD_OF_DATE,
        WITHOUT_DOCUMENT,
        TWICE,
        DAY_AND_MONTH_SWAPPED,
        PARTIAL_DATE,
        WRONG_DATE,
        WRONG_SEX,
        WRONG_NATIONALITY,
        DOCUMENT_MISREAD,
        NAME_PART_MISSING,
        /** A row that no reader can take: impossible date, broken encoding, no name. */
        BAD_ROW,
        NICKNAME,
        WRONG_PROVINCE,
        OTHER_SCRIPT,
        /** The age is that of an old photograph. */
        OLD_PHOTOGRAPH,
        /** Not a share: the standard deviation, in years, of an age that is written. */
        AGE_ERROR_YEARS
    }
}
