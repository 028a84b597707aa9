package org.moei.disruption.observations;

import java.util.Optional;
import org.moei.base.Problem;
import org.moei.indicators.IndicatorType;
import org.moei.indicators.match.Values;

/**
 * What is asked of the collections.
 *
 * @param type only of this type; empty for any
 * @param term the value, its beginning, its end, a network, or the lower end of a range
 * @param upper the upper end of a range, else empty
 */
public record Question(Kind kind, Optional<IndicatorType> type, String term, String upper) {
    private static final int SHORTEST_PART = 3;
    private static final int LONGEST_PART = 200;

    /** How the term is meant. */
    public enum Kind {
        EXACT,
        PREFIX,
        SUFFIX,
        /** Addresses inside a network. */
        NETWORK,
        /** Addresses from one to another. */
        ADDRESSES,
        /** Values from one to another, in the order of their bytes in UTF-8. */
        VALUES
    }

    /**
     * Reads a term as people write it: {@code evil.com}, {@code evil%}, {@code %@evil.com}, {@code 192.0.2.0/24}, {@code 192.0.2.1..192.0.2.40}; behind a tab perhaps a type.
     *
     * @throws org.moei.base.ProblemException {@code REFUSED}
     */
    public static Question parse(String line) {
        int tab = line.indexOf('\t');
        String term = (tab < 0 ? line : line.substring(0, tab)).strip();
        String word = tab < 0 ? "" : line.substring(tab + 1).strip();
        return of(word, term);
    }

    /** @param type its word, or empty */
    public static Question of(String type, String term) {
        Optional<IndicatorType> of = type.isBlank()
                ? Optional.empty()
                : Optional.of(IndicatorType.find(type).orElseThrow(() -> refuse("type-unknown", "There is no such type of indicator.")));
        String text = term.strip();
        if (text.isEmpty() || text.length() > Spelling.LONGEST || text.chars().anyMatch(c -> c < ' ')) {
            throw refuse("term-form", "The term is empty, too long, or holds characters that no value holds.");
        }
        int range = text.indexOf("..");
        if (range > 0 && range + 2 < text.length() && text.indexOf('%') < 0 && text.indexOf("://") < 0) {
            return range(of, text.substring(0, range).strip(), text.substring(range + 2).strip());
        }
        int first = text.indexOf('%');
        // A percent sign inside is part of a link's value.
        if (first == 0 && text.length() > 1 || first == text.length() - 1) {
            String part = first == 0 ? text.substring(1) : text.substring(0, first);
            if (part.length() < SHORTEST_PART || part.length() > LONGEST_PART) {
                throw refuse("term-part", "A beginning or an end has " + SHORTEST_PART + " to " + LONGEST_PART + " characters.");
            }
            return new Question(first == 0 ? Kind.SUFFIX : Kind.PREFIX, of, part, "");
        }
        if (Spelling.isNetwork(text)) {
            return new Question(Kind.NETWORK, of, text, "");
        }
        return new Question(Kind.EXACT, of, text, "");
    }

    private static Question range(Optional<IndicatorType> type, String lower, String upper) {
        Optional<String> from = address(lower);
        Optional<String> to = address(upper);
        if (from.isPresent() && to.isPresent()) {
            return new Question(Kind.ADDRESSES, type, from.get(), to.get());
        }
        if (lower.length() > LONGEST_PART || upper.length() > LONGEST_PART) {
            throw refuse("term-part", "The ends of a range have at most " + LONGEST_PART + " characters.");
        }
        return new Question(Kind.VALUES, type, lower, upper);
    }

    private static Optional<String> address(String text) {
        return Optional.ofNullable(Values.normal(IndicatorType.IPV4, text)).or(() -> Optional.ofNullable(Values.normal(IndicatorType.IPV6, text)));
    }

    private static RuntimeException refuse(String code, String message) {
        return Problem.of(Problem.Kind.REFUSED, code, message).at(Problem.Where.field("term")).asException();
    }
}
