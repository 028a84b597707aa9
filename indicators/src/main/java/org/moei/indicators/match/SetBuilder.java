package org.moei.indicators.match;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.moei.indicators.IndicatorType;

/**
 * Collects indicators and writes them as a set. Domains are kept as fingerprints only: a hit's own text says which one it was.
 *
 * <p>The file, little-endian longs: magic, domains, slots, filter words, tokens, token slots, ranges, flags, blob bytes; then the
 * filter of names, that of their last two labels, the domain slots, the token slots (fingerprint and place in the blob in turn), the ranges (low and
 * high of 128 bits, place, the range around it), and the blob (type, length, text).
 */
public final class SetBuilder {
    static final long MAGIC = 0x335445534945_4F4DL;
    static final int HEADER = 9;

    private final Set<String> warned;
    private long[] names = new long[1 << 16];
    private long[] endings = new long[1 << 16];
    private int count;
    private final List<Token> tokens = new ArrayList<>();
    private int[] places = new int[0];
    private long flags;

    record Token(IndicatorType type, String value) {}

    /** @param warned domains of warning lists, in lower case: they are hit exactly only */
    public SetBuilder(Set<String> warned) {
        this.warned = warned;
    }

    public int size() {
        return count + tokens.size();
    }

    /** A dotted domain in ASCII without {@code xn--}, as bytes of a list; the fast way in. */
    public void addDomain(byte[] bytes, int from, int to, Scope scope) {
        boolean exact = scope == Scope.EXACT || !warned.isEmpty() && warned.contains(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
        if (count == names.length) {
            names = Arrays.copyOf(names, count * 2);
            endings = Arrays.copyOf(endings, count * 2);
        }
        endings[count] = Fingerprints.ending(bytes, from, to);
        names[count++] = Fingerprints.name(bytes, from, to) | (exact ? 0 : 1);
    }

    /** Any indicator; false where the value cannot be one of its type. */
    public boolean add(IndicatorType type, String value, Scope scope) {
        String normal = Values.normal(type, value);
        if (normal == null) {
            return false;
        }
        switch (type) {
            case DOMAIN, ONION -> {
                byte[] bytes = normal.getBytes(StandardCharsets.US_ASCII);
                flags |= normal.contains("xn--") ? IndicatorSet.IDN : 0;
                flags |= normal.indexOf('.') < 0 ? IndicatorSet.SINGLE : 0;
                addDomain(bytes, 0, bytes.length, scope);
            }
            case CIDR -> {
                if (Ranges.parse(normal) == null) {
                    return false;
                }
                flags |= IndicatorSet.CIDR;
                tokens.add(new Token(type, normal));
            }
            default -> {
                flags |= IndicatorSet.flag(type);
                tokens.add(new Token(type, normal));
            }
        }
        return true;
    }

    /** The size of the file in bytes. */
    public long write(Path path) throws IOException {
        int slots = Math.max(16, (int) Math.min(Integer.MAX_VALUE - 8, (long) (count / 0.72) + 1));
        int filterBits = Math.max(16, 64 - Long.numberOfLeadingZeros(Math.max(1, count) * 12L));
        long filterWords = 1L << (filterBits - 6);
        int tokenSlots = Integer.highestOneBit(Math.max(8, tokens.size() * 2)) * 2;
        byte[] blob = blob();
        List<Ranges.Range> ranges = Ranges.of(tokens, places);
        long size = 8L * (HEADER + filterWords + endingWords(filterWords) + slots + 2L * tokenSlots + 6L * ranges.size()) + blob.length;
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
                Arena arena = Arena.ofConfined()) {
            MemorySegment file = channel.map(FileChannel.MapMode.READ_WRITE, 0, size, arena);
            long[] header = {MAGIC, count, slots, filterWords, tokens.size(), tokenSlots, ranges.size(), flags, blob.length};
            MemorySegment.copy(header, 0, file, ValueLayout.JAVA_LONG_UNALIGNED, 0, HEADER);
            long at = 8L * HEADER;
            at = put(file, at, filter(names, filterWords));
            at = put(file, at, filter(endings, endingWords(filterWords)));
            at = put(file, at, domainTable(slots));
            at = put(file, at, tokenTable(tokenSlots));
            long[] flat = new long[ranges.size() * 6];
            for (int i = 0; i < ranges.size(); i++) {
                Ranges.Range r = ranges.get(i);
                flat[i * 6] = r.lowHigh();
                flat[i * 6 + 1] = r.lowLow();
                flat[i * 6 + 2] = r.highHigh();
                flat[i * 6 + 3] = r.highLow();
                flat[i * 6 + 4] = r.place();
                flat[i * 6 + 5] = Ranges.parent(ranges, i, flat);
            }
            at = put(file, at, flat);
            MemorySegment.copy(blob, 0, file, ValueLayout.JAVA_BYTE, at, blob.length);
        }
        return size;
    }

    private static long put(MemorySegment file, long at, long[] longs) {
        MemorySegment.copy(longs, 0, file, ValueLayout.JAVA_LONG_UNALIGNED, at, longs.length);
        return at + 8L * longs.length;
    }

    /** Names share endings, so half the room is enough for those. */
    static long endingWords(long filterWords) {
        return filterWords >>> 1;
    }

    private long[] filter(long[] keys, long words) {
        long[] filter = new long[(int) words];
        int shift = shift(words);
        for (int i = 0; i < count; i++) {
            filter[(int) (keys[i] >>> shift)] |= Fingerprints.filterBits(keys[i]);
        }
        return filter;
    }

    /** How far a key is shifted to give its word of a filter of so many, a power of two. */
    static int shift(long words) {
        return Long.numberOfLeadingZeros(words) + 1;
    }

    private long[] domainTable(int slots) {
        long[] table = new long[slots];
        for (int i = 0; i < count; i++) {
            long key = names[i];
            int slot = slot(key, slots);
            while (table[slot] != 0 && (table[slot] & ~1L) != (key & ~1L)) {
                slot = slot + 1 == slots ? 0 : slot + 1;
            }
            table[slot] |= key;
        }
        return table;
    }

    /** Spreads over any number of slots (Lemire's multiply-shift), by bits that the filter did not use. */
    static int slot(long key, int slots) {
        long mixed = (key & ~1L) * 0x9E3779B97F4A7C15L;
        return (int) ((mixed >>> 32) * slots >>> 32);
    }

    private byte[] blob() {
        var out = new java.io.ByteArrayOutputStream();
        places = new int[tokens.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = out.size();
            byte[] text = tokens.get(i).value().getBytes(StandardCharsets.UTF_8);
            out.write(tokens.get(i).type().ordinal());
            out.write(text.length >> 8);
            out.write(text.length);
            out.writeBytes(text);
        }
        return out.toByteArray();
    }

    private long[] tokenTable(int slots) {
        long[] table = new long[slots * 2];
        for (int i = 0; i < places.length; i++) {
            Token token = tokens.get(i);
            if (token.type() == IndicatorType.CIDR) {
                continue;
            }
            long key = Fingerprints.value(IndicatorSet.kind(token.type()), token.value()) | 1;
            int slot = (int) (key >>> 20) & (slots - 1);
            while (table[slot * 2] != 0 && table[slot * 2] != key) {
                slot = slot + 1 & (slots - 1);
            }
            table[slot * 2] = key;
            table[slot * 2 + 1] = places[i];
        }
        return table;
    }
}
