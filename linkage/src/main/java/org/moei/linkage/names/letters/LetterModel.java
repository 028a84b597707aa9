package org.moei.linkage.names.letters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moei.linkage.names.NameScript;

/**
 * How names of one script are spelt in Latin letters: P(latin | native), P(native | latin), P(latin), P(native). Immutable; thread-safe.
 */
public final class LetterModel {
    private final NameScript script;
    private final EmissionTable toLatin;
    private final EmissionTable toNative;
    private final SpellingModel latinSpellings;
    private final SpellingModel nativeSpellings;

    /**
     * A model of its four parts.
     *
     * @param script of the native side
     * @param toLatin emissions of native units
     * @param toNative emissions of Latin letters
     * @param latinSpellings how usual spellings in Latin letters are
     * @param nativeSpellings how usual spellings in the script are
     */
    public LetterModel(
            NameScript script, EmissionTable toLatin, EmissionTable toNative, SpellingModel latinSpellings, SpellingModel nativeSpellings) {
        this.script = script;
        this.toLatin = toLatin;
        this.toNative = toNative;
        this.latinSpellings = latinSpellings;
        this.nativeSpellings = nativeSpellings;
    }

    /** The script of the native side. */
    public NameScript script() {
        return script;
    }

    /** A spelling of one side, made ready to be compared. Small; its dense form is made on first need by {@link #asQuery}. */
    public static final class Spelling {
        private final boolean latin;
        private final int[] spans;
        private final EmissionTable.Prepared prepared;
        private final float usual;
        private float @Nullable [][] rows;

        private Spelling(boolean latin, int[] spans, EmissionTable.Prepared prepared, float usual) {
            this.latin = latin;
            this.spans = spans;
            this.prepared = prepared;
            this.usual = usual;
        }

        /** −ln P(spelling): the weight of a certain agreement. */
        public double information() {
            return -usual;
        }
    }

    /** Prepares letters a–z. */
    public Spelling latin(String normal) {
        List<String> letters = Units.split(NameScript.LATIN, normal);
        return new Spelling(true, toLatin.spans(letters), toNative.prepare(toNative.source.findAll(letters)),
                latinSpellings.score(latinSpellings.units.findAll(letters)));
    }

    /** Prepares a token in its normal form. */
    public Spelling nativeSpelling(String normal) {
        List<String> letters = Units.split(script, normal);
        return new Spelling(false, toNative.spans(letters), toLatin.prepare(toLatin.source.findAll(letters)),
                nativeSpellings.score(nativeSpellings.units.findAll(letters)));
    }

    /** Makes a spelling fast for many comparisons by {@link #quick}; it then holds some hundred kilobytes. */
    public Spelling asQuery(Spelling spelling) {
        spelling.rows = (spelling.latin ? toNative : toLatin).rows(spelling.prepared);
        return spelling;
    }

    /** ln P(other | query) − ln P(other): half of {@link #logLikelihoodRatio}, from a query made ready by {@link #asQuery}. */
    public float quick(Spelling query, Spelling other, float[] scratch) {
        float[][] rows = query.rows;
        if (rows == null) {
            throw new IllegalArgumentException("The spelling is not made ready.\nMaybe call asQuery first.");
        }
        return (query.latin ? toNative : toLatin).score(rows, other.spans, scratch) - other.usual;
    }

    /** How long scratch arrays must be for a spelling. */
    public static int scratch(Spelling spelling) {
        return spelling.spans.length + 2;
    }

    /**
     * How well two spellings fit.
     *
     * @param logLikelihoodRatio of the pair being one name against two, in nats: the mean of both directions
     * @param distanceFromBest how far the Latin spelling is from the likeliest one of the native: 0 for that itself, in nats
     */
    public record Fit(double logLikelihoodRatio, double distanceFromBest) {}

    /** How well a native and a Latin spelling fit. */
    public Fit fit(Spelling nativeSide, Spelling latin) {
        float[] scratch = new float[Math.max(nativeSide.spans.length, latin.spans.length) + 2];
        double there = toLatin.score(nativeSide.prepared, latin.spans, scratch);
        double back = toNative.score(latin.prepared, nativeSide.spans, scratch) - nativeSide.usual;
        return new Fit((there - latin.usual + back) / 2, toLatin.best(nativeSide.prepared) - there);
    }

    /** A Latin spelling and its natural log probability. */
    public record Decoded(String latin, double weight) {}

    /** The likeliest Latin spellings of a native one, the best first. */
    public List<Decoded> decode(Spelling nativeSide, int most) {
        List<Decoded> beam = List.of(new Decoded("", 0));
        for (Emissions here : nativeSide.prepared.here()) {
            List<Decoded> longer = new ArrayList<>();
            for (Decoded soFar : beam) {
                boolean any = false;
                for (int e = 0; e < here.size(); e++) {
                    if (here.weight(e) > -3) {
                        any = true;
                        longer.add(new Decoded(soFar.latin() + toLatin.chunks.text(here.chunk(e)), soFar.weight() + here.weight(e)));
                    }
                }
                if (!any) {
                    longer.add(soFar);
                }
            }
            longer.sort(Comparator.comparingDouble(Decoded::weight).reversed().thenComparing(Decoded::latin));
            beam = longer.stream().filter(distinct()).limit(4L * most).toList();
        }
        return beam.stream().filter(d -> !d.latin().isEmpty()).limit(most).toList();
    }

    private static java.util.function.Predicate<Decoded> distinct() {
        java.util.Set<String> seen = new java.util.HashSet<>();
        return decoded -> seen.add(decoded.latin());
    }
}
