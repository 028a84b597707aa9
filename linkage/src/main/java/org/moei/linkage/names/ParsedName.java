package org.moei.linkage.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A name as it was written, taken apart. */
public final class ParsedName {
    private final String asWritten;
    private final Encoding encoding;
    private final List<NameToken> tokens;
    private final List<NameToken> parts;
    private final @Nullable ParsedName alternative;
    private final @Nullable NameBook book;
    private volatile @Nullable NameToken @Nullable [] pairs;
    private volatile @Nullable List<NameToken> wholes;

    ParsedName(String asWritten, Encoding encoding, List<NameToken> tokens, @Nullable ParsedName alternative) {
        this(asWritten, encoding, tokens, alternative, null);
    }

    ParsedName(String asWritten, Encoding encoding, List<NameToken> tokens, @Nullable ParsedName alternative, @Nullable NameBook book) {
        this.book = book;
        this.alternative = alternative;
        this.asWritten = asWritten;
        this.encoding = encoding;
        this.tokens = List.copyOf(tokens);
        List<NameToken> found = this.tokens.stream().filter(t -> t.role().isPart()).toList();
        this.parts = found.isEmpty() ? this.tokens.stream().filter(t -> t.role() != TokenRole.PLACEHOLDER).toList() : found;
    }

    /** The string that was read. */
    public String asWritten() {
        return asWritten;
    }

    /** The encoding it was found in. */
    public Encoding encoding() {
        return encoding;
    }

    /** The same characters in another encoding, where they make sense in both (short Burmese names in Zawgyi or Unicode). */
    public Optional<ParsedName> alternative() {
        return Optional.ofNullable(alternative);
    }

    /** All tokens in the order written. */
    public List<NameToken> tokens() {
        return tokens;
    }

    /** The tokens that are compared: names, initials and fillers; where there is none, particles and honorifics (U Min may be all there is). */
    public List<NameToken> parts() {
        return parts;
    }

    /** Whether the source said nothing: no letters, or placeholders such as FNU only. */
    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** The script of most letters; {@link NameScript#NONE} for an empty name. */
    public NameScript script() {
        NameScript best = NameScript.NONE;
        int most = 0;
        for (NameToken token : parts) {
            int letters = 0;
            for (NameToken other : parts) {
                letters += other.script() == token.script() ? other.normal().length() : 0;
            }
            if (letters > most) {
                most = letters;
                best = token.script();
            }
        }
        return best;
    }

    /** The normal forms of the parts joined by spaces, in the order written. */
    public String normal() {
        return parts.stream().map(NameToken::normal).collect(Collectors.joining(" "));
    }

    /** Keys of the whole name: skeletons joined in the order written, and sorted. For blocking; empty for an empty name. */
    public List<String> skeletonKeys() {
        List<String> each = new ArrayList<>();
        for (NameToken token : parts) {
            if (!token.skeleton().isEmpty()) {
                each.add(token.skeleton());
            }
        }
        if (each.isEmpty()) {
            return List.of();
        }
        String joined = String.join("", each);
        String sorted = each.stream().sorted().collect(Collectors.joining(" "));
        return List.of(joined, sorted);
    }

    /** The i-th part and the one after it written as one word. */
    NameToken joinedPair(int i) {
        @Nullable NameToken[] known = pairs;
        if (known == null) {
            known = new NameToken[parts.size()];
            pairs = known;
        }
        NameToken pair = known[i];
        if (pair == null) {
            pair = joined(parts.subList(i, i + 2));
            known[i] = pair;
        }
        return pair;
    }

    private NameToken joined(List<NameToken> together) {
        NameToken token = NameToken.joined(together);
        return book == null ? token : book.shared(token);
    }

    /** All parts as one word in the order written; with the last first; with the first last. Empty for one part, many parts, or two scripts. */
    List<NameToken> wholes() {
        List<NameToken> known = wholes;
        if (known == null) {
            known = made();
            wholes = known;
        }
        return known;
    }

    private List<NameToken> made() {
        if (parts.size() < 2 || parts.size() > 6 || parts.stream().anyMatch(t -> t.script() != parts.getFirst().script())) {
            return List.of();
        }
        List<NameToken> found = new ArrayList<>();
        for (int first : parts.size() == 2 ? new int[] {0, 1} : new int[] {0, parts.size() - 1, 1}) {
            List<NameToken> turned = new ArrayList<>(parts.subList(first, parts.size()));
            turned.addAll(parts.subList(0, first));
            found.add(joined(turned));
        }
        return List.copyOf(found);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ParsedName name && name.tokens.equals(tokens);
    }

    @Override
    public int hashCode() {
        return tokens.hashCode();
    }

    /** How many tokens, not which: a name must not reach a log. */
    @Override
    public String toString() {
        return "ParsedName[" + tokens.size() + " tokens]";
    }
}
