package org.moei.disruption.observations;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Cells of a table that people open in a spreadsheet: what would run there as a formula is kept from it by an apostrophe in front. */
final class SafeCell {
    private static final String STARTS = "=@+-\t\r";
    private static final Pattern NUMBER = Pattern.compile("[+-][0-9 .()-]*");

    private SafeCell() {}

    /** The text, with an apostrophe in front where it begins like a formula; telephone and other numbers stay as they are. */
    static String of(String text) {
        boolean formula = !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0 && !NUMBER.matcher(text).matches();
        return formula ? "'" + text : text;
    }

    /** A row of such cells. */
    static List<String> row(String... cells) {
        return Arrays.stream(cells).map(SafeCell::of).toList();
    }
}
