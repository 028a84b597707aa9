package org.moei.linkage.names;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Han name as its bearer may spell it in Latin letters: syllable by syllable in one system of romanisation. The systems are compared one by
 * one, since nobody writes the family name in Cantonese and the given name in pinyin by chance.
 */
final class HanReadings {
    /** ln of the share of Latin spellings of Han names that follow each system; an own estimate for South-East Asia. */
    private static final Map<ReadingSource, Double> SHARE = Map.of(
            ReadingSource.PINYIN, -0.4, ReadingSource.WADE_GILES, -2.5, ReadingSource.CANTONESE, -2.5, ReadingSource.HOKKIEN, -3.0,
            ReadingSource.SINO_VIETNAMESE, -3.2, ReadingSource.SINO_KOREAN, -3.2, ReadingSource.JAPANESE, -3.5);

    private static final double RANK = -1.2;
    /** One letter more, less or other in a syllable: three in a hundred, spread over some hundred possible slips. */
    private static final double NEAR = -8.0;
    static final double IMPOSSIBLE = -1000;

    /** For each character the syllables and their log weights, which add up to one. */
    private record Syllables(String[][] texts, double[][] weights) {}

    private final Map<ReadingSource, Syllables> systems = new EnumMap<>(ReadingSource.class);

    private HanReadings() {}

    static HanReadings of(String normal) {
        HanReadings readings = new HanReadings();
        int length = normal.codePointCount(0, normal.length());
        if (length > 6) {
            return readings;
        }
        for (ReadingSource system : SHARE.keySet()) {
            List<Map<String, Double>> syllables = new ArrayList<>();
            boolean known = true;
            for (int i = 0; i < normal.length(); i += Character.charCount(normal.codePointAt(i))) {
                Map<String, Double> here = syllables(system, Character.toString(normal.codePointAt(i)), i == 0 && length > 1);
                known &= !here.isEmpty();
                syllables.add(here);
            }
            if (known && !syllables.isEmpty()) {
                readings.systems.put(system, shares(syllables));
            }
        }
        return readings;
    }

    private static Map<String, Double> syllables(ReadingSource system, String character, boolean first) {
        HanCharacters.Sounds sounds = HanCharacters.sounds(character);
        Map<String, Double> out = new LinkedHashMap<>();
        if (first) {
            Surnames.spellings(system, character).forEach(spelling -> put(out, spelling, 0));
        }
        switch (system) {
            case PINYIN -> ranked(sounds.pinyin(), Romanisations::pinyin, out);
            case WADE_GILES -> ranked(sounds.pinyin(), Romanisations::wadeGiles, out);
            case CANTONESE -> ranked(sounds.jyutping(), Romanisations::cantonese, out);
            case SINO_VIETNAMESE -> ranked(sounds.vietnamese(), List::of, out);
            case SINO_KOREAN -> ranked(sounds.korean(), Romanisations::korean, out);
            case JAPANESE -> ranked(sounds.japanese(), Romanisations::japanese, out);
            case HOKKIEN -> {
                if (out.isEmpty()) {
                    ranked(sounds.pinyin(), Romanisations::hokkienOfPinyin, out);
                }
            }
            case AS_WRITTEN, LETTER_TABLE -> { }
        }
        return out;
    }

    private interface Spelling {
        List<String> of(String sound);
    }

    private static void ranked(List<String> sounds, Spelling spelling, Map<String, Double> out) {
        double weight = out.isEmpty() ? 0 : RANK;
        for (String sound : sounds) {
            List<String> spellings = spelling.of(sound);
            for (int i = 0; i < spellings.size(); i++) {
                put(out, spellings.get(i), weight - 0.4 * i);
            }
            weight += RANK;
        }
    }

    private static void put(Map<String, Double> out, String syllable, double weight) {
        out.merge(syllable, weight, Math::max);
    }

    private static Syllables shares(List<Map<String, Double>> choices) {
        String[][] texts = new String[choices.size()][];
        double[][] weights = new double[choices.size()][];
        for (int i = 0; i < texts.length; i++) {
            Map<String, Double> here = choices.get(i);
            double sum = here.values().stream().mapToDouble(Math::exp).sum();
            texts[i] = here.keySet().toArray(new String[0]);
            weights[i] = here.values().stream().mapToDouble(w -> w - Math.log(sum)).toArray();
        }
        return new Syllables(texts, weights);
    }

    /** ln P(latin | characters) by the best system, slips of the pen included; very low if none fits. */
    double weight(String latin) {
        double best = IMPOSSIBLE;
        for (Map.Entry<ReadingSource, Syllables> system : systems.entrySet()) {
            double share = SHARE.getOrDefault(system.getKey(), -4.0);
            if (share > best) {
                best = Math.max(best, share + align(system.getValue(), latin));
            }
        }
        return best;
    }

    /** The same without slips: fast, since the first letter that differs ends it. */
    double exactWeight(String latin) {
        double best = IMPOSSIBLE;
        for (Map.Entry<ReadingSource, Syllables> system : systems.entrySet()) {
            double share = SHARE.getOrDefault(system.getKey(), -4.0);
            if (share > best) {
                best = Math.max(best, share + exact(system.getValue(), 0, latin, 0));
            }
        }
        return best;
    }

    private static double exact(Syllables syllables, int i, String latin, int j) {
        if (i == syllables.texts.length) {
            return j == latin.length() ? 0 : IMPOSSIBLE;
        }
        double best = IMPOSSIBLE;
        String[] texts = syllables.texts[i];
        for (int c = 0; c < texts.length; c++) {
            if (syllables.weights[i][c] > best && latin.startsWith(texts[c], j)) {
                best = Math.max(best, syllables.weights[i][c] + exact(syllables, i + 1, latin, j + texts[c].length()));
            }
        }
        return best;
    }

    private static double align(Syllables syllables, String latin) {
        int n = latin.length();
        double[] row = new double[n + 1];
        java.util.Arrays.fill(row, IMPOSSIBLE);
        row[0] = 0;
        for (int i = 0; i < syllables.texts.length; i++) {
            double[] next = new double[n + 1];
            java.util.Arrays.fill(next, IMPOSSIBLE);
            for (int j = 0; j < n; j++) {
                if (row[j] <= IMPOSSIBLE) {
                    continue;
                }
                for (int c = 0; c < syllables.texts[i].length; c++) {
                    String syllable = syllables.texts[i][c];
                    for (int end = j + Math.max(1, syllable.length() - 1); end <= Math.min(n, j + syllable.length() + 1); end++) {
                        double fit = fit(syllable, latin, j, end);
                        next[end] = Math.max(next[end], row[j] + syllables.weights[i][c] + fit);
                    }
                }
            }
            row = next;
        }
        return row[n];
    }

    /** 0 for the syllable itself, {@link #NEAR} for one letter more, less or other. */
    private static double fit(String syllable, String latin, int from, int to) {
        int a = 0;
        int length = to - from;
        while (a < syllable.length() && a < length && syllable.charAt(a) == latin.charAt(from + a)) {
            a++;
        }
        if (a == syllable.length() && a == length) {
            return 0;
        }
        int b = 0;
        while (b < syllable.length() - a && b < length - a && syllable.charAt(syllable.length() - 1 - b) == latin.charAt(to - 1 - b)) {
            b++;
        }
        boolean near = syllable.length() - a - b <= 1 && length - a - b <= 1 && a + b > 0;
        return near ? NEAR : IMPOSSIBLE;
    }

    /** One reading in each system, pinyin first. */
    List<Reading> readings() {
        List<Reading> readings = new ArrayList<>();
        for (ReadingSource system : ReadingSource.values()) {
            Syllables syllables = systems.get(system);
            if (syllables != null) {
                StringBuilder latin = new StringBuilder();
                for (int i = 0; i < syllables.texts.length; i++) {
                    int best = 0;
                    for (int c = 1; c < syllables.texts[i].length; c++) {
                        best = syllables.weights[i][c] > syllables.weights[i][best] ? c : best;
                    }
                    latin.append(syllables.texts[i][best]);
                }
                String text = latin.toString();
                if (readings.stream().noneMatch(r -> r.latin().equals(text))) {
                    readings.add(new Reading(text, system, (float) Math.exp(SHARE.getOrDefault(system, -4.0))));
                }
            }
        }
        return readings;
    }
}
