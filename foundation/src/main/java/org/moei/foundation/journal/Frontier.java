package org.moei.foundation.journal;

import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of an RFC 6962 tree: for each one-bit of the size the root of a complete subtree, largest first. It is
 * all that is needed to add leaves and to know the root. Not safe for several threads.
 */
public final class Frontier {
    private static final int WIDTH = 32;

    private long size;
    private final List<byte[]> subtrees;

    private Frontier(long size, List<byte[]> subtrees) {
        this.size = size;
        this.subtrees = subtrees;
    }

    public static Frontier empty() {
        return new Frontier(0, new ArrayList<>());
    }

    /** Reads what {@link #encode()} wrote.
     *
     * @throws IllegalArgumentException where the bytes do not fit the size
     */
    public static Frontier decode(long size, byte[] bytes) {
        if (bytes.length != Long.bitCount(size) * WIDTH) {
            throw new IllegalArgumentException("A frontier of size " + size + " has " + Long.bitCount(size) + " hashes, not " + bytes.length + " bytes.");
        }
        List<byte[]> subtrees = new ArrayList<>();
        for (int i = 0; i < bytes.length; i += WIDTH) {
            subtrees.add(java.util.Arrays.copyOfRange(bytes, i, i + WIDTH));
        }
        return new Frontier(size, subtrees);
    }

    public Frontier copy() {
        return new Frontier(size, new ArrayList<>(subtrees));
    }

    public void add(byte[] leafHash) {
        byte[] node = leafHash;
        for (long bits = size; (bits & 1) == 1; bits >>= 1) {
            node = Hash.ofNode(subtrees.removeLast(), node);
        }
        subtrees.add(node);
        size++;
    }

    public long size() {
        return size;
    }

    /** The root over all leaves; of an empty tree the hash of nothing (RFC 6962, section 2.1). */
    public byte[] root() {
        if (subtrees.isEmpty()) {
            return Hash.sha256().digest();
        }
        byte[] node = subtrees.getLast();
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            node = Hash.ofNode(subtrees.get(i), node);
        }
        return node;
    }

    public byte[] encode() {
        byte[] bytes = new byte[subtrees.size() * WIDTH];
        for (int i = 0; i < subtrees.size(); i++) {
            System.arraycopy(subtrees.get(i), 0, bytes, i * WIDTH, WIDTH);
        }
        return bytes;
    }
}
