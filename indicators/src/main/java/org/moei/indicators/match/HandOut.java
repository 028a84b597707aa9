package org.moei.indicators.match;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.moei.base.Problem;

/**
 * The domains of a set as a filter that can be given away: whoever holds it can ask whether a name may be on the list, and cannot read the
 * list. One absent name in 256 (8 bits) or 65,536 (16 bits) is taken for a listed one, so its hits are questions to the list's owner.
 *
 * <p>The file, big-endian: magic, version, bits, names, seed, segment length, segments, then the cells of one or two bytes.
 */
public final class HandOut {
    private static final long MAGIC = 0x4D4F45494655_5345L;
    private static final int VERSION = 1;

    private final BinaryFuse filter;
    private final long names;

    private HandOut(BinaryFuse filter, long names) {
        this.filter = filter;
        this.names = names;
    }

    /**
     * @param bits of a fingerprint, 8 or 16
     * @param seed random, a new one for each receiver, so that two filters cannot be laid beside each other
     */
    public static HandOut of(IndicatorSet set, int bits, long seed) {
        long[] keys = set.domainKeys();
        return new HandOut(BinaryFuse.of(keys, bits, seed), keys.length);
    }

    /** How many names it was made of. */
    public long names() {
        return names;
    }

    /** The share of absent names that it takes for listed ones. */
    public double falseShare() {
        return Math.scalb(1.0, -filter.bits());
    }

    /** Whether the name with this fingerprint and scope may be listed. */
    boolean mayHold(long key) {
        return filter.mayHold(key);
    }

    /** Returns the size of the file in bytes. */
    public long write(Path path) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path), 1 << 16))) {
            out.writeLong(MAGIC);
            out.writeInt(VERSION);
            out.writeInt(filter.bits());
            out.writeLong(names);
            out.writeLong(filter.seed());
            out.writeInt(filter.segment());
            out.writeInt(filter.segments());
            for (short cell : filter.cells()) {
                if (filter.bits() == 8) {
                    out.writeByte(cell);
                } else {
                    out.writeShort(cell);
                }
            }
        }
        return Files.size(path);
    }

    static boolean isHandOut(byte[] head) {
        return head.length >= 8 && java.nio.ByteBuffer.wrap(head).getLong() == MAGIC;
    }

    public static HandOut open(Path path) throws IOException {
        long size = Files.size(path);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16))) {
            boolean known = size > 40 && in.readLong() == MAGIC && in.readInt() == VERSION;
            int bits = known ? in.readInt() : 0;
            long names = known ? in.readLong() : 0;
            long seed = known ? in.readLong() : 0;
            int segment = known ? in.readInt() : 0;
            int segments = known ? in.readInt() : 0;
            long cells = (segments + 2L) * segment;
            if (bits != 8 && bits != 16 || names < 0 || names > cells || segment < 1 || Integer.bitCount(segment) != 1 || segments < 1 || cells > Integer.MAX_VALUE - 8 || size != 40 + cells * bits / 8) {
                throw Problem.of(Problem.Kind.WRONG_USE, "filter-broken", "The filter is cut, damaged or of another version.").at(Problem.Where.row(path.toString(), 0, "")).asException();
            }
            short[] read = new short[(int) cells];
            for (int i = 0; i < read.length; i++) {
                read[i] = bits == 8 ? (short) in.readUnsignedByte() : in.readShort();
            }
            return new HandOut(new BinaryFuse(bits, seed, segment, segments, read), names);
        }
    }
}
