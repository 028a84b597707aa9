package org.moei.linkage.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * At least two hundred pairs a group, composed of the elements in event-names.tsv: every first element with every second. A pair counts as found if
 * the native name is the first of all names of its group that a Latin spelling finds, or is written as the first one.
 */
class C03_NamesOfTheEventAreFoundTest {
    private record Pair(String nativeName, String latin) {}

    private static List<Pair> pairs(String group) {
        List<String[]> rows = Tables.lines("event-names.tsv").stream().map(line -> line.split("\t")).filter(c -> c[0].equals(group)).toList();
        boolean unspaced = group.equals("chinese");
        List<Pair> pairs = new ArrayList<>();
        for (String[] first : rows) {
            for (String[] second : rows) {
                if (first[1].equals("1") && second[1].equals("2")) {
                    String[] a = first[3].split(" ");
                    String[] b = second[3].split(" ");
                    // each pair of elements in one of its spellings, so that every system of romanisation comes up equally often
                    int spelling = (first[2].hashCode() + second[2].hashCode() & 0xFFFF) % a.length;
                    String latin = a[spelling] + " " + b[Math.min(spelling, b.length - 1)].replace('-', group.equals("vietnamese") ? ' ' : '-');
                    pairs.add(new Pair(first[2] + (unspaced ? "" : " ") + second[2], latin));
                }
            }
        }
        return pairs;
    }

    @ParameterizedTest
    @CsvSource({"chinese, 0.90", "vietnamese, 0.99", "urdu, 0.95", "khmer, 0.85", "lao, 0.95", "tigrinya, 0.97", "oromo, 0.95"})
    void aLatinSpellingFindsTheName(String group, double least) {
        List<Pair> pairs = pairs(group);
        assertThat(pairs).hasSizeGreaterThanOrEqualTo(200);
        NameIndex index = NameIndex.of(pairs.stream().map(p -> Names.read(p.nativeName())).toList());
        int found = 0;
        StringBuilder missed = new StringBuilder();
        for (Pair pair : pairs) {
            List<NameIndex.Hit> hits = index.search(Names.read(pair.latin()), 1);
            boolean right = !hits.isEmpty() && (pairs.get(hits.getFirst().position()).equals(pair)
                    || pairs.get(hits.getFirst().position()).latin().equals(pair.latin()));
            found += right ? 1 : 0;
            if (!right && missed.length() < 2000) {
                missed.append('\n').append(pair).append(" gave ").append(hits.isEmpty() ? "nothing" : pairs.get(hits.getFirst().position()));
            }
        }
        assertThat(found / (double) pairs.size()).as(String.format(Locale.ROOT, "%s: %d of %d%s", group, found, pairs.size(), missed)).isGreaterThanOrEqualTo(least);
    }
}
