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
    private final @Nullable EmissionTable toNative;
    private final SpellingModel latinSpellings;
    private final @Nullable SpellingModel nativeSpellings;

    /**
     * A model of its four parts.
     *
     * @param script of the native side
     * @param toLatin emissions of native units
     * @param toNative emissions of Latin letters; null where only the rules from native to Latin are known
     * @param latinSpellings how usual spellings in Latin letters are
     * @param nativeSpellings how usual spellings in the script are; null where not known
     */
    public LetterModel(
            NameScript script,
            EmissionTable toLatin,
            @Nullable EmissionTable toNative,
            SpellingModel latinSpellings,
            @Nullable SpellingModel nativeSpellings) {
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
        private float @Nullable [] bounds;

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

    private static final EmissionTable.Prepared NOTHING = new EmissionTable.Prepared(new Emissions[0], new Emissions[0]);
    private static final float USUAL_UNIT = -2.6f;

    /** Prepares letters a–z. */
    public Spelling latin(String normal) {
        List<String> letters = Units.split(NameScript.LATIN, normal);
        return new Spelling(true, toLatin.spans(letters), toNative == null ? NOTHING : toNative.prepare(toNative.source.findAll(letters)),
                latinSpellings.score(latinSpellings.units.findAll(letters)));
    }

    /** Prepares a token in its normal form. */
    public Spelling nativeSpelling(String normal) {
        List<String> letters = Units.split(script, normal);
        return new Spelling(false, toNative == null ? new int[0] : toNative.spans(letters), toLatin.prepare(toLatin.source.findAll(letters)),
                nativeSpellings == null ? USUAL_UNIT * letters.size() : nativeSpellings.score(nativeSpellings.units.findAll(letters)));
    }

    /** Makes a spelling fast for many comparisons by {@link #quick}; it then holds some hundred kilobytes. */
    public Spelling asQuery(Spelling spelling) {
        EmissionTable table = spelling.latin ? toNative : toLatin;
        if (table != null) {
            spelling.rows = table.rows(spelling.prepared);
            spelling.bounds = table.bounds(spelling.prepared);
        }
        return spelling;
    }

    /**
     * One direction of {@link #fit}, from a query made ready by {@link #asQuery}: ln P(other | query) − ln P(other). Where it is below {@code least}, any
     * value below that.
     */
    public float quick(Spelling query, Spelling other, float least, float[] scratch) {
        EmissionTable table = query.latin ? toNative : toLatin;
        if (table == null) {
            return toLatin.score(other.prepared, query.spans, scratch) - query.usual;
        }
        float[][] rows = query.rows;
        float[] bounds = query.bounds;
        if (rows == null || bounds == null) {
            throw new IllegalArgumentException("The spelling is not made ready.\nMaybe call asQuery first.");
        }
        // units of several characters cannot be told apart within a chunk, so there is no bound for Myanmar
        float bound = script == NameScript.MYANMAR ? Float.POSITIVE_INFINITY : table.bound(bounds, other.spans) - other.usual;
        return bound < least ? bound : table.score(rows, other.spans, scratch) - other.usual;
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
        double forth = there - latin.usual;
        double back = toNative == null ? forth : toNative.score(latin.prepared, nativeSide.spans, scratch) - nativeSide.usual;
        return new Fit((forth + back) / 2, toLatin.best(nativeSide.prepared) - there);
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
