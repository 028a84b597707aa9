package org.moei.rehearsal.lists;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.moei.records.ColumnMapping;

/**
 * What was written, in the order in which it arrives.
 *
 * @param files by day of arrival, then in the order of the scenario
 */
public record Manifest(List<ListFile> files) {
    public Manifest {
        files = List.copyOf(files);
    }

    /** What a file holds and how it is imported. */
    public enum Kind {
        /** Counts by nationality, never scaled. */
        COUNTS,
        /** A list of names; each version replaces the one before. */
        NAMES,
        /** Families' requests; each version adds. */
        REQUESTS,
        /** Sheets of the arrivals desk; each day adds. */
        ARRIVALS
    }

    /**
     * A written file.
     *
     * @param file in the folder that was asked for
     * @param habit or printed table in the scenario
     * @param party who wrote it, an agency's id
     * @param importedBy the agency that reads it in
     * @param list its name; with the version what the import is told
     * @param statedTotal as its writer says it, or empty where nothing was said
     * @param persons for each row the index of the person it is about, below zero for somebody who never comes ({@link org.moei.rehearsal.generator.Population#of}); empty for counts
     * @param badRows indexes of rows (from 0) that a reader must refuse
     * @param mapping what the columns mean, as somebody who knows the party would correct the guess
     */
    public record ListFile(
            Path file,
            String habit,
            Kind kind,
            String party,
            String importedBy,
            String list,
            String version,
            LocalDate arrivesOn,
            String statedTotal,
            int rows,
            List<Integer> persons,
            List<Integer> badRows,
            ColumnMapping mapping) {
        public ListFile {
            persons = List.copyOf(persons);
            badRows = List.copyOf(badRows);
        }

        /** The row number in the file, with the header as row 1, of a row counted from 0. */
        public static int numberInFile(int row) {
            return row + 2;
        }
    }

    /** Rows of people, over all files. */
    public long rowsOfPeople() {
        return files.stream().filter(f -> f.kind() != Kind.COUNTS).mapToLong(ListFile::rows).sum();
    }
}
