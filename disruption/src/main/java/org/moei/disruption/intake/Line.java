package org.moei.disruption.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.moei.base.Problem;
import org.moei.disruption.picture.Basis;

/** A line of a table, its cells by column. */
record Line(String file, long row, Map<String, String> cells) {

    /** The cell, empty where the column is absent. */
    String text(String column) {
        return cells.getOrDefault(column, "").strip();
    }

    List<String> list(String column) {
        return Arrays.stream(text(column).split(";")).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    /** The constant whose name in kebab-case stands in the cell. */
    <E extends Enum<E>> E word(String column, Class<E> type) {
        return word(column, text(column), type);
    }

    <E extends Enum<E>> List<E> words(String column, Class<E> type) {
        List<E> words = new ArrayList<>();
        for (String word : list(column)) {
            words.add(word(column, word, type));
        }
        return List.copyOf(words);
    }

    private <E extends Enum<E>> E word(String column, String word, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
                return constant;
            }
        }
        throw Problem.of(Problem.Kind.REFUSED, "word-unknown", "The word of the column (" + column + ") is not known.")
                .at(Problem.Where.field(column))
                .withValue(word)
                .withAdvice("it is one of " + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT).replace('_', '-') + ".")
                .asException();
    }

    Basis basis() {
        return new Basis(text("source"), text("grade"), text("date"), text("until"));
    }
}
