package org.moei.foundation.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;

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
    private final FileChannel rewrites;
    private long end;
    private long seen;
    private boolean unforced;
    private boolean held;

    /**
     * One wrapped key.
     *
     * @param name the agency's id, empty for a record's key
     */
    record Entry(UUID id, String name, UUID outer, byte[] wrapped) {
        /** The key in it; {@code key-damaged} where the outer key is not the one that wrapped it. */
        byte[] unwrap(byte[] outerKey) {
            try {
                return Sealing.unwrap(outerKey, wrapped, label());
            } catch (GeneralSecurityException e) {
                throw Problem.of(Problem.Kind.COULD_NOT_RUN, "key-damaged", "A wrapped key does not open under its outer key.")
                        .withAdvice("the keys' folder belongs to another database.")
                        .asException(e);
            }
        }

        static Entry wrap(UUID id, String name, UUID outer, byte[] outerKey, byte[] key, byte[] nonce) {
            return new Entry(id, name, outer, Sealing.wrap(outerKey, key, nonce, label(id, outer)));
        }

        /** What stands in the place of a key that was destroyed: its id alone, so that it is never made again. */
        static Entry destroyed(UUID id) {
            return new Entry(id, "", NOBODY, new byte[WRAPPED]);
        }

        /** The same where the name has to stay: an agency's. */
        Entry destroyed() {
            return new Entry(id, name, NOBODY, new byte[WRAPPED]);
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

        /** Reads the next entry, or null where what follows is not whole. */
        static @Nullable Entry decode(ByteBuffer in) {
            int start = in.position();
            int length = in.get(start) & 0xFF;
            if (in.remaining() < 1 + length + 32 + WRAPPED + 4) {
                return null;
            }
            byte[] text = new byte[length];
            in.position(start + 1).get(text);
            UUID id = new UUID(in.getLong(), in.getLong());
            UUID outer = new UUID(in.getLong(), in.getLong());
            byte[] wrapped = new byte[WRAPPED];
            in.get(wrapped);
            CRC32C sum = new CRC32C();
            sum.update(in.array(), start, in.position() - start);
            return in.getInt() == (int) sum.getValue() ? new Entry(id, new String(text, StandardCharsets.UTF_8), outer, wrapped) : null;
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

    private KeyLog(Path file, FileChannel channel, FileChannel rewrites, Object monitor) {
        this.file = file;
        this.channel = channel;
        this.rewrites = rewrites;
        this.monitor = monitor;
    }

    /** Opens a file, made where missing; {@link #readNew()} reads it. */
    static KeyLog open(Path file) {
        try {
            FileChannel channel = KeyFiles.appendable(file);
            FileChannel rewrites = KeyFiles.appendable(file.resolveSibling(file.getFileName() + ".rewrites"));
            KeyLog log = new KeyLog(file, channel, rewrites, MONITORS.computeIfAbsent(file.toRealPath(), p -> new Object()));
            log.exclusively(() -> {
                new KeyRewrite(file).finish(channel);
                log.seen = log.rewrites();
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
            if (held) {
                return work.get();
            }
            try (FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IllegalStateException("The keys are not locked.");
                }
                held = true;
                return work.get();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                held = false;
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
                    Entry entry = Entry.decode(all);
                    if (entry == null) {
                        break;
                    }
                    entries.add(entry);
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

    private long rewrites() {
        ByteBuffer count = ByteBuffer.allocate(Long.BYTES);
        try {
            return rewrites.read(count, 0) == Long.BYTES ? count.getLong(0) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether entries that were read before stand otherwise now; then the next {@link #readNew()} reads all of them. */
    boolean wasRewritten() {
        synchronized (monitor) {
            long now = rewrites();
            if (now == seen) {
                return false;
            }
            seen = now;
            end = 0;
            return true;
        }
    }

    /**
     * Overwrites entries where they stand; to be called {@link #exclusively} and after {@link #readNew()}. After a crash either all are
     * the old ones or all the new; what was overwritten is gone from the file when this returns. What the disk keeps beneath is not ours to say.
     *
     * @param change gives the same entry, or another of the same name
     * @return how many were overwritten
     */
    int rewrite(UnaryOperator<Entry> change) {
        try {
            ByteBuffer all = read(0, end);
            KeyRewrite rewrite = new KeyRewrite(file);
            while (all.hasRemaining()) {
                int start = all.position();
                Entry entry = Objects.requireNonNull(Entry.decode(all), "what was read once is whole");
                Entry changed = change.apply(entry);
                if (changed != entry) {
                    rewrite.put(start, changed.encode().array());
                }
            }
            if (rewrite.size() > 0) {
                rewrite.prepare();
                rewrite.finish(channel);
                seen = rewrites() + 1;
                rewrites.write(ByteBuffer.allocate(Long.BYTES).putLong(0, seen), 0);
            }
            return rewrite.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Overwrites a record's key, or notes that there shall be none; as {@link #rewrite}. */
    void destroy(UUID id) {
        if (rewrite(entry -> entry.name().isEmpty() && entry.id().equals(id) ? Entry.destroyed(id) : entry) == 0) {
            append(Entry.destroyed(id));
        }
        force();
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
                rewrites.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
