package org.moei.linkage.names;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads the names of a collection so that equal tokens are one object: what a token needs to be compared is made once for all names that hold it, and how two
 * tokens agree can be remembered by their numbers ({@link TokenMemory}). Thread-safe.
 */
public final class NameBook {
    private final Map<NameToken, NameToken> tokens = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger(1);

    /** Reads a name as {@link Names#read} does. */
    public ParsedName read(String asWritten) {
        return shared(Names.read(asWritten));
    }

    /** Distinct tokens so far. */
    public int size() {
        return next.get() - 1;
    }

    private ParsedName shared(ParsedName name) {
        List<NameToken> own = name.tokens().stream().map(this::shared).toList();
        return new ParsedName(name.asWritten(), name.encoding(), own, name.alternative().map(this::shared).orElse(null), this);
    }

    NameToken shared(NameToken token) {
        NameToken known = tokens.get(token);
        return known != null ? known : tokens.computeIfAbsent(token, t -> t.numbered(next.getAndIncrement()));
    }
}
