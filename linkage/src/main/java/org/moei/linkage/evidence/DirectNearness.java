package org.moei.linkage.evidence;

import java.util.Arrays;
import java.util.List;

/**
 * Nearness computed on the spot. A filter of letter masks turns most pairs away before an edit distance is computed; a small direct-mapped
 * cache keeps the dear answers (across scripts). One instance a thread.
 */
final class DirectNearness implements Nearness {
    private static final int CACHE = 1 << 17;

    private final Vocabulary vocabulary;
    private final List<TextColumn> columns;
    private final TokenTraits traits;
    private final long[] cachedTokens = new long[CACHE];
    private final byte[] cachedLevels = new byte[CACHE];
    private final long[][] cachedTexts;
    private final byte[][] cachedTextLevels;

    DirectNearness(Vocabulary vocabulary, List<TextColumn> columns, TokenTraits traits) {
        this.vocabulary = vocabulary;
        this.columns = columns;
        this.traits = traits;
        Arrays.fill(cachedTokens, -1);
        cachedTexts = new long[columns.size()][];
        cachedTextLevels = new byte[columns.size()][];
        for (int c = 0; c < columns.size(); c++) {
            cachedTexts[c] = new long[1 << 14];
            cachedTextLevels[c] = new byte[1 << 14];
            Arrays.fill(cachedTexts[c], -1);
        }
    }

    @Override
    public byte tokens(int a, int b) {
        if (traits.nicknames[a] != 0 && traits.nicknames[a] == traits.nicknames[b]) {
            return Vocabulary.NEAR;
        }
        int lengthA = traits.lengths[a];
        int lengthB = traits.lengths[b];
        if (lengthA > 2 && lengthB > 2) {
            int x = traits.letters[a];
            int y = traits.letters[b];
            int longer = Math.max(lengthA, lengthB);
            int bound = longer >= 9 ? 3 : longer >= 5 ? 2 : 1;
            boolean edits = Integer.bitCount(x ^ y) <= 2 * bound && Math.abs(lengthA - lengthB) <= bound;
            boolean prefix = lengthA != lengthB && (x & y) == (lengthA < lengthB ? x : y);
            if (!edits && !prefix && traits.skeletons[a] != traits.skeletons[b]) {
                return 0;
            }
        }
        long key = a < b ? (long) a << 32 | b : (long) b << 32 | a;
        int slot = (int) (Hashes.mix(key) >>> 47);
        if (cachedTokens[slot] == key) {
            return cachedLevels[slot];
        }
        byte level = a < b ? vocabulary.compare(a, b) : vocabulary.compare(b, a);
        cachedTokens[slot] = key;
        cachedLevels[slot] = level;
        return level;
    }

    @Override
    public byte texts(int column, int a, int b) {
        if (!columns.get(column).mayAgree(a, b)) {
            return 0;
        }
        long key = a < b ? (long) a << 32 | b : (long) b << 32 | a;
        int slot = (int) (Hashes.mix(key) >>> 50);
        if (cachedTexts[column][slot] == key) {
            return cachedTextLevels[column][slot];
        }
        byte level = columns.get(column).compare(a, b);
        cachedTexts[column][slot] = key;
        cachedTextLevels[column][slot] = level;
        return level;
    }
}
