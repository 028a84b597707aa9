package org.moei.console.lists;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.moei.console.layout.Shown;
import org.moei.console.layout.Written;
import org.moei.foundation.access.Viewer;

/** Lists as received, their versions, and whether they add up. */
public interface ListsView {

    /** All lists that the viewer may see, oldest first, and where they disagree with each other. */
    Lists lists(Viewer viewer);

    /** One version of a list. */
    Optional<ListPage> list(Viewer viewer, UUID list, long afterRow);

    /** Reads a file and guesses what its columns mean; nothing is kept but the draft. */
    Draft draft(Viewer viewer, String fileName, byte[] bytes);

    /** The draft again, its columns read as the viewer says. */
    Draft remap(Viewer viewer, UUID draft, Map<String, String> fields);

    /** Keeps the good rows as a version of a list; the bad ones stay named. */
    Kept keep(Viewer viewer, UUID draft, String list, String sender, String version, OptionalLong stated);

    /** All lists. */
    record Lists(List<Line> lists, List<Disagreement> disagreements) {}

    /** A list in the table. */
    record Line(UUID id, String name, String sender, String version, Optional<LocalDate> date, OptionalLong stated, long rows, OptionalLong difference, boolean named, boolean invented) {}

    /** Two lists that count the same people differently, in a sentence. */
    record Disagreement(String words) {}

    /** A row of a list of counts. */
    record CountRow(String words, long printed, OptionalLong men, OptionalLong women, boolean odd) {}

    /** A slip: what is printed, what it may be. */
    record Slip(String row, OptionalLong printed, String counted, OptionalLong tooMany, String what, boolean inferred) {}

    /** A row of a list of names. */
    record NameRow(UUID record, long row, Written name, String nationality, String sex, String born, String document, Optional<UUID> person, String personToken) implements java.io.Serializable {}

    /** The rows that stand on this version and on the one before it, field by field; each opening is logged. */
    Optional<Compared> compare(Viewer viewer, UUID list);

    /**
     * What is new and gone between two versions.
     *
     * @param later the later version
     * @param comparable rows on both that the viewer may have compared field by field, 0 if none
     */
    record Change(UUID later, String from, String to, long added, long gone, long comparable) {}

    /** Of the rows on both versions that the viewer may see: how many changed, and the fields in sentences. */
    record Compared(long rows, long changed, List<String> fields) {}

    /** The page of a list. */
    record ListPage(
            Line line,
            OptionalLong sum,
            List<Slip> slips,
            String reading,
            List<CountRow> counts,
            List<NameRow> names,
            OptionalLong nextAfter,
            List<Change> changes,
            List<String> overlaps,
            String source) implements Shown {
        @Override
        public List<UUID> records() {
            return names.stream().map(NameRow::record).toList();
        }
    }

    /** A column of a file: its header, a few values, the field it is read as (empty: shown only). */
    record Column(String header, List<String> samples, String field) {}

    /** A row that cannot be read, and why. */
    record BadRow(long row, String field, String reason, String value, String advice) {}

    /** A file that was read but not kept. */
    record Draft(UUID id, String fileName, List<Column> columns, List<String> fields, long rows, long good, List<BadRow> bad, List<NameRow> first) {}

    /** What was kept. */
    record Kept(UUID list, long rows, long refused) {}
}
