package org.moei.foundation.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.zip.CRC32C;

/**
 * A file of wrapped keys, appended and brought to the disk before an action that needs a key is committed. Several
 * processes may share it (a server, and an import beside it): each appends under the file's lock, after reading what the
 * others appended.
 *
 * <p>A torn last entry, left by a crash, is cut off: no committed action can depend on it. What is cut off is kept in a
 * file beside it, for a damage in the middle would look the same.
 *
 * <p>An entry: length of name (1), name, key id (16), id of the outer key (16), nonce and wrapped key (12 + 32 + 16),
 * CRC-32C of all that (4).
 */
final class KeyLog implements AutoCloseable {
    private static final int WRAPPED = Sealing.NONCE + 32 + 16;
    private static final UUID NOBODY = new UUID(0, 0);

    /** A lock of the operating system excludes other processes only; vaults of one process share a monitor. */
    private static final Map<Path, Object> MONITORS = new ConcurrentHashMap<>();

    private final Path file;
    private final FileChannel channel;
    private final Object monitor;
    private long end;
    private boolean unforced;

    /**
     * One wrapped key.
     *
     * @param name the agency's id, empty for a record's key
     */
    record Entry(UUID id, String name, UUID outer, byte[] wrapped) {
        static Entry wrap(UUID id, String name, UUID outer, byte[] outerKey, byte[] key, byte[] nonce) {
            return new Entry(id, name, outer, Sealing.wrap(outerKey, key, nonce, label(id, outer)));
        }

        /** What stands in the place of a key that was destroyed: its id alone, so that it is never made again. */
        static Entry destroyed(UUID id) {
            return new Entry(id, "", NOBODY, new byte[WRAPPED]);
        }

        boolean isDestroyed() {
            return outer.equals(NOBODY);
        }

        byte[] label() {
            return label(id, outer);
        }

        private static byte[] label(UUID id, UUID outer) {
            return ByteBuffer.allocate(32)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .putLong(outer.getMostSignificantBits())
                    .putLong(outer.getLeastSignificantBits())
                    .array();
        }

        ByteBuffer encode() {
            byte[] text = name.getBytes(StandardCharsets.UTF_8);
            ByteBuffer out = ByteBuffer.allocate(1 + text.length + 32 + WRAPPED + 4);
            out.put((byte) text.length).put(text).put(label()).put(wrapped);
            CRC32C sum = new CRC32C();
            sum.update(out.array(), 0, out.position());
            return out.putInt((int) sum.getValue()).flip();
        }
    }

    private KeyLog(Path file, FileChannel channel, Object monitor) {
        this.file = file;
        this.channel = channel;
        this.monitor = monitor;
    }

    /** Opens a file, made where missing; {@link #readNew()} reads it. */
    static KeyLog open(Path file) {
        try {
            FileChannel channel = KeyFiles.appendable(file);
            KeyLog log = new KeyLog(file, channel, MONITORS.computeIfAbsent(file.toRealPath(), p -> new Object()));
            log.exclusively(() -> {
                log.cutTornTail();
                return true;
            });
            return log;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Works while no other process and no other vault appends. */
    <T> T exclusively(Supplier<T> work) {
        synchronized (monitor) {
            try (FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IllegalStateException("The keys are not locked.");
                }
                return work.get();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void cutTornTail() {
        long start = end;
        readNew();
        long whole = end;
        end = start;
        try {
            if (channel.size() > whole) {
                ByteBuffer tail = read(whole, channel.size());
                KeyFiles.replace(file.resolveSibling(file.getFileName() + ".cut-" + whole), java.util.Arrays.copyOf(tail.array(), tail.limit()));
                channel.truncate(whole);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ByteBuffer read(long from, long to) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(to - from));
        while (all.hasRemaining() && channel.read(all, from + all.position()) >= 0) {
            continue;
        }
        return all.flip();
    }

    /** Whole entries that were appended since the last reading, by whomever. */
    List<Entry> readNew() {
        synchronized (monitor) {
            try {
                long size = channel.size();
                if (size <= end) {
                    return List.of();
                }
                ByteBuffer all = read(end, size);
                List<Entry> entries = new ArrayList<>();
                while (all.hasRemaining()) {
                    int start = all.position();
                    int name = all.get() & 0xFF;
                    if (all.remaining() < name + 32 + WRAPPED + 4) {
                        break;
                    }
                    byte[] text = new byte[name];
                    all.get(text);
                    UUID id = new UUID(all.getLong(), all.getLong());
                    UUID outer = new UUID(all.getLong(), all.getLong());
                    byte[] wrapped = new byte[WRAPPED];
                    all.get(wrapped);
                    CRC32C sum = new CRC32C();
                    sum.update(all.array(), start, all.position() - start);
                    if (all.getInt() != (int) sum.getValue()) {
                        break;
                    }
                    entries.add(new Entry(id, new String(text, StandardCharsets.UTF_8), outer, wrapped));
                    end += all.position() - start;
                }
                // What another process wrote may not be on the disk yet, and our actions can depend on it.
                unforced |= !entries.isEmpty();
                return entries;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Appends; to be called {@link #exclusively} and after {@link #readNew()}. It lasts after {@link #force()}. */
    void append(Entry entry) {
        try {
            ByteBuffer bytes = entry.encode();
            int length = bytes.remaining();
            while (bytes.hasRemaining()) {
                channel.write(bytes, end + bytes.position());
            }
            end += length;
            unforced = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Overwrites a record's key where it stands, or notes that there shall be none; to be called {@link #exclusively} and
     * after {@link #readNew()}. It is gone from the file when this returns; what the disk keeps beneath is not ours to say.
     */
    void destroy(UUID id) {
        try {
            ByteBuffer all = read(0, end);
            boolean found = false;
            while (all.hasRemaining()) {
                int start = all.position();
                int name = all.get() & 0xFF;
                all.position(start + 1 + name);
                boolean isIt = name == 0 && new UUID(all.getLong(), all.getLong()).equals(id);
                all.position(start + 1 + name + 32 + WRAPPED + 4);
                if (isIt) {
                    ByteBuffer none = Entry.destroyed(id).encode();
                    while (none.hasRemaining()) {
                        channel.write(none, start + none.position());
                    }
                    found = true;
                }
            }
            if (!found) {
                append(Entry.destroyed(id));
            }
            unforced = true;
            force();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void force() {
        synchronized (monitor) {
            if (!unforced) {
                return;
            }
            try {
                unforced = false;
                channel.force(false);
            } catch (IOException e) {
                unforced = true;
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        force();
        synchronized (monitor) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
