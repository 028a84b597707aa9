package org.moei.linkage.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moei.linkage.names.NameToken;
import org.moei.linkage.names.Names;
import org.moei.linkage.names.TokenRole;

/**
 * Reads names that are words of ASCII letters between single spaces, each distinct word once: most names of long Latin lists. What it gives is what
 * {@link Names#read} gives; any other name is left to that. One thread.
 */
final class PlainWords {
    private static final int LONGEST = 100;
    private static final int MOST_WORDS = 8;
    private static final int MOST_KNOWN = 4_000_000;

    private final Map<String, NameToken> known = new HashMap<>();

    /** The parts of a plain name, or empty for a name that is not. */
    Optional<List<NameToken>> read(String name) {
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        List<NameToken> all = new ArrayList<>(3);
        int from = 0;
        while (from < name.length()) {
            int to = from;
            while (to < name.length() && isLetter(name.charAt(to))) {
                to++;
            }
            boolean ends = to == name.length();
            if (to == from || !ends && (name.charAt(to) != ' ' || to + 1 == name.length()) || all.size() == MOST_WORDS) {
                return Optional.empty();
            }
            NameToken token = token(name.substring(from, to));
            if (token == null) {
                return Optional.empty();
            }
            all.add(token);
            from = to + 1;
        }
        return Optional.of(parts(all));
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private @Nullable NameToken token(String word) {
        NameToken token = known.get(word);
        if (token == null && known.size() < MOST_KNOWN) {
            List<NameToken> read = Names.read(word).tokens();
            if (read.size() == 1) {
                token = read.getFirst();
                known.put(word, token);
            }
        }
        return token;
    }

    /** As a parsed name does: names, initials and fillers; where there is none, whatever is no placeholder. */
    private static List<NameToken> parts(List<NameToken> all) {
        boolean each = true;
        for (NameToken token : all) {
            each &= token.role().isPart();
        }
        if (each) {
            return all;
        }
        List<NameToken> found = all.stream().filter(t -> t.role().isPart()).toList();
        return found.isEmpty() ? all.stream().filter(t -> t.role() != TokenRole.PLACEHOLDER).toList() : found;
    }
}
