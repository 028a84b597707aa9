package org.moei.linkage.names;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One token of a name. Readings and keys are made on first use; two threads may do so at once and get equal answers. */
public final class NameToken {
    private final String written;
    private final String normal;
    private final NameScript script;
    private final TokenRole role;
    private final int number;
    private volatile List<Reading> readings = List.of();
    private volatile String skeleton = "";
    private volatile @Nullable TokenSpellings spellings;
    private volatile long @Nullable [] bags;

    NameToken(String written, String normal, NameScript script, TokenRole role) {
        this(written, normal, script, role, 0);
    }

    private NameToken(String written, String normal, NameScript script, TokenRole role, int number) {
        this.number = number;
        this.written = written;
        this.normal = normal;
        this.script = script;
        this.role = role;
    }

    /** Tokens of one script written as one. */
    static NameToken joined(List<NameToken> tokens) {
        StringBuilder normal = new StringBuilder();
        tokens.forEach(t -> normal.append(t.normal()));
        return new NameToken(normal.toString(), normal.toString(), tokens.getFirst().script(), TokenRole.NAME);
    }

    /** The same token as the one of its kind in a {@link NameBook}. */
    NameToken numbered(int own) {
        return new NameToken(written, normal, script, role, own);
    }

    /** Its number in a {@link NameBook}, or 0 where it stands in none. */
    int number() {
        return number;
    }

    /** As written, encoding repaired. */
    public String written() {
        return written;
    }

    /** Lower case, no marks, variant letters of one sound merged: what is compared as characters. a–z only for Latin. */
    public String normal() {
        return normal;
    }

    /** The script of its letters. */
    public NameScript script() {
        return script;
    }

    /** What it does in the name. */
    public TokenRole role() {
        return role;
    }

    /** Latin readings, the likeliest first; empty only for a script without a table. */
    public List<Reading> readings() {
        List<Reading> known = readings;
        if (known.isEmpty()) {
            known = Readings.of(this);
            readings = known;
        }
        return known;
    }

    /** The consonant classes of the first reading: a blocking key; empty if the token has no reading. */
    public String skeleton() {
        String known = skeleton;
        if (known.isEmpty() && !readings().isEmpty()) {
            known = Skeleton.of(readings().getFirst().latin());
            skeleton = known;
        }
        return known;
    }

    /** Skeletons of all readings, without repetition, the likeliest first. */
    public List<String> skeletons() {
        return readings().stream().map(r -> Skeleton.of(r.latin())).distinct().toList();
    }

    /** Finer keys than the skeleton: vowels kept as classes, usual confusions merged. One for each reading, without repetition. */
    public List<String> phoneticKeys() {
        return readings().stream().map(r -> Skeleton.phonetic(r.latin())).distinct().toList();
    }

    /** The {@link LetterBag}s of its readings, two longs each; empty if it has no reading. */
    long[] bags() {
        long[] known = bags;
        if (known == null) {
            List<Reading> own = readings();
            known = new long[2 * Math.min(LetterBag.MOST_READINGS, own.size())];
            for (int r = 0; r < known.length; r += 2) {
                LetterBag.add(own.get(r / 2).latin(), known, r);
            }
            bags = known;
        }
        return known;
    }

    /** For comparisons; shared by them. */
    TokenSpellings spellings() {
        TokenSpellings known = spellings;
        if (known == null) {
            known = new TokenSpellings(normal, script);
            spellings = known;
        }
        return known;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NameToken token && token.normal.equals(normal) && token.role == role && token.script == script;
    }

    @Override
    public int hashCode() {
        return normal.hashCode();
    }

    /** Role and script only: a name must not reach a log. */
    @Override
    public String toString() {
        return role + "/" + script;
    }
}
