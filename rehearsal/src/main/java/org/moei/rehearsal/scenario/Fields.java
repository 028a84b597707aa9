package org.moei.rehearsal.scenario;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.moei.base.Problem;
import org.moei.base.ProblemException;

/**
 * The fields of one row or one YAML mapping, read by name. Whatever nobody asked for is refused by {@link #done()}, so
 * that a misspelt field is an error and never silence.
 */
final class Fields {
    static final int MOST_CHARACTERS = 1_000;
    static final int MOST_VALUES = 64;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

    private final String file;
    private final long row;
    private final Map<String, String> values;
    private final Set<String> sources;
    private final Set<String> asked = new HashSet<>();

    /** @param sources the ids that a source may have */
    Fields(String file, long row, Map<String, String> values, Set<String> sources) {
        this.file = file;
        this.row = row;
        this.values = values;
        this.sources = sources;
    }

    /** A text that must not be empty. */
    String text(String field) {
        String value = textOrEmpty(field);
        if (value.isEmpty()) {
            throw refuse("field-missing", field, "The field (" + field + ") is empty.", "it needs a value, or the row is not needed.");
        }
        return value;
    }

    /** A text, empty where the source is silent. */
    String textOrEmpty(String field) {
        asked.add(field);
        String value = values.getOrDefault(field, "").strip();
        if (value.length() > MOST_CHARACTERS) {
            throw refuse("field-too-long", field, "The field (" + field + ") has " + value.length() + " characters, more than " + MOST_CHARACTERS + ".",
                    "the text belongs into docs, with a short form here.");
        }
        return value;
    }

    Optional<String> optionalText(String field) {
        return Optional.of(textOrEmpty(field)).filter(text -> !text.isEmpty());
    }

    /** A name in kebab-case: small letters, digits, hyphens. */
    String id(String field) {
        String value = text(field);
        if (!value.matches("[a-z0-9]+(-[a-z0-9]+)*") || value.length() > 64) {
            throw refuse("id-form", field, "The id (" + value + ") is not in kebab-case.", "write small letters, digits and single hyphens, at most 64.");
        }
        return value;
    }

    /** An id that another table defines. */
    String reference(String field, Set<String> known, String what) {
        String value = text(field);
        if (!known.contains(value)) {
            throw refuse("reference-unknown", field, "The " + what + " (" + value + ") of the field (" + field + ") is not defined.", "it is one of " + some(known) + ".");
        }
        return value;
    }

    Optional<String> optionalReference(String field, Set<String> known, String what) {
        return textOrEmpty(field).isEmpty() ? Optional.empty() : Optional.of(reference(field, known, what));
    }

    /** Several references, separated by semicolons. */
    List<String> references(String field, Set<String> known, String what) {
        List<String> list = list(field);
        for (String value : list) {
            if (!known.contains(value)) {
                throw refuse("reference-unknown", field, "The " + what + " (" + value + ") of the field (" + field + ") is not defined.", "it is one of " + some(known) + ".");
            }
        }
        return list;
    }

    /** Several values, separated by semicolons; may be empty. */
    List<String> list(String field) {
        List<String> list = Arrays.stream(textOrEmpty(field).split(";")).map(String::strip).filter(part -> !part.isEmpty()).toList();
        if (list.size() > MOST_VALUES) {
            throw refuse("field-too-many", field, "The field (" + field + ") has " + list.size() + " values, more than " + MOST_VALUES + ".", "it is two rows.");
        }
        return list;
    }

    /** ISO 3166 alpha-3. */
    String country(String field) {
        String value = text(field);
        if (!Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3).contains(value)) {
            throw refuse("country-unknown", field, "The country (" + value + ") is not an ISO 3166 alpha-3 code.", "it is three capital letters, such as MMR.");
        }
        return value;
    }

    /** ISO 3166 alpha-3 or STATELESS. */
    String nationality(String field) {
        return text(field).equals("STATELESS") ? "STATELESS" : country(field);
    }

    /** ISO 3166 alpha-3, STATELESS, or an asterisk for those that have no row. */
    String nationalityOrAll(String field) {
        return text(field).equals("*") ? "*" : nationality(field);
    }

    LocalDate date(String field) {
        String value = text(field);
        try {
            LocalDate date = LocalDate.parse(value);
            if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
                throw refuse("date-range", field, "The date (" + value + ") lies outside " + EARLIEST.getYear() + " to " + LATEST.getYear() + ".", "a digit of the year is wrong.");
            }
            return date;
        } catch (DateTimeException e) {
            throw refuse("date-form", field, "The date (" + value + ") is not a day.", "write it as 2025-02-05.");
        }
    }

    /** A day, or a month where the source gives no day; as it stands. */
    String dayOrMonth(String field) {
        String value = text(field);
        if (!value.matches("20[0-9]{2}-(0[1-9]|1[0-2])")) {
            date(field);
        }
        return value;
    }

    Optional<String> optionalDayOrMonth(String field) {
        return textOrEmpty(field).isEmpty() ? Optional.empty() : Optional.of(dayOrMonth(field));
    }

    Optional<LocalDate> optionalDate(String field) {
        return textOrEmpty(field).isEmpty() ? Optional.empty() : Optional.of(date(field));
    }

    Optional<LocalTime> optionalTime(String field) {
        String value = textOrEmpty(field);
        try {
            return value.isEmpty() ? Optional.empty() : Optional.of(LocalTime.parse(value));
        } catch (DateTimeException e) {
            throw refuse("time-form", field, "The time (" + value + ") is not a time of day.", "write it as 09:00.");
        }
    }

    boolean yes(String field) {
        String value = text(field);
        return switch (value) {
            case "yes" -> true;
            case "no" -> false;
            // A text is an open set: what is neither is refused, never read as no.
            default -> throw refuse("yes-or-no", field, "The field (" + field + ") reads (" + value + ").", "it is yes or no.");
        };
    }

    /** A whole number between two bounds, both inclusive. */
    int whole(String field, int least, int most) {
        double value = number(field, least, most);
        if (value != Math.rint(value)) {
            throw refuse("number-form", field, "The number (" + text(field) + ") is not whole.", "it counts something that has no halves.");
        }
        return (int) value;
    }

    double number(String field, double least, double most) {
        String value = text(field);
        try {
            double number = Double.parseDouble(value);
            if (Double.isNaN(number) || number < least || number > most) {
                throw refuse("number-range", field, "The number (" + value + ") lies outside " + least + " to " + most + ".", "the unit is another one.");
            }
            return number;
        } catch (NumberFormatException e) {
            throw refuse("number-form", field, "The field (" + field + ") reads (" + value + "), which is not a number.", "write digits and a point, no separators.");
        }
    }

    /** A figure with the row's source. @throws ProblemException if the row names no source, or one that is not listed */
    Figure figure(String field, double least, double most) {
        return new Figure(number(field, least, most), source());
    }

    Optional<Figure> optionalFigure(String field, double least, double most) {
        return textOrEmpty(field).isEmpty() ? Optional.empty() : Optional.of(figure(field, least, most));
    }

    /** A share from 0 to 1. */
    Figure share(String field) {
        return figure(field, 0, 1);
    }

    /** The source that the row names; there is none without. */
    String source() {
        String value = textOrEmpty("source");
        if (value.isEmpty()) {
            throw refuse("source-missing", "source", "Figures stand here without a source.", "it is a published one from sources.csv, or one of ours that says inferred or assumed.");
        }
        if (!sources.contains(value)) {
            throw refuse("source-unknown", "source", "The source (" + value + ") is not in sources.csv.", "it is one of " + some(sources) + ".");
        }
        return value;
    }

    /** Reliability A to F and credibility 1 to 6, as the NATO Admiralty code grades a report. */
    String grade() {
        String value = text("grade");
        if (!value.matches("[A-F][1-6]")) {
            throw refuse("grade-form", "grade", "The grade (" + value + ") is not of the Admiralty code.", "it is a letter A to F and a digit 1 to 6; F6 says that it cannot be judged.");
        }
        return value;
    }

    <E extends Enum<E>> E oneOf(String field, Class<E> type) {
        return constant(field, text(field), type);
    }

    <E extends Enum<E>> Set<E> anyOf(String field, Class<E> type) {
        EnumSet<E> set = EnumSet.noneOf(type);
        for (String value : list(field)) {
            set.add(constant(field, value, type));
        }
        return Set.copyOf(set);
    }

    private <E extends Enum<E>> E constant(String field, String value, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(value)) {
                return constant;
            }
        }
        throw refuse("word-unknown", field, "The word (" + value + ") of the field (" + field + ") is not known.",
                "it is one of " + Arrays.stream(type.getEnumConstants()).map(Fields::word).collect(Collectors.joining(", ")) + ".");
    }

    /** The word that the files use for a constant: {@code RAIDED_OUT} is {@code raided-out}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Refuses fields that nobody asked for. */
    void done() {
        List<String> unknown = new ArrayList<>(new TreeSet<>(values.keySet()));
        unknown.removeAll(asked);
        if (!unknown.isEmpty()) {
            throw refuse("field-unknown", unknown.getFirst(), "The field (" + unknown.getFirst() + ") is not known here.",
                    "it is misspelt: known are " + String.join(", ", new TreeSet<>(asked)) + ".");
        }
    }

    ProblemException refuse(String code, String field, String message, String advice) {
        return Problem.of(Problem.Kind.WRONG_USE, code, message).at(Problem.Where.row(file, row, field)).withAdvice(advice).asException();
    }

    private static String some(Set<String> known) {
        List<String> sorted = new TreeSet<>(known).stream().limit(12).toList();
        return String.join(", ", sorted) + (known.size() > sorted.size() ? " and " + (known.size() - sorted.size()) + " more" : "");
    }
}
