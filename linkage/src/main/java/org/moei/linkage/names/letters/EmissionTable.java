package org.moei.linkage.names.letters;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Probabilities of the chunks that a source unit emits, for its contexts from none to two neighbours on each side. The longest context that
 * the table holds counts; the fit has already mixed the shorter ones into it.
 */
public final class EmissionTable {
    /** Contexts: the unit alone; with the next; with both neighbours; and one more behind; and one more before. */
    public static final int LEVELS = 5;

    /** For a chunk that the unit emits elsewhere, but not in this context. */
    public static final float OUT_OF_CONTEXT = -2.5f;

    /** A unit that is not spelt at all, where that is not usual. */
    private static final float SILENT = -6.5f;

    final Vocabulary source;
    final Vocabulary chunks;
    final int longestChunk;
    /** For one target unit that nothing explains: how rare units are, and a penalty. */
    final float floor;
    final int empty;
    private final boolean[] single;
    private final List<Map<Long, Emissions>> levels;
    private final LongIndex[] indexes;
    private final Emissions[][] emissions;
    private static final Emissions NONE = new Emissions(new int[0], new float[0]);

    /** A table over these vocabularies; {@code floor} is the weight of an unexplained target unit; {@code levels.get(n)} is keyed by {@link #key}. */
    public EmissionTable(Vocabulary source, Vocabulary chunks, int longestChunk, float floor, List<Map<Long, Emissions>> levels) {
        this.source = source;
        this.chunks = chunks;
        this.longestChunk = longestChunk;
        this.floor = floor;
        this.empty = chunks.add("");
        this.single = new boolean[chunks.size()];
        for (int c = Vocabulary.FIRST; c < single.length; c++) {
            String text = chunks.text(c);
            single[c] = !text.isEmpty() && text.codePointCount(0, text.length()) == 1;
        }
        this.levels = levels.stream().map(level -> (Map<Long, Emissions>) new HashMap<>(level)).toList();
        indexes = new LongIndex[levels.size()];
        emissions = new Emissions[levels.size()][];
        for (int level = 0; level < indexes.length; level++) {
            Map<Long, Emissions> here = this.levels.get(level);
            indexes[level] = new LongIndex(here.keySet());
            emissions[level] = here.values().toArray(new Emissions[0]);
        }
    }

    /** The key of the context of unit i at a level, twelve bits a unit. */
    public static long key(int[] units, int i, int level) {
        long key = units[i];
        if (level >= 1) {
            key = key << 12 | at(units, i + 1);
        }
        if (level >= 2) {
            key = key << 12 | at(units, i - 1);
        }
        if (level >= 3) {
            key = key << 12 | at(units, i + 2);
        }
        if (level >= 4) {
            key = key << 12 | at(units, i - 2);
        }
        return key;
    }

    private static int at(int[] units, int i) {
        return i < 0 ? Vocabulary.START : i >= units.length ? Vocabulary.END : units[i];
    }

    /** Emissions of unit i in the longest context known. */
    Emissions inContext(int[] units, int i) {
        for (int level = levels.size() - 1; level >= 0; level--) {
            int found = indexes[level].find(key(units, i, level));
            if (found >= 0) {
                return emissions[level][found];
            }
        }
        return NONE;
    }

    /** Emissions of unit i whatever its neighbours. */
    Emissions alone(int[] units, int i) {
        int found = indexes[0].find(units[i]);
        return found < 0 ? NONE : emissions[0][found];
    }

    /** The contexts of a level. */
    Map<Long, Emissions> level(int level) {
        return levels.get(level);
    }

    /** Chunk numbers of every span of the target: [from * longestChunk + length − 1], {@link Vocabulary#UNKNOWN} where no chunk. */
    int[] spans(List<String> target) {
        int n = target.size();
        int[] spans = new int[n * longestChunk];
        for (int from = 0; from < n; from++) {
            String text = "";
            for (int length = 1; length <= longestChunk; length++) {
                int at = from * longestChunk + length - 1;
                if (from + length > n) {
                    spans[at] = Vocabulary.UNKNOWN;
                } else {
                    text += target.get(from + length - 1);
                    spans[at] = chunks.find(text);
                }
            }
        }
        return spans;
    }

    /** A source made ready: for each unit its emissions in context and alone. */
    record Prepared(Emissions[] here, Emissions[] alone) {}

    Prepared prepare(int[] units) {
        Emissions[] here = new Emissions[units.length];
        Emissions[] alone = new Emissions[units.length];
        for (int i = 0; i < units.length; i++) {
            here[i] = inContext(units, i);
            alone[i] = alone(units, i);
        }
        return new Prepared(here, alone);
    }

    /** ln P(chunk | unit i), minus infinity for a longer chunk that nothing expects. */
    private float weight(Prepared source, int i, int chunk) {
        float found = source.here[i].find(chunk);
        if (!Float.isNaN(found)) {
            return found;
        }
        float unexpected = chunk == empty ? SILENT : single[chunk] ? floor : Float.NEGATIVE_INFINITY;
        found = source.alone[i].find(chunk);
        return Float.isNaN(found) ? unexpected : Math.max(unexpected, found + OUT_OF_CONTEXT);
    }

    /** Dense weights of a source that is compared with many: row i holds the log probability of each chunk number. */
    float[][] rows(Prepared source) {
        float[][] rows = new float[source.here.length][];
        for (int i = 0; i < rows.length; i++) {
            float[] row = new float[chunks.size()];
            Arrays.fill(row, Float.NEGATIVE_INFINITY);
            for (int chunk = Vocabulary.FIRST; chunk < row.length; chunk++) {
                if (single[chunk]) {
                    row[chunk] = floor;
                }
            }
            row[empty] = SILENT;
            Emissions alone = source.alone[i];
            for (int e = 0; e < alone.size(); e++) {
                row[alone.chunk(e)] = Math.max(row[alone.chunk(e)], alone.weight(e) + OUT_OF_CONTEXT);
            }
            Emissions here = source.here[i];
            for (int e = 0; e < here.size(); e++) {
                row[here.chunk(e)] = here.weight(e);
            }
            rows[i] = row;
        }
        return rows;
    }

    /** ln P(target | source) along the best alignment; {@code rows} of the source, {@code spans} of the target, scratch longer than the target. */
    float score(float[][] rows, int[] spans, float[] scratch) {
        int k = longestChunk;
        int m = spans.length / k;
        start(scratch, m);
        for (float[] weights : rows) {
            float nothing = weights[empty];
            for (int j = m; j >= 0; j--) {
                float best = scratch[j] + nothing;
                int most = Math.min(k, j);
                for (int length = 1; length <= most; length++) {
                    float w = scratch[j - length] + weights[spans[(j - length) * k + length - 1]];
                    best = w > best ? w : best;
                }
                scratch[j] = best;
            }
            insert(scratch, m);
        }
        return scratch[m];
    }

    /** The same from a source that is compared with few. */
    float score(Prepared source, int[] spans, float[] scratch) {
        int k = longestChunk;
        int m = spans.length / k;
        start(scratch, m);
        for (int i = 0; i < source.here.length; i++) {
            float nothing = weight(source, i, empty);
            for (int j = m; j >= 0; j--) {
                float best = scratch[j] + nothing;
                int most = Math.min(k, j);
                for (int length = 1; length <= most; length++) {
                    int chunk = spans[(j - length) * k + length - 1];
                    if (chunk != Vocabulary.UNKNOWN) {
                        float w = scratch[j - length] + weight(source, i, chunk);
                        best = w > best ? w : best;
                    }
                }
                scratch[j] = best;
            }
            insert(scratch, m);
        }
        return scratch[m];
    }

    /** For each single-unit chunk more than any alignment with this source can give it: its best share of a chunk that holds it. */
    float[] bounds(Prepared source) {
        float[] bounds = new float[chunks.size()];
        Arrays.fill(bounds, floor);
        for (int i = 0; i < source.here.length; i++) {
            for (Emissions emissions : new Emissions[] {source.here[i], source.alone[i]}) {
                for (int e = 0; e < emissions.size(); e++) {
                    int chunk = emissions.chunk(e);
                    String text = chunks.text(chunk);
                    int length = text.codePointCount(0, text.length());
                    float share = (emissions.weight(e) + (emissions == source.here[i] ? 0 : OUT_OF_CONTEXT)) / Math.max(1, length);
                    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
                        int single = chunks.find(Character.toString(text.codePointAt(at)));
                        bounds[single] = Math.max(bounds[single], share);
                    }
                }
            }
        }
        return bounds;
    }

    /** Not less than {@link #score} for the source of these bounds. */
    float bound(float[] bounds, int[] spans) {
        float sum = 0;
        for (int at = 0; at < spans.length; at += longestChunk) {
            sum += bounds[spans[at]];
        }
        return sum;
    }

    private void start(float[] scratch, int m) {
        scratch[0] = 0;
        for (int j = 1; j <= m; j++) {
            scratch[j] = scratch[j - 1] + floor - 0.5f;
        }
    }

    private void insert(float[] scratch, int m) {
        for (int j = 1; j <= m; j++) {
            float w = scratch[j - 1] + floor - 0.5f;
            scratch[j] = w > scratch[j] ? w : scratch[j];
        }
    }

    /** The weight of the likeliest spelling of a source. */
    float best(Prepared source) {
        float sum = 0;
        for (Emissions here : source.here) {
            float best = SILENT;
            for (int e = 0; e < here.size(); e++) {
                best = Math.max(best, here.weight(e));
            }
            sum += best;
        }
        return sum;
    }
}
