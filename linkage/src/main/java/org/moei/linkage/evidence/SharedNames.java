package org.moei.linkage.evidence;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.moei.linkage.names.LetterBag;
import org.moei.linkage.names.NameBook;
import org.moei.linkage.names.NameToken;
import org.moei.linkage.names.ParsedName;
import org.moei.linkage.names.Reading;

/**
 * The names of a population, read once when first needed and shared by threads, with the letters of their readings: most pairs of names in two
 * scripts are told apart by their letters before anything is aligned.
 */
final class SharedNames {
    /** Two spellings of one name seldom lack more of the shorter one's letters (one in fifty pairs does); of two people's names three in four do. */
    private static final double MOST_LACKING = 0.27;

    private static final int MOST_TOKENS_OF_QUERIES = 400_000;

    private final Population people;
    private NameBook book = new NameBook();
    private AtomicReferenceArray<@Nullable ParsedName> names;
    /** For each name the bags of its readings, two longs each; empty where a part has no reading. */
    private AtomicReferenceArray<long @Nullable []> bags;
    final TokenRarity rarity;

    /** Of a population that no longer changes. */
    SharedNames(Population people) {
        this(people, new TokenRarity.Fixed(people));
    }

    private SharedNames(Population people, TokenRarity rarity) {
        this.people = people;
        this.rarity = rarity;
        names = new AtomicReferenceArray<>(people.written.size());
        bags = new AtomicReferenceArray<>(people.written.size());
    }

    /** Of a population that grows: {@link #follow} and {@link #cut} are to be told. */
    static SharedNames growing(Population people) {
        return new SharedNames(people, new TokenRarity.Held(people));
    }

    /** Names were added at the end; no thread may be comparing. */
    void follow() {
        if (rarity instanceof TokenRarity.Held held) {
            held.follow();
        }
        int size = people.written.size();
        if (size > names.length()) {
            AtomicReferenceArray<@Nullable ParsedName> more = new AtomicReferenceArray<>(size + size / 2 + 16);
            AtomicReferenceArray<long @Nullable []> moreBags = new AtomicReferenceArray<>(size + size / 2 + 16);
            for (int n = 0; n < names.length(); n++) {
                more.set(n, names.get(n));
                moreBags.set(n, bags.get(n));
            }
            names = more;
            bags = moreBags;
        }
    }

    /** Names were taken off the end, of which there were so many before. */
    void cut(int before) {
        int size = people.written.size();
        for (int n = size; n < Math.min(names.length(), before); n++) {
            names.set(n, null);
            bags.set(n, null);
        }
    }

    /**
     * Starts a new book where queries have filled it; whoever remembers token numbers forgets them then.
     *
     * @return whether it did
     */
    boolean renewed() {
        if (book.size() < MOST_TOKENS_OF_QUERIES + 4 * people.vocabulary.size()) {
            return false;
        }
        book = new NameBook();
        names = new AtomicReferenceArray<>(0);
        bags = new AtomicReferenceArray<>(0);
        follow();
        return true;
    }

    ParsedName get(int name) {
        ParsedName known = names.get(name);
        if (known == null) {
            known = book.read(people.written.get(name));
            names.set(name, known);
        }
        return known;
    }

    /** Whether two names may be one by the letters of some of their readings. */
    boolean mayBeOne(int x, int y) {
        return LetterBag.lackingShare(bags(x), bags(y)) <= MOST_LACKING;
    }

    private long[] bags(int name) {
        long[] known = bags.get(name);
        if (known == null) {
            known = made(name);
            bags.set(name, known);
        }
        return known;
    }

    private long[] made(int name) {
        if (get(name).alternative().isPresent()) {
            return new long[0];
        }
        int from = people.tokenStart.get(name);
        int to = people.tokenStart.get(name + 1);
        int readings = 1;
        for (int t = from; t < to; t++) {
            List<Reading> own = token(t).readings();
            if (own.isEmpty()) {
                return new long[0];
            }
            readings = Math.max(readings, Math.min(LetterBag.MOST_READINGS, own.size()));
        }
        long[] made = new long[2 * readings];
        for (int r = 0; r < readings; r++) {
            for (int t = from; t < to; t++) {
                List<Reading> own = token(t).readings();
                LetterBag.add(own.get(Math.min(r, own.size() - 1)).latin(), made, 2 * r);
            }
        }
        return made;
    }

    private NameToken token(int t) {
        return people.vocabulary.token(people.tokens.get(t));
    }
}
