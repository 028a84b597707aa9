package org.moei.disruption.picture;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;

/** Small checks that all entries share. */
public final class Texts {
    /** Longest text of a field, in characters. */
    public static final int LONGEST = 2_000;
    /** Most values of a field. */
    public static final int MOST = 200;

    private Texts() {}

    /** JSON leaves empty values out, so reading gives null for them. */
    public static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Like {@link #orEmpty(String)}, for lists. */
    public static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** A text that must be there and not too long. */
    public static void require(String field, String text) {
        if (text.isBlank()) {
            throw refuse("field-missing", field, "The field (" + field + ") is empty.", "it is known to whoever said the rest.").asException();
        }
        limit(field, text);
    }

    /** A text that may be empty and is not too long. */
    public static void limit(String field, String text) {
        if (text.length() > LONGEST) {
            throw refuse("field-too-long", field, "The field (" + field + ") has " + text.length() + " characters, more than " + LONGEST + ".", "it is a document; name it as the source.").asException();
        }
    }

    /** A list that is not too long. */
    public static void limit(String field, List<?> list) {
        if (list.size() > MOST) {
            throw refuse("field-too-many", field, "The field (" + field + ") has " + list.size() + " values, more than " + MOST + ".", "these are several entries.").asException();
        }
    }

    /** A plain decimal number from 0, or nothing. */
    public static void amount(String field, String amount) {
        if (!amount.isEmpty() && !amount.matches("[0-9]{1,15}(\\.[0-9]{1,6})?")) {
            throw refuse("number-form", field, "The field (" + field + ") reads (" + amount + "), which is not a plain number.", "write digits and a point, no separators.").asException();
        }
    }

    /** The number of {@link #amount}. */
    public static Optional<Double> number(String amount) {
        return amount.isEmpty() ? Optional.empty() : Optional.of(Double.valueOf(amount));
    }

    static void key(String key) {
        if (!key.matches("[a-z0-9]+(-[a-z0-9]+)*") || key.length() > 64) {
            throw refuse("key-form", "key", "The key (" + key + ") is not in kebab-case.", "write small letters, digits and single hyphens, at most 64.").asException();
        }
    }

    /** A refusal of a field. */
    public static Problem refuse(String code, String field, String message, String advice) {
        return Problem.of(Problem.Kind.REFUSED, code, message).at(Problem.Where.field(field)).withAdvice(advice);
    }
}
