package org.moei.protection.reception;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;
import org.moei.base.ProblemException;
import org.moei.base.Progress;
import org.moei.base.Uuid7;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.journal.Action;
import org.moei.foundation.journal.Hash;
import org.moei.foundation.journal.Receipt;
import org.moei.protection.people.RecordKind;
import org.moei.records.ColumnMapping;
import org.moei.records.RawRecord;
import org.moei.records.RecordReader;

/**
 * Imports a file as one version of a list. Every id follows from the file's bytes, the list's name and its version, so that
 * an import that was broken off goes on where it was, and the same file twice is one version. Bad rows are named and left
 * out, good rows stay.
 */
public final class ListImport {
    private static final int BATCH = 500;
    private static final int AHEAD = 4;

    /** Largest file, in bytes. */
    public static final long MAXIMUM_FILE = 512L << 20;

    /** The header of the column that every file made for a rehearsal has. */
    static final String REHEARSAL_MARK = "made-for-rehearsal";

    private final WingFoundation foundation;
    private final RowActions rows;
    private final boolean rehearsal;
    private final Runnable countGivenTokens;

    ListImport(WingFoundation foundation, RowActions rows, boolean rehearsal, Runnable countGivenTokens) {
        this.foundation = foundation;
        this.rows = rows;
        this.rehearsal = rehearsal;
        this.countGivenTokens = countGivenTokens;
    }

    /**
     * What an import gave.
     *
     * @param list id of the version
     * @param kept rows that stand in the journal
     * @param problems one for each refused row; its value is for the importer only
     * @param records the record of each kept row by its number in the file
     */
    public record Result(UUID list, long kept, long refused, List<Problem> problems, ColumnMapping mapping, Map<Long, UUID> records) {}

    /** What is kept of a version; sealed under the agency's key, group {@code list}. */
    public record Announcement(
            String name,
            String party,
            String version,
            String kind,
            String digest,
            long stated,
            long rows,
            long refused,
            List<String> columns,
            List<RefusedRow> refusedRows,
            List<CountRow> counts) {
        public Announcement {
            counts = counts == null ? List.of() : List.copyOf(counts);
            columns = columns == null ? List.of() : List.copyOf(columns);
            refusedRows = refusedRows == null ? List.of() : List.copyOf(refusedRows);
        }
    }

    /**
     * A row of a list of counts, as printed.
     *
     * @param label as printed
     * @param nationality as read, or empty
     * @param total as printed, -1 where silent; {@code men} and {@code women} likewise
     */
    public record CountRow(String label, String nationality, long total, long men, long women) {}

    /** A refused row without its value. */
    public record RefusedRow(long row, String field, String code, String message) {}

    /** Reads the mapping that the file suggests, for somebody to check. */
    public ColumnMapping guess(Path file) {
        checkSize(file);
        return RecordReader.guess(file);
    }

    private static void checkSize(Path file) {
        try {
            if (Files.size(file) > MAXIMUM_FILE) {
                throw Problem.of(Problem.Kind.REFUSED, "file-too-large", "The file is larger than " + (MAXIMUM_FILE >> 20) + " MiB.").asException();
            }
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.WRONG_USE, "file-not-read", "The file " + file.getFileName() + " cannot be read.").asException(e);
        }
    }

    /** A database is made for rehearsal or for real, and each takes only its own files. */
    private void checkKind(ColumnMapping columns) {
        boolean made = columns.columns().stream().anyMatch(c -> c.header().equalsIgnoreCase(REHEARSAL_MARK));
        if (made != rehearsal) {
            throw Problem.of(
                            Problem.Kind.REFUSED,
                            made ? "file-of-rehearsal" : "file-without-mark",
                            made ? "The file was made for a rehearsal; this is a real operation." : "This is a rehearsal; it takes no real lists.")
                    .withAdvice(made ? "another installation was meant: name it with --data." : "the file of a rehearsal has a column " + REHEARSAL_MARK + ".")
                    .asException();
        }
    }

    /**
     * Imports.
     *
     * @param mapping as somebody corrected it, or null for the guessed one
     * @param dryRun reads and names bad rows, keeps nothing
     */
    public Result run(Hand hand, Path file, ListFile about, @Nullable ColumnMapping mapping, boolean dryRun, Progress progress) {
        foundation.authoriser().require(hand.viewer(), Permission.LIST_IMPORT);
        checkSize(file);
        checkKind(mapping == null ? RecordReader.guess(file) : mapping);
        countGivenTokens.run();
        String digest = digest(file);
        String key = about.name() + "\n" + about.version() + "\n" + digest;
        Instant day = about.date().atStartOfDay().toInstant(ZoneOffset.UTC);
        UUID list = Uuid7.named(day, "list\n" + key);
        Run run = new Run(hand, about, list, key, day, dryRun, progress);
        progress.stage("import", -1);
        RecordReader.Result read = read(file, mapping, run);
        run.flush();
        run.await(0);
        List<Problem> problems = new ArrayList<>(read.problems());
        problems.addAll(run.refused);
        problems.sort(java.util.Comparator.comparingLong(p -> p.where().row()));
        long refused = read.refused() + run.refused.size();
        if (!dryRun) {
            foundation.journal().append(announce(hand, about, list, key, day, digest, run.kept, refused, read.mapping(), problems, run.counts));
        }
        return new Result(list, run.kept, refused, problems, read.mapping(), run.records);
    }

    private RecordReader.Result read(Path file, @Nullable ColumnMapping mapping, Run run) {
        RecordReader reader = new RecordReader();
        return mapping == null ? reader.read(file, Map.of(), run::take) : reader.read(file, mapping, run::take);
    }

    private static Action announce(
            Hand hand, ListFile about, UUID list, String key, Instant day, String digest, long kept, long refused, ColumnMapping mapping, List<Problem> problems, List<CountRow> counts) {
        List<RefusedRow> named = problems.stream()
                .limit(1_000)
                .map(p -> new RefusedRow(p.where().row(), p.where().field(), p.code(), p.message()))
                .toList();
        List<String> columns = mapping.columns().stream().map(c -> c.header() + " = " + c.field().map(f -> f.key()).orElse("")).toList();
        return hand.act(Uuid7.named(day, "announce\n" + key), "reception.list-imported", 1)
                .clear("list", list.toString())
                .clear("kind", about.kind().id())
                .clear("date", about.date().toString())
                .clear("count", Long.toString(kept))
                .clear("stated", about.stated().isPresent() ? Long.toString(about.stated().getAsLong()) : "")
                .sealForAgency(
                        "list",
                        new Announcement(about.name(), about.party(), about.version(), about.kind().id(), digest, about.stated().orElse(-1), kept, refused, columns, named, counts))
                .build();
    }

    private static String digest(Path file) {
        MessageDigest digest = Hash.sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Hash.hex(digest.digest());
    }

    /** One import under way: rows become actions, actions go in batches with a few ahead of the writer. */
    private final class Run {
        private final Hand hand;
        private final ListFile about;
        private final UUID list;
        private final String key;
        private final Instant day;
        private final boolean dryRun;
        private final Progress progress;
        private final List<Problem> refused = new ArrayList<>();
        private final Map<Long, UUID> records = new TreeMap<>();
        private final List<Action> batch = new ArrayList<>();
        private final List<CountRow> counts = new ArrayList<>();
        private final Deque<CompletableFuture<List<Receipt>>> ahead = new ArrayDeque<>();
        private long kept;

        Run(Hand hand, ListFile about, UUID list, String key, Instant day, boolean dryRun, Progress progress) {
            this.hand = hand;
            this.about = about;
            this.list = list;
            this.key = key;
            this.day = day;
            this.dryRun = dryRun;
            this.progress = progress;
        }

        void take(RawRecord read) {
            RawRecord raw = about.kind() == ListFile.Kind.COUNTS ? read : RowActions.settled(read, about);
            if (progress.stopped()) {
                throw Problem.of(Problem.Kind.COULD_NOT_RUN, "stopped", "The import was stopped after " + kept + " rows; they stay, and the same import goes on from there.").asException();
            }
            UUID record = Uuid7.named(day, "row\n" + raw.row() + "\n" + key);
            Optional<Problem> problem = rows.findProblem(raw, about);
            if (problem.isPresent()) {
                refused.add(problem.get());
                return;
            }
            kept++;
            if (about.kind() == ListFile.Kind.COUNTS) {
                counts.add(RowActions.count(raw));
                return;
            }
            records.put(raw.row(), record);
            progress.advance(1);
            if (dryRun) {
                return;
            }
            batch.addAll(rows.actions(hand, about, list, record, name -> Uuid7.named(day, name + "\n" + raw.row() + "\n" + key), raw));
            if (batch.size() >= BATCH) {
                flush();
            }
        }

        void flush() {
            if (!batch.isEmpty()) {
                ahead.add(foundation.journal().submit(List.copyOf(batch)));
                batch.clear();
            }
            await(AHEAD);
        }

        void await(int most) {
            while (ahead.size() > most) {
                try {
                    ahead.remove().join();
                } catch (CompletionException e) {
                    throw e.getCause() instanceof ProblemException known ? known : e;
                }
            }
        }
    }

    /** The kind of record that a row of a list becomes. */
    static RecordKind kindOf(ListFile.Kind kind) {
        return switch (kind) {
            case NAMES -> RecordKind.LIST_ROW;
            case COUNTS -> throw new IllegalArgumentException("A list of counts is about nobody.");
            case REQUESTS -> RecordKind.REQUEST;
            case ARRIVALS -> RecordKind.PERSON;
        };
    }
}
