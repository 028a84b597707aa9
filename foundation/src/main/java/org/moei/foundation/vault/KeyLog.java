package org.moei.foundation.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32C;

/**
 * A file of wrapped keys, appended and brought to the disk before an action that needs a key is committed. A torn last
 * entry, left by a crash, is cut off: no committed action can depend on it.
 *
 * <p>An entry: length of name (1), name, key id (16), id of the outer key (16), nonce and wrapped key (12 + 32 + 16),
 * CRC-32C of all that (4).
 */
final class KeyLog implements AutoCloseable {
    private static final int WRAPPED = Sealing.NONCE + 32 + 16;

    private final FileChannel channel;
    private final List<Entry> read;
    private final List<ByteBuffer> waiting = new ArrayList<>();
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

    private KeyLog(FileChannel channel, List<Entry> read) {
        this.channel = channel;
        this.read = read;
    }

    static KeyLog open(Path file) {
        FileChannel channel = KeyFiles.appendable(file);
        try {
            ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(channel.size()));
            while (all.hasRemaining() && channel.read(all) >= 0) {
                continue;
            }
            all.flip();
            List<Entry> entries = new ArrayList<>();
            int end = 0;
            while (all.remaining() > 0) {
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
                end = all.position();
            }
            channel.truncate(end);
            channel.position(end);
            return new KeyLog(channel, Collections.synchronizedList(entries));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Entry> entries() {
        synchronized (read) {
            return List.copyOf(read);
        }
    }

    synchronized void append(Entry entry) {
        waiting.add(entry.encode());
        if (!entry.name().isEmpty()) {
            read.add(entry);
        }
        unforced = true;
    }

    synchronized void force() {
        if (!unforced) {
            return;
        }
        try {
            int size = waiting.stream().mapToInt(ByteBuffer::remaining).sum();
            ByteBuffer all = ByteBuffer.allocate(size);
            waiting.forEach(all::put);
            all.flip();
            while (all.hasRemaining()) {
                channel.write(all);
            }
            channel.force(false);
            waiting.clear();
            unforced = false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        force();
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
