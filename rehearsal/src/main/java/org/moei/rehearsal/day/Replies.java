package org.moei.rehearsal.day;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Replies by indicator code, one byte each: there are fifty thousand people with 67 of them. */
@SuppressWarnings("EnumOrdinal") // kept in memory only
public final class Replies {
    public static final Replies NONE = new Replies(List.of(), new byte[0]);

    private final List<String> codes;
    private final byte[] replies;

    private Replies(List<String> codes, byte[] replies) {
        this.codes = codes;
        this.replies = replies;
    }

    /**
     * @param codes shared by all people, e.g. {@code DR1}
     * @param replies in the same order
     */
    public static Replies of(List<String> codes, List<Reply> replies) {
        if (codes.size() != replies.size()) {
            throw new IllegalArgumentException("There are " + codes.size() + " codes and " + replies.size() + " replies.");
        }
        byte[] bytes = new byte[replies.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) replies.get(i).ordinal();
        }
        return new Replies(codes, bytes);
    }

    /** All replies, in the order of the codes. */
    public Map<String, Reply> all() {
        Map<String, Reply> all = new LinkedHashMap<>();
        for (int i = 0; i < replies.length; i++) {
            all.put(codes.get(i), Reply.values()[replies[i]]);
        }
        return Collections.unmodifiableMap(all);
    }
}
