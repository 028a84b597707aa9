package org.moei.indicators;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moei.indicators.internal.find.Found;
import org.moei.indicators.internal.find.Page;
import org.moei.indicators.internal.text.Normalized;
import org.moei.indicators.internal.text.Refanger;

/**
 * Finds the indicators in a text. Time and memory grow with the length of the text, whatever it holds: a scanner looks only a
 * bounded distance around what triggered it. Not safe for several threads at once; make one for each.
 */
public final class Extractor {
    /** Longest text that is read in one piece, in characters; longer ones are given in pieces. */
    public static final int LONGEST = 1 << 26;

    private final Set<IndicatorType> types;
    private final Page page;
    private final Normalized normalized = new Normalized(1 << 12);
    private final Refanger refanger = new Refanger(false);

    private Extractor(Set<IndicatorType> types, @Nullable String country) {
        this.types = types;
        this.page = new Page(country);
    }

    /** Every type; numbers in the local spelling of a country are not reported. */
    public static Extractor ofAllTypes() {
        return new Extractor(EnumSet.allOf(IndicatorType.class), null);
    }

    /**
     * @param types what to report; others are still recognised, so that types exclude each other
     * @param country ISO 3166 alpha-2 of local spellings, where one is known
     */
    public static Extractor of(Set<IndicatorType> types, Optional<String> country) {
        return new Extractor(EnumSet.copyOf(types), country.map(c -> c.toUpperCase(Locale.ROOT)).orElse(null));
    }

    /** The hits in order of their offset; each occurrence is one. */
    public List<Hit> extract(CharSequence text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("The text (" + text.length() + " characters) is longer than " + LONGEST + ".");
        }
        String whole = text.toString();
        refanger.read(whole, normalized);
        List<Found> found = new ArrayList<>(page.read(normalized));
        found.sort(Comparator.comparingInt(Found::from).thenComparingInt(f -> -f.to()).thenComparing(Found::type));
        List<Hit> hits = new ArrayList<>(found.size());
        int counted = 0;
        long points = 0;
        for (Found f : found) {
            if (!types.contains(f.type())) {
                continue;
            }
            int start = normalized.start(f.from());
            int end = normalized.end(f.to());
            if (start < counted) {
                points -= whole.codePointCount(start, counted);
            } else {
                points += whole.codePointCount(counted, start);
            }
            counted = start;
            String slice = whole.substring(start, end);
            Hit hit = new Hit(f.type(), f.value(), slice, points, slice.codePointCount(0, slice.length()), f.confidence(), f.why());
            if (hits.isEmpty() || !isSame(hits.getLast(), hit)) {
                hits.add(hit);
            }
        }
        return hits;
    }

    private static boolean isSame(Hit a, Hit b) {
        return a.type() == b.type() && a.offset() == b.offset() && a.length() == b.length();
    }
}
