package org.moei.disruption.observations;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.moei.base.Problem;
import org.moei.base.ProblemException;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.journal.Hash;
import org.moei.indicators.IndicatorType;

/** Takes observations in, a file an action, and answers what the collections hold. Every answer is asked for of the authoriser and logged. */
public final class Observations {
    /** The type of action that an import is. */
    public static final String IMPORTED = "observations.imported";

    public static final int VERSION = 1;
    /** What an import's action seals: its {@link Header}. */
    public static final String GROUP = "import";
    /** The import as a record that its action touches. */
    public static final String ROLE = "import";

    /** Most rows of one import. */
    public static final int MOST_ROWS = 5_000_000;
    /** Most rows of one import whose values are sealed: each has a key of its own. */
    public static final int MOST_SEALED = 20_000;
    /** Largest file, in bytes. */
    public static final long MOST_BYTES = 4L << 30;
    /** Most rows of an answer on a page. */
    public static final int PAGE = 200;

    private static final int MOST_PROBLEMS = 1_000;
    private static final int MOST_IMPORTS = 100;

    private final WingFoundation foundation;
    private final Optional<KeptRows> kept;
    private final boolean rehearsal;
    private final Answers answers;
    private final SealedValues sealed;

    /** @param folder of the kept files; without one nothing is imported */
    public Observations(WingFoundation foundation, Optional<Path> folder, boolean rehearsal) {
        this.foundation = foundation;
        this.kept = folder.map(KeptRows::new);
        this.rehearsal = rehearsal;
        this.answers = new Answers(foundation.database());
        this.sealed = new SealedValues(foundation.database(), foundation.vault());
    }

    /**
     * What an import did.
     *
     * @param position of its action; 0 where no row was good
     * @param refused how many rows were not taken
     * @param problems one for each of the first of them
     */
    public record Report(long position, long clear, long sealed, long refused, List<Problem> problems) {
        public long kept() {
            return clear + sealed;
        }
    }

    /** An import as the page shows it. */
    public record Import(
            long position, String collection, String source, String process, String grade, String tlp, String pap, String file, String original, long clear, long sealed) {}

    /** The collections, import by import. */
    public List<Import> imports(Viewer viewer) {
        foundation.authoriser().require(viewer, Permission.COLLECTIONS_SEE);
        foundation.accessLog().read(viewer, "collections", List.of());
        return answers.imports(MOST_IMPORTS, Observations::listed);
    }

    private static Import listed(ResultSet row) {
        try {
            return new Import(
                    row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6), row.getString(7), row.getString(8), row.getString(9), row.getLong(10), row.getLong(11));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Takes a file in. Bad rows are named and cost no other.
     *
     * @param name of the file, as it is shown
     * @throws ProblemException {@code import-repeated} where this file is in this collection already; {@code rehearsal-mark}; {@code import-too-large}
     */
    public Report take(Hand hand, Input file, String name, Provenance from) {
        foundation.authoriser().require(hand.viewer(), Permission.COLLECTIONS_IMPORT);
        KeptRows rows = kept.orElseThrow(() -> Problem.of(Problem.Kind.COULD_NOT_RUN, "kept-rows-nowhere", "This process has no folder of kept files.").asException());
        try {
            if (file.size() > MOST_BYTES) {
                throw tooLarge("The file is larger than " + MOST_BYTES + " bytes.");
            }
            if (ImportFile.firstLine(file).contains(ImportFile.MARK) != rehearsal) {
                throw Problem.of(Problem.Kind.WRONG_USE, "rehearsal-mark", rehearsal ? "The file is not marked as made for a rehearsal, and this wing is one." : "The file is marked as made for a rehearsal, and this wing is none.")
                        .asException();
            }
            String original = digest(file);
            if (isThere(from.collection(), original)) {
                throw Problem.of(Problem.Kind.CONFLICT, "import-repeated", "This file is in the collection already.").asException();
            }
            Taking taking = new Taking(hand, name);
            try (KeptRows.Writer out = rows.write(taking.action)) {
                Header header = Header.of(from, name, original);
                out.header(header);
                taking.read(file, from.part(), out);
                if (taking.clear + taking.sealedRows == 0) {
                    return taking.report(0);
                }
                String digest = out.keep();
                UUID record = hand.ids().next();
                long position = foundation.journal().append(hand.act(taking.action, IMPORTED, VERSION)
                        .touch(record, ROLE, org.moei.foundation.journal.Action.NEW)
                        .clear("digest", digest)
                        .clear("count", Long.toString(taking.clear + taking.sealedRows))
                        .seal(record, GROUP, header)
                        .build()).position();
                return taking.report(position);
            }
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "import-unreadable", "The file cannot be read, or its rows cannot be kept.").withAdvice("the disk is full.").asException(e);
        }
    }

    private static ProblemException tooLarge(String message) {
        return Problem.of(Problem.Kind.WRONG_USE, "import-too-large", message).withAdvice("it can be cut into several files.").asException();
    }

    private boolean isThere(String collection, String original) {
        return foundation.database().unscoped(client -> client.sql("select exists (select from observation_import where original = :original and collection = :collection)")
                .param("original", original)
                .param("collection", collection)
                .query(Boolean.class)
                .single());
    }

    private static String digest(Input file) throws IOException {
        MessageDigest digest = Hash.sha256();
        try (InputStream in = new DigestInputStream(file.open(), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Hash.hex(digest.digest());
    }

    /** One import while it runs. */
    private final class Taking {
        private final Hand hand;
        private final String name;
        private final UUID action;
        private final List<Problem> problems = new ArrayList<>();
        private long clear;
        private long sealedRows;
        private long refused;

        private Taking(Hand hand, String name) {
            this.hand = hand;
            this.name = name;
            this.action = hand.ids().next();
        }

        private void read(Input file, Part part, KeptRows.Writer out) throws IOException {
            new ImportFile(name, part, new ImportFile.Rows() {
                @Override
                public void row(long line, Observation row) throws IOException {
                    keep(out, line, row);
                }

                @Override
                public void refused(Problem problem) {
                    refuse(problem);
                }
            }).read(file);
        }

        private void refuse(Problem problem) {
            refused++;
            if (problems.size() < MOST_PROBLEMS) {
                problems.add(problem);
            }
        }

        private void keep(KeptRows.Writer out, long line, Observation row) throws IOException {
            if (clear + sealedRows >= MOST_ROWS) {
                throw tooLarge("The file has more than " + MOST_ROWS + " rows.");
            }
            if (row.part().isClear()) {
                clear++;
                out.clear(line, row, switch (row.type()) {
                    case IPV4, IPV6, CIDR -> Optional.of(row.value());
                    default -> Optional.empty();
                });
                return;
            }
            Optional<byte[]> keyed = sealed.keyed(row.type(), row.value());
            if (keyed.isEmpty()) {
                refuse(Problem.of(Problem.Kind.REFUSED, "value-form", "The value is none of its type.").at(Problem.Where.row(name, line, "value")));
                return;
            }
            if (sealedRows >= MOST_SEALED) {
                throw tooLarge("The file has more than " + MOST_SEALED + " rows whose values are sealed.");
            }
            sealedRows++;
            UUID record = hand.ids().next();
            out.sealed(line, row, record, keyed.get(), sealed.seal(record, hand.viewer().agency(), action, row.value()));
        }

        private Report report(long position) {
            return new Report(position, clear, sealedRows, refused, List.copyOf(problems));
        }
    }

    /** What the collections hold. Values of people who are no operators are among it for those only who may see them and ask for the whole value. */
    public Answer ask(Viewer viewer, Question question) {
        return ask(viewer, question, PAGE);
    }

    Answer ask(Viewer viewer, Question question, int most) {
        foundation.authoriser().require(viewer, Permission.COLLECTIONS_SEE);
        Answer clear = answers.ask(question, most);
        List<SealedValues.Found> people = people(viewer, question, most);
        foundation.accessLog().read(viewer, "observations", people.stream().map(SealedValues.Found::record).toList());
        if (people.isEmpty()) {
            return clear;
        }
        List<Answer.Row> rows = new ArrayList<>(people.stream().map(SealedValues.Found::row).toList());
        rows.addAll(clear.rows());
        return new Answer(question, List.copyOf(rows), clear.more());
    }

    private List<SealedValues.Found> people(Viewer viewer, Question question, int most) {
        return question.kind() == Question.Kind.EXACT && foundation.authoriser().permits(viewer, Permission.COLLECTIONS_PEOPLE) ? sealed.find(question.type(), question.term(), most) : List.of();
    }

    /**
     * Answers a file of questions, a line each ({@link Question#parse}), as CSV with where each row comes from.
     *
     * @throws ProblemException {@code questions-too-many}
     */
    public void answer(Viewer viewer, Reader questions, Writer out) throws IOException {
        foundation.authoriser().require(viewer, Permission.COLLECTIONS_SEE);
        StringWriter held = new StringWriter();
        List<UUID> shown = new BulkAnswers(answers, question -> people(viewer, question, BulkAnswers.MOST_ROWS)).write(questions, held);
        foundation.accessLog().read(viewer, "observations-file", shown);
        out.append(held.getBuffer());
        out.flush();
    }

    /**
     * Whether a value may become a notice: an operator's, and of nobody who is none. What a freed person used never does, even where it was used for fraud and
     * somebody else calls it an operator's.
     */
    public boolean mayBecomeNotice(IndicatorType type, String value) {
        boolean operators = answers.exact(Spelling.of(type, value).map(java.util.Set::of).orElse(java.util.Set.of()), type.label(), PAGE).stream().anyMatch(row -> row.part().mayBecomeNotice());
        return operators && !sealed.isProtected(type, value);
    }
}
