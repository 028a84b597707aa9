package org.moei.linkage.evidence;

import java.util.Arrays;
import org.moei.linkage.names.NameScript;
import org.moei.linkage.names.NameToken;

/**
 * How rare a token is among the records at hand: −log2 of the share of records that hold it, the two that are compared left out; blended with what its spelling
 * suggests, which decides while records are few.
 */
class TokenRarity {
    private static final double PRIOR_RECORDS = 100;

    final Population people;

    TokenRarity(Population people) {
        this.people = people;
    }

    /** Bits of a token. */
    float of(int token) {
        return bits(Math.max(0, people.vocabulary.count(token) - people.leftOut()), spelt(people.vocabulary.token(token)), people.counted());
    }

    /** Bits of two tokens that are near each other: whoever holds either. */
    float of(int a, int b) {
        NameToken x = people.vocabulary.token(a);
        NameToken y = people.vocabulary.token(b);
        return bits(Math.max(0, people.vocabulary.count(a) + people.vocabulary.count(b) - people.leftOut()), spelt(x.normal().length() <= y.normal().length() ? x : y), people.counted());
    }

    /** Bits of a token, known or not. */
    final float of(NameToken token) {
        int code = people.vocabulary.find(token);
        return code >= 0 ? of(code) : bits(0, spelt(token), people.counted());
    }

    static float bits(int count, double spelt, int records) {
        double share = (count + 0.3 * records / (records + 300.0) + PRIOR_RECORDS * spelt) / (records + PRIOR_RECORDS);
        return (float) (-Math.log(share) / Math.log(2));
    }

    /** Share of people of all countries that have a token of its length and script: shipped. */
    static double spelt(NameToken token) {
        String normal = token.normal();
        NameScript script = token.script();
        int length = normal.codePointCount(0, normal.length());
        double bits = script == NameScript.HAN ? 3 + 3.5 * Math.min(3, length) : script == NameScript.LATIN ? 3.5 + 0.95 * Math.min(9, length) : 3.5 + 1.1 * Math.min(8, length);
        return Math.pow(2, -bits);
    }

    /** Of a collection that grows: what was computed holds until the next record is counted. */
    static final class Held extends TokenRarity {
        /** For each token how many records counted when it was computed, and its bits: one long, so that threads see both or neither. */
        private long[] known = new long[1024];

        Held(Population people) {
            super(people);
        }

        /** Makes room for the tokens known now; no thread may be comparing. */
        void follow() {
            if (people.vocabulary.size() > known.length) {
                known = Arrays.copyOf(known, people.vocabulary.size() * 2);
            }
        }

        @Override
        float of(int token) {
            int stamp = people.counted() + 1;
            long found = known[token];
            if ((int) (found >>> 32) == stamp) {
                return Float.intBitsToFloat((int) found);
            }
            float bits = super.of(token);
            known[token] = (long) stamp << 32 | Float.floatToRawIntBits(bits) & 0xFFFF_FFFFL;
            return bits;
        }
    }

    /** Of a collection that no longer changes: everything is looked up. */
    static final class Fixed extends TokenRarity {
        private final float[] bits;
        private final double[] spelt;
        private final int[] lengths;
        private final int[] counts;
        private final int records;

        Fixed(Population people) {
            super(people);
            int size = people.vocabulary.size();
            records = people.size();
            bits = new float[size];
            spelt = new double[size];
            lengths = new int[size];
            counts = new int[size];
            for (int t = 0; t < size; t++) {
                NameToken token = people.vocabulary.token(t);
                spelt[t] = spelt(token);
                lengths[t] = token.normal().length();
                counts[t] = people.vocabulary.count(t);
                bits[t] = bits(Math.max(0, counts[t] - 2), spelt[t], records);
            }
        }

        @Override
        float of(int token) {
            return bits[token];
        }

        @Override
        float of(int a, int b) {
            return bits(Math.max(0, counts[a] + counts[b] - 2), lengths[a] <= lengths[b] ? spelt[a] : spelt[b], records);
        }
    }
}
