package org.moei.indicators.match;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;
import org.moei.indicators.IndicatorType;

/**
 * A compiled set of indicators, mapped from its file, with a small mutable addition on top. Reading is safe for several
 * threads; {@link #add} must not run beside reading.
 */
public final class IndicatorSet implements AutoCloseable {
    static final long IDN = 1;
    static final long CIDR = 2;
    static final long IP = 4;
    static final long IP6 = 8;
    static final long EMAIL = 16;
    static final long URL = 32;
    static final long PHONE = 64;
    /** Runs of letters and digits without a dot: hashes, wallets, handles. */
    static final long TOKEN = 128;
    /** Names without a dot stand in the set. */
    static final long SINGLE = 256;

    private static final IndicatorType[] TYPES = IndicatorType.values();
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;

    private final Arena arena;
    private final MemorySegment file;
    private final long[] filter;
    private final int filterShift;
    private final long[] endings;
    private final int endingShift;
    private final int slots;
    private final long tableAt;
    private final int tokenSlots;
    private final long tokensAt;
    private final int ranges;
    private final long rangesAt;
    private final long blobAt;
    private final long domains;
    private final long tokens;
    private long flags;
    private final Map<Long, Boolean> added = new HashMap<>();
    /** In place of names, where the set is a filter that was handed out. */
    private final @Nullable HandOut handOut;

    /** An indicator that is not a domain, as the list had it. */
    public record Entry(IndicatorType type, String value) {}

    /** An empty set that asks a filter. */
    private IndicatorSet(HandOut handOut) {
        this.handOut = handOut;
        arena = Arena.ofAuto();
        file = MemorySegment.NULL;
        filter = new long[0];
        filterShift = 0;
        endings = new long[0];
        endingShift = 0;
        slots = 0;
        tableAt = 0;
        tokenSlots = 0;
        tokensAt = 0;
        ranges = 0;
        rangesAt = 0;
        blobAt = 0;
        domains = handOut.names();
        tokens = 0;
    }

    private IndicatorSet(Arena arena, MemorySegment file, Path path) {
        this.handOut = null;
        this.arena = arena;
        this.file = file;
        if (file.byteSize() < 8L * SetBuilder.HEADER || file.get(LONG, 0) != SetBuilder.MAGIC) {
            throw Problem.of(Problem.Kind.WRONG_USE, "set-format", "The file is not a compiled set of indicators.").at(Problem.Where.row(path.toString(), 0, "")).asException();
        }
        domains = file.get(LONG, 8);
        slots = (int) file.get(LONG, 16);
        long filterWords = file.get(LONG, 24);
        tokens = file.get(LONG, 32);
        tokenSlots = (int) file.get(LONG, 40);
        ranges = (int) file.get(LONG, 48);
        flags = file.get(LONG, 56);
        long blob = file.get(LONG, 64);
        long filterAt = 8L * SetBuilder.HEADER;
        long endingWords = SetBuilder.endingWords(filterWords);
        tableAt = filterAt + 8 * (filterWords + endingWords);
        tokensAt = tableAt + 8L * slots;
        rangesAt = tokensAt + 16L * tokenSlots;
        blobAt = rangesAt + 48L * ranges;
        if (slots < 1 || filterWords < 2 || filterWords > 1 << 28 || Long.bitCount(filterWords) != 1 || blobAt + blob != file.byteSize()) {
            throw Problem.of(Problem.Kind.WRONG_USE, "set-broken", "The compiled set is cut or damaged.").at(Problem.Where.row(path.toString(), 0, "")).asException();
        }
        filter = new long[(int) filterWords];
        MemorySegment.copy(file, LONG, filterAt, filter, 0, filter.length);
        filterShift = SetBuilder.shift(filterWords);
        endings = new long[(int) endingWords];
        MemorySegment.copy(file, LONG, filterAt + 8 * filterWords, endings, 0, endings.length);
        endingShift = SetBuilder.shift(endingWords);
    }

    @SuppressWarnings("MustBeClosedChecker") // the set owns what it maps and is closed by its caller
    public static IndicatorSet open(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            if (HandOut.isHandOut(in.readNBytes(8))) {
                return new IndicatorSet(HandOut.open(path));
            }
        }
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return new IndicatorSet(arena, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena), path);
        } catch (IOException | RuntimeException failed) {
            arena.close();
            throw failed;
        }
    }

    /** Whether the file begins as a compiled set or a filter that was handed out does. */
    public static boolean isSet(byte[] head) {
        byte[] magic = {'M', 'O', 'E', 'I', 'S', 'E', 'T', '3'};
        return head.length >= 8 && java.util.Arrays.equals(head, 0, 8, magic, 0, 8) || HandOut.isHandOut(head);
    }

    /** How many indicators it holds. */
    public long size() {
        return domains + tokens + added.size();
    }

    public long bytes() {
        return file.byteSize();
    }

    /** The odds that one look-up of an absent name finds another's fingerprint: names over 2^63. */
    public double collisionOdds() {
        return handOut == null ? domains / 0x1p63 : handOut.falseShare();
    }

    /** Adds a domain on top of the mapped set; takes about a microsecond. */
    public void add(String domain, Scope scope) {
        String normal = Values.normal(IndicatorType.DOMAIN, domain);
        if (normal == null) {
            throw new IllegalArgumentException("The domain (" + domain + ") has no ASCII form.");
        }
        byte[] bytes = normal.getBytes(StandardCharsets.US_ASCII);
        long key = Fingerprints.name(bytes, 0, bytes.length);
        added.merge(key, scope == Scope.SUBDOMAINS, Boolean::logicalOr);
        filter[(int) (key >>> filterShift)] |= Fingerprints.filterBits(key);
        long ending = Fingerprints.ending(bytes, 0, bytes.length);
        endings[(int) (ending >>> endingShift)] |= Fingerprints.filterBits(ending);
        flags |= normal.contains("xn--") ? IDN : 0;
    }

    boolean has(long flag) {
        return (flags & flag) != 0;
    }

    /** Whether a domain of two labels or more may end in the two labels with this fingerprint. */
    boolean mayEnd(long key) {
        if (handOut != null) {
            return true;
        }
        long bits = Fingerprints.filterBits(key);
        return (endings[(int) (key >>> endingShift)] & bits) == bits;
    }

    boolean mayHold(long key) {
        if (handOut != null) {
            return handOut.mayHold(key | 1) || handOut.mayHold(key);
        }
        long bits = Fingerprints.filterBits(key);
        return (filter[(int) (key >>> filterShift)] & bits) == bits;
    }

    /** The scope of the domain with this fingerprint; null where it is not in the set. */
    @Nullable Scope scope(long key) {
        Boolean more = added.isEmpty() ? null : added.get(key);
        if (more != null) {
            return more ? Scope.SUBDOMAINS : Scope.EXACT;
        }
        if (handOut != null) {
            return handOut.mayHold(key | 1) ? Scope.SUBDOMAINS : handOut.mayHold(key) ? Scope.EXACT : null;
        }
        int slot = SetBuilder.slot(key, slots);
        for (long here = file.get(LONG, tableAt + 8L * slot); here != 0; here = file.get(LONG, tableAt + 8L * slot)) {
            if ((here & ~1L) == key) {
                return (here & 1) != 0 ? Scope.SUBDOMAINS : Scope.EXACT;
            }
            slot = slot + 1 == slots ? 0 : slot + 1;
        }
        return null;
    }

    /** The fingerprints of all domains, the lowest bit set where those below are covered too. */
    long[] domainKeys() {
        long[] keys = new long[(int) domains];
        int count = 0;
        for (int slot = 0; slot < slots; slot++) {
            long key = file.get(LONG, tableAt + 8L * slot);
            if (key != 0) {
                keys[count++] = key;
            }
        }
        return java.util.Arrays.copyOf(keys, count);
    }

    /** The scope under which a domain stands in the set. */
    public Optional<Scope> scopeOf(String domain) {
        String normal = Values.normal(IndicatorType.DOMAIN, domain);
        if (normal == null) {
            return Optional.empty();
        }
        byte[] bytes = normal.getBytes(StandardCharsets.US_ASCII);
        return Optional.ofNullable(scope(Fingerprints.name(bytes, 0, bytes.length)));
    }

    /** The indicator of a kind whose compared form is given. */
    Optional<Entry> token(int kind, byte[] bytes, int from, int to) {
        long key = Fingerprints.value(kind, bytes, from, to) | 1;
        int slot = (int) (key >>> 20) & (tokenSlots - 1);
        for (long here = file.get(LONG, tokensAt + 16L * slot); here != 0; here = file.get(LONG, tokensAt + 16L * slot)) {
            if (here == key) {
                Entry entry = entry(file.get(LONG, tokensAt + 16L * slot + 8));
                byte[] text = entry.value().getBytes(StandardCharsets.UTF_8);
                return kind(entry.type()) == kind && java.util.Arrays.equals(text, 0, text.length, bytes, from, to) ? Optional.of(entry) : Optional.empty();
            }
            slot = slot + 1 & (tokenSlots - 1);
        }
        return Optional.empty();
    }

    private Entry entry(long place) {
        long at = blobAt + place;
        IndicatorType type = TYPES[file.get(ValueLayout.JAVA_BYTE, at) & 0xff];
        int length = (file.get(ValueLayout.JAVA_BYTE, at + 1) & 0xff) << 8 | file.get(ValueLayout.JAVA_BYTE, at + 2) & 0xff;
        byte[] text = new byte[length];
        MemorySegment.copy(file, ValueLayout.JAVA_BYTE, at + 3, text, 0, length);
        return new Entry(type, new String(text, StandardCharsets.UTF_8));
    }

    /** Every network that holds the address. */
    void networks(long high, long low, Consumer<Entry> found) {
        int from = 0;
        int to = ranges;
        while (from < to) {
            int middle = (from + to) >>> 1;
            int order = Long.compareUnsigned(range(middle, 0), high);
            if (order < 0 || order == 0 && Long.compareUnsigned(range(middle, 1), low) <= 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        // networks are nested or apart, so what holds the address is the last one that begins before it, or around that
        for (long i = from - 1L; i >= 0; i = range((int) i, 5)) {
            int order = Long.compareUnsigned(range((int) i, 2), high);
            if (order > 0 || order == 0 && Long.compareUnsigned(range((int) i, 3), low) >= 0) {
                found.accept(entry(range((int) i, 4)));
            }
        }
    }

    private long range(int index, int field) {
        return file.get(LONG, rangesAt + 48L * index + 8L * field);
    }

    static long flag(IndicatorType type) {
        return switch (type) {
            case IPV4 -> IP;
            case IPV6 -> IP6;
            case EMAIL, UPI -> EMAIL;
            case URL -> URL;
            case PHONE, WHATSAPP, ZALO, VIBER, SIGNAL -> PHONE;
            default -> TOKEN;
        };
    }

    /** Types that are compared in one form share a kind. */
    static int kind(IndicatorType type) {
        return switch (type) {
            case IPV4 -> 1;
            case IPV6 -> 2;
            case EMAIL, UPI -> 3;
            case URL -> 4;
            case PHONE, WHATSAPP, ZALO, VIBER, SIGNAL -> 5;
            case MD5, SHA1, SHA256, SHA512, ETHEREUM, TRANSACTION_HASH -> 6;
            default -> 7;
        };
    }

    @Override
    public void close() {
        if (handOut == null) {
            arena.close();
        }
    }
}
