package org.moei.linkage.names;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A name as it was written, taken apart. */
public final class ParsedName {
    private final String asWritten;
    private final Encoding encoding;
    private final List<NameToken> tokens;
    private final List<NameToken> parts;

    ParsedName(String asWritten, Encoding encoding, List<NameToken> tokens) {
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
