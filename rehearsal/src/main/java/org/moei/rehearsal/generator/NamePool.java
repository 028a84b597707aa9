package org.moei.rehearsal.generator;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Name parts with their shares. An entry is {@code written latin share}, the last two optional; spellings that compete are
 * divided by {@code /} (one that belongs to the spelling is {@code %}), spaces inside are {@code _}; an entry that begins with {@code @} is composed from other pools. Entries
 * without a share divide what is left of 100 by Zipf's law over their order.
 */
final class NamePool {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    /** The first spelling of several is the usual one. */
    private static final double USUAL_SPELLING = .6;

    private final List<Entry> entries;
    private final double[] cumulative;

    private record Entry(String written, List<String> latin, String composed) {}

    private NamePool(List<Entry> entries, double[] cumulative) {
        this.entries = entries;
        this.cumulative = cumulative;
    }

    /** Reads a pool.
     *
     * @param text entries divided by commas
     * @param exponent of Zipf's law, about .6 to 1
     */
    static NamePool parse(String text, double exponent) {
        List<Entry> entries = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        double stated = 0;
        for (String item : text.split(",")) {
            String[] words = item.strip().split("\\s+");
            if (words[0].isEmpty()) {
                continue;
            }
            int last = words.length - 1;
            boolean weighted = last > 0 && Character.isDigit(words[last].charAt(0));
            double share = weighted ? Double.parseDouble(words[last]) : -1;
            stated += weighted ? share : 0;
            shares.add(share);
            entries.add(entry(words, weighted ? last : words.length));
        }
        double left = stated == 0 ? 100 : Math.max(100 - stated, 1);
        double zipf = 0;
        int rank = 0;
        for (double share : shares) {
            zipf += share < 0 ? Math.pow(rank++ + 3, -exponent) : 0;
        }
        double[] cumulative = new double[entries.size()];
        double sum = 0;
        rank = 0;
        for (int i = 0; i < cumulative.length; i++) {
            double share = shares.get(i);
            sum += share < 0 ? left * Math.pow(rank++ + 3, -exponent) / zipf : share;
            cumulative[i] = sum;
        }
        return new NamePool(List.copyOf(entries), cumulative);
    }

    private static Entry entry(String[] words, int length) {
        if (words[0].startsWith("@")) {
            return new Entry("", List.of(), words[0]);
        }
        String written = words[0].replace('_', ' ');
        List<String> latin = length > 1 ? Arrays.stream(words[1].split("/")).map(w -> w.replace('_', ' ').replace('%', '/')).toList() : List.of(plain(written));
        return new Entry(written, latin, "");
    }

    /** Latin letters without their marks, as the machine-readable zone wants them (ICAO 9303 part 3, section 6). */
    static String plain(String text) {
        String folded = text.replace('Đ', 'D').replace('đ', 'd').replace('ø', 'o').replace('ı', 'i').replace("ʻ", "").replace("’", "'");
        return Normalizer.normalize(MARKS.matcher(Normalizer.normalize(folded, Normalizer.Form.NFD)).replaceAll(""), Normalizer.Form.NFC);
    }

    /** Draws a part; what is composed is looked up in the book. */
    NamePart draw(NamePart.Role role, Draw draw, NameBook book) {
        double at = draw.unit() * cumulative[cumulative.length - 1];
        int found = Arrays.binarySearch(cumulative, at);
        Entry entry = entries.get(Math.min(found >= 0 ? found + 1 : -found - 1, entries.size() - 1));
        if (!entry.composed().isEmpty()) {
            return book.compose(role, entry.composed().replace("@", ""), draw);
        }
        List<String> latin = entry.latin();
        String spelling = latin.size() == 1 || draw.chance(USUAL_SPELLING) ? latin.getFirst() : latin.get(1 + draw.below(latin.size() - 1));
        return new NamePart(role, entry.written(), spelling);
    }

    int size() {
        return entries.size();
    }

    static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
