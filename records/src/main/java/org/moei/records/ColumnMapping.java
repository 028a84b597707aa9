package org.moei.records;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.moei.base.Problem;

/**
 * Which column of a file means which field: guessed from headers (and, as a suggestion, from what stands in the column), shown, corrected and applied again.
 *
 * @param columns in the order of the file
 */
public record ColumnMapping(List<Column> columns) {

    /** Why a column got its meaning. */
    public enum Reason {
        /** Someone said so. */
        GIVEN,
        /** Its header is a usual name of the field. */
        HEADER,
        /** What stands in it looks like the field; only a suggestion. */
        CONTENT,
        /** It has none and is for display only. */
        NONE
    }

    /**
     * One column.
     *
     * @param header as written, or "column 7" where it is blank
     * @param confidence 0 to 1, for the order in which a person would check the guesses
     */
    public record Column(String header, Optional<Field> field, Reason reason, double confidence) {}

    private static final Map<String, Field> USUAL = new HashMap<>();
    private static final Map<String, Integer> ID_ORDER = new HashMap<>();

    static {
        for (String[] row : Tables.read("headers.tsv")) {
            Field field = Field.find(row[0]).orElseThrow();
            for (String header : row[1].split("\\|")) {
                if (USUAL.putIfAbsent(Texts.key(header), field) == null && field == Field.ID) {
                    ID_ORDER.put(Texts.key(header), ID_ORDER.size());
                }
            }
        }
    }

    public ColumnMapping {
        columns = List.copyOf(columns);
    }

    /** The field that a header usually means. */
    public static Optional<Field> usual(String header) {
        if (header.length() > 200) {
            return Optional.empty();
        }
        Field field = USUAL.get(Texts.key(header));
        if (field == null) {
            int note = header.indexOf('(') > 0 ? header.indexOf('(') : header.indexOf('（');
            field = note > 0 ? USUAL.get(Texts.key(header.substring(0, note))) : null;
        }
        if (field == null && header.indexOf('/') > 0) {
            field = USUAL.get(Texts.key(header.substring(0, header.indexOf('/'))));
        }
        return Optional.ofNullable(field);
    }

    /**
     * Guesses from headers and, where a sample is given, from contents.
     *
     * @param sample some rows, each as long as the headers; may be empty
     * @param given what the caller says: field → header; wins over every guess
     * @throws org.moei.base.ProblemException (wrong-use) when a given header is not in the file
     */
    public static ColumnMapping guess(List<String> headers, List<List<String>> sample, Map<Field, String> given) {
        List<Column> columns = new ArrayList<>();
        Set<Field> taken = EnumSet.noneOf(Field.class);
        Map<String, Field> said = new HashMap<>();
        given.forEach((field, header) -> {
            if (headers.stream().noneMatch(h -> Texts.key(h).equals(Texts.key(header)))) {
                throw Problem.of(Problem.Kind.WRONG_USE, "unknown-column", "The column (" + header + ") for " + field.key() + " is not in the file.")
                        .withAdvice("one of " + headers + " was meant.")
                        .asException();
            }
            said.put(Texts.key(header), field);
            taken.add(field);
        });
        Optional<String> bestId = headers.stream()
                .map(Texts::key)
                .filter(ID_ORDER::containsKey)
                .min(java.util.Comparator.comparingInt(key -> ID_ORDER.getOrDefault(key, Integer.MAX_VALUE)));
        for (int i = 0; i < headers.size(); i++) {
            String header = headers.get(i).isBlank() ? "column " + (i + 1) : headers.get(i);
            String key = Texts.key(header);
            Field field = said.remove(key);
            if (field != null) {
                columns.add(new Column(header, Optional.of(field), Reason.GIVEN, 1));
                continue;
            }
            Optional<Field> usual = usual(header).filter(f -> f != Field.ID || bestId.equals(Optional.of(key)));
            if (usual.isPresent() && (usual.get().isSeveral() || !taken.contains(usual.get()))) {
                taken.add(usual.get());
                columns.add(new Column(header, usual, Reason.HEADER, key.equals(Texts.key(usual.get().key())) ? 1 : 0.9));
            } else {
                columns.add(new Column(header, Optional.empty(), Reason.NONE, 0));
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            Optional<Field> looks = columns.get(i).reason() == Reason.NONE ? byContent(sample, i) : Optional.empty();
            if (looks.isPresent() && taken.add(looks.get())) {
                columns.set(i, new Column(columns.get(i).header(), looks, Reason.CONTENT, 0.5));
            }
        }
        return new ColumnMapping(columns);
    }

    private static Optional<Field> byContent(List<List<String>> sample, int column) {
        Map<Field, Integer> votes = new EnumMap<>(Field.class);
        int filled = 0;
        for (List<String> row : sample) {
            String value = column < row.size() ? Texts.clean(row.get(column)) : "";
            if (!value.isEmpty()) {
                filled++;
                if (Sexes.find(value).isPresent()) {
                    votes.merge(Field.SEX, 1, Integer::sum);
                }
                if (value.length() > 3 && Countries.find(value).isPresent()) {
                    votes.merge(Field.NATIONALITY, 1, Integer::sum);
                }
                if (value.length() <= 60 && value.contains(" ") && value.codePoints().allMatch(c -> Character.isLetter(c) || !Character.isDigit(c))) {
                    votes.merge(Field.NAME, 1, Integer::sum);
                }
                if (value.indexOf('@') > 0) {
                    votes.merge(Field.EMAIL, 1, Integer::sum);
                }
            }
        }
        int needed = Math.max(3, filled * 8 / 10);
        return votes.entrySet().stream().filter(e -> e.getValue() >= needed).map(Map.Entry::getKey).findFirst();
    }

    /** The same mapping without suggestions from contents: what a command applies when nobody is asked. */
    public ColumnMapping withoutSuggestions() {
        return new ColumnMapping(columns.stream()
                .map(c -> c.reason() == Reason.CONTENT ? new Column(c.header(), Optional.empty(), Reason.NONE, 0) : c)
                .toList());
    }

    /** The same mapping with one column corrected; an empty field makes the column display only. */
    public ColumnMapping with(String header, Optional<Field> field) {
        return new ColumnMapping(columns.stream()
                .map(c -> c.header().equals(header)
                        ? new Column(header, field, Reason.GIVEN, 1)
                        : field.isPresent() && c.field().equals(field) && !field.get().isSeveral() ? new Column(c.header(), Optional.empty(), Reason.NONE, 0) : c)
                .toList());
    }

    /** Whether the columns say who a row is about. */
    public boolean hasName() {
        return columns.stream().anyMatch(c -> c.field().filter(Field::isName).isPresent());
    }

    /** How many columns have a meaning. */
    public int recognised() {
        return (int) columns.stream().filter(c -> c.field().isPresent()).count();
    }

    /** Reads {@code id=rec_id,birth_date=dob} or the lines of a YAML map {@code birth_date: dob}. */
    public static Map<Field, String> parse(String text) {
        Map<Field, String> given = new EnumMap<>(Field.class);
        boolean yaml = text.indexOf('\n') >= 0 || (text.indexOf('=') < 0 && text.indexOf(':') > 0);
        for (String part : text.split(yaml ? "\n" : ",")) {
            String line = yaml && part.indexOf('#') == 0 ? "" : part.strip();
            if (line.isEmpty() || line.equals("---")) {
                continue;
            }
            int cut = line.indexOf(yaml ? ':' : '=');
            String key = cut < 0 ? line : line.substring(0, cut).strip();
            String header = cut < 0 ? "" : line.substring(cut + 1).strip().replaceAll("^[\"']|[\"']$", "");
            Field field = Field.find(key).or(() -> usual(key)).orElseThrow(() -> Problem.of(Problem.Kind.WRONG_USE, "unknown-field", "The field (" + key + ") is not known.")
                    .withAdvice("one of id, name, given_name, family_name, birth_date, sex, nationality, document … was meant.")
                    .asException());
            if (header.isEmpty()) {
                throw Problem.of(Problem.Kind.WRONG_USE, "columns-form", "The mapping of " + field.key() + " names no column.")
                        .withAdvice("it should read " + field.key() + "=COLUMN.")
                        .asException();
            }
            given.put(field, header);
        }
        return given;
    }
}
