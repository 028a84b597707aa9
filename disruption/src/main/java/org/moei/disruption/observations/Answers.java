package org.moei.disruption.observations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.moei.foundation.database.WingDatabase;

/** Reads observations in clear from their indexes. Every statement ends at a number of rows, so that a value that is everywhere costs no more than any other. */
final class Answers {
    private static final String COLUMNS = """
            select o.type, o.value, o.role, i.collection, i.source, i.process, coalesce(o.grade, i.grade), i.tlp, i.pap, o.first_seen, o.last_seen, o.import, o.line, i.file, i.original,
                   coalesce(o.detail, '')
            """;
    private static final String FROM = " from observation o join observation_import i on i.import = o.import where (:type = '' or o.type = :type) and ";

    private static final Map<Question.Kind, String> CONDITIONS = Map.of(
            Question.Kind.PREFIX, "left(o.value, 256) >= :term and left(o.value, 256) <= :term || chr(1114111)",
            Question.Kind.SUFFIX, "reverse(right(o.value, 256)) >= :term and reverse(right(o.value, 256)) <= :term || chr(1114111)",
            Question.Kind.NETWORK, "o.address <<= :term::inet",
            Question.Kind.ADDRESSES, "o.address between :term::inet and :upper::inet",
            Question.Kind.VALUES, "left(o.value, 256) between :term and :upper");

    /** Each form's postings, newest first, from the index alone. */
    private static final String EXACT = COLUMNS + """
              from unnest(:forms::text[]) form
             cross join lateral (select * from observation p where left(p.value, 256) = left(form, 256) and p.value = form and (:type = '' or p.type = :type)
                                 order by left(p.value, 256) desc, p.import desc, p.line desc limit :most) o
              join observation_import i on i.import = o.import
            """;

    private final WingDatabase database;

    Answers(WingDatabase database) {
        this.database = database;
    }

    /** @param most rows in the answer; one more is read, to know whether there are more */
    Answer ask(Question question, int most) {
        String type = question.type().map(t -> t.label()).orElse("");
        List<Answer.Row> rows = question.kind() == Question.Kind.EXACT
                ? exact(Spelling.forms(question.type(), question.term()), type, most + 1)
                : database.unscoped(client -> client.sql(COLUMNS + FROM + Objects.requireNonNull(CONDITIONS.get(question.kind())) + " limit :most")
                        .param("type", type)
                        .param("term", question.kind() == Question.Kind.SUFFIX ? new StringBuilder(lower(question)).reverse().toString() : lower(question))
                        .param("upper", question.upper())
                        .param("most", most + 1)
                        .query((row, number) -> row(row))
                        .list());
        List<Answer.Row> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing(Answer.Row::value).thenComparing(Answer.Row::position, Comparator.reverseOrder()).thenComparing(Answer.Row::line, Comparator.reverseOrder()));
        return new Answer(question, List.copyOf(sorted.subList(0, Math.min(most, sorted.size()))), sorted.size() > most);
    }

    /** Rows of any of the forms. */
    List<Answer.Row> exact(Set<String> forms, String type, int most) {
        return database.unscoped(client -> client.sql(EXACT)
                .param("forms", forms.toArray(String[]::new))
                .param("type", type)
                .param("most", most)
                .query((row, number) -> row(row))
                .list());
    }

    /** Names, addresses and hashes are kept in lower case; what has a case of its own (a wallet, a link's path) is asked for as written. */
    private static String lower(Question question) {
        String term = question.term();
        boolean name = term.chars().allMatch(c -> c == '.' || c == '@' || c == '-' || c == '_' || Character.isLetterOrDigit(c)) && (term.indexOf('.') >= 0 || term.indexOf('@') >= 0);
        return name ? term.toLowerCase(java.util.Locale.ROOT) : term;
    }

    private static Answer.Row row(ResultSet row) throws SQLException {
        return new Answer.Row(
                row.getString(1), row.getString(2), part(row.getString(3)), row.getString(4), row.getString(5), row.getString(6), row.getString(7), row.getString(8), row.getString(9),
                time(row.getTimestamp(10)), time(row.getTimestamp(11)), row.getLong(12), row.getLong(13), row.getString(14), row.getString(15), row.getString(16));
    }

    static Part part(String id) {
        return Part.find(id).orElseThrow(() -> new IllegalStateException("The table holds an unknown role (" + id + ")."));
    }

    static Optional<Instant> time(@Nullable Timestamp time) {
        return Optional.ofNullable(time).map(Timestamp::toInstant);
    }

    /** The imports, newest first. */
    <T> List<T> imports(int most, Function<ResultSet, T> form) {
        return database.unscoped(client -> client.sql(
                        "select import, collection, source, process, grade, tlp, pap, file, original, clear_rows, sealed_rows from observation_import order by import desc limit :most")
                .param("most", most)
                .query((row, number) -> form.apply(row))
                .list());
    }
}
