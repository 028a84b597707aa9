package org.moei.disruption.observations;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.moei.base.Problem;
import org.moei.base.ProblemException;

/**
 * Answers a file of questions, a line each, as CSV: every row with where it comes from, and for a question without an answer a row that says so. Exact questions go to the
 * database some hundreds at a time.
 */
final class BulkAnswers {
    /** Most questions of one file, and most of them that are beginnings, ends or ranges. */
    static final int MOST_QUESTIONS = 200_000;

    static final int MOST_PARTS = 2_000;
    /** Most rows of one question; {@code more} in the column {@code found} says that there are others. */
    static final int MOST_ROWS = 100;

    private static final int BATCH = 250;
    private static final List<String> HEADER = List.of(
            "asked", "kind", "found", "type", "value", "role", "collection", "source", "process", "grade", "tlp", "pap", "first_seen", "last_seen", "action", "line", "file", "sha256", "detail");

    private final Answers answers;
    private final Function<Question, List<SealedValues.Found>> people;
    private final List<UUID> shown = new ArrayList<>();

    /** @param people what is sealed and whoever asks may see; empty for everybody else */
    BulkAnswers(Answers answers, Function<Question, List<SealedValues.Found>> people) {
        this.answers = answers;
        this.people = people;
    }

    /** A line of the file, read or refused. */
    private record Asked(String line, Optional<Question> question, String refusal) {
        static Asked of(String line) {
            try {
                return new Asked(line.strip(), Optional.of(Question.parse(line)), "");
            } catch (ProblemException e) {
                return new Asked(line.strip(), Optional.empty(), e.problem().message());
            }
        }

        boolean isExact() {
            return question.map(q -> q.kind() == Question.Kind.EXACT).orElse(false);
        }
    }

    /** Writes the answers; returns the records whose values are in them. */
    List<UUID> write(Reader questions, Writer out) throws IOException {
        try (BufferedReader lines = new BufferedReader(questions); CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(HEADER);
            List<Asked> batch = new ArrayList<>();
            int count = 0;
            int parts = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                Asked asked = Asked.of(line);
                parts += asked.question().isPresent() && !asked.isExact() ? 1 : 0;
                if (++count > MOST_QUESTIONS || parts > MOST_PARTS) {
                    throw Problem.of(Problem.Kind.WRONG_USE, "questions-too-many", "A file holds at most " + MOST_QUESTIONS + " questions, " + MOST_PARTS + " of them beginnings, ends or ranges.").asException();
                }
                batch.add(asked);
                if (batch.size() == BATCH) {
                    write(batch, csv);
                    batch.clear();
                }
            }
            write(batch, csv);
        }
        return shown;
    }

    private void write(List<Asked> batch, CsvWriter csv) {
        Set<String> forms = new LinkedHashSet<>();
        for (Asked asked : batch) {
            asked.question().filter(q -> asked.isExact()).ifPresent(q -> forms.addAll(Spelling.forms(q.type(), q.term())));
        }
        Map<String, List<Answer.Row>> byValue = new HashMap<>();
        if (!forms.isEmpty()) {
            answers.exact(forms, "", MOST_ROWS + 1).forEach(row -> byValue.computeIfAbsent(row.value(), v -> new ArrayList<>()).add(row));
        }
        for (Asked asked : batch) {
            if (asked.question().isEmpty()) {
                csv.writeRecord(SafeCell.row(asked.line(), "refused", "0", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", asked.refusal()));
                continue;
            }
            Question question = asked.question().get();
            write(asked.line(), asked.isExact() ? exact(question, byValue) : answers.ask(question, MOST_ROWS), csv);
        }
    }

    private Answer exact(Question question, Map<String, List<Answer.Row>> byValue) {
        List<Answer.Row> rows = new ArrayList<>();
        for (SealedValues.Found found : people.apply(question)) {
            shown.add(found.record());
            rows.add(found.row());
        }
        for (String form : Spelling.forms(question.type(), question.term())) {
            byValue.getOrDefault(form, List.of()).stream().filter(row -> question.type().map(t -> t.label().equals(row.type())).orElse(true)).forEach(rows::add);
        }
        return new Answer(question, List.copyOf(rows.subList(0, Math.min(MOST_ROWS, rows.size()))), rows.size() > MOST_ROWS);
    }

    private static void write(String asked, Answer answer, CsvWriter csv) {
        String kind = answer.question().kind().name().toLowerCase(java.util.Locale.ROOT);
        String found = answer.more() ? "more" : Integer.toString(answer.rows().size());
        if (answer.rows().isEmpty()) {
            csv.writeRecord(SafeCell.row(asked, kind, "0", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", ""));
        }
        for (Answer.Row row : answer.rows()) {
            csv.writeRecord(SafeCell.row(
                    asked, kind, found, row.type(), row.value(), row.part().id(), row.collection(), row.source(), row.process(), row.grade(), row.tlp(), row.pap(),
                    row.firstSeen().map(Instant::toString).orElse(""), row.lastSeen().map(Instant::toString).orElse(""), Long.toString(row.position()), Long.toString(row.line()), row.file(), row.original(), row.detail()));
        }
    }
}
