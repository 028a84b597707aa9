package org.moei.foundation.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * What is about to be overwritten in a file of keys, written down beside it first: a crash on the way would otherwise leave an
 * entry that is neither old nor new, and cut off all behind it. The file {@code NAME.redo}: how many (4), for each its place (8), length (2)
 * and bytes, CRC-32C of all that (4). It holds new entries only.
 */
final class KeyRewrite {
    private final Path redo;
    private final List<Piece> pieces = new ArrayList<>();

    private record Piece(long place, byte[] bytes) {}

    KeyRewrite(Path file) {
        this.redo = file.resolveSibling(file.getFileName() + ".redo");
    }

    void put(long place, byte[] bytes) {
        pieces.add(new Piece(place, bytes));
    }

    int size() {
        return pieces.size();
    }

    /** On the disk when this returns: from now on it will be done. */
    void prepare() {
        ByteBuffer out = ByteBuffer.allocate(8 + pieces.stream().mapToInt(piece -> 10 + piece.bytes().length).sum());
        out.putInt(pieces.size());
        pieces.forEach(piece -> out.putLong(piece.place()).putShort((short) piece.bytes().length).put(piece.bytes()));
        CRC32C sum = new CRC32C();
        sum.update(out.array(), 0, out.position());
        KeyFiles.replace(redo, out.putInt((int) sum.getValue()).array());
    }

    /** Does what was prepared, now or before a crash; nothing where nothing was. To be called while nobody else appends. */
    void finish(FileChannel channel) {
        if (!Files.exists(redo)) {
            return;
        }
        try {
            ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(redo));
            CRC32C sum = new CRC32C();
            sum.update(in.array(), 0, in.limit() - 4);
            if (in.getInt(in.limit() - 4) != (int) sum.getValue()) {
                throw new IOException("The file " + redo.getFileName() + " is damaged.");
            }
            for (int left = in.getInt(); left > 0; left--) {
                long place = in.getLong();
                ByteBuffer bytes = in.slice(in.position() + 2, in.getShort());
                in.position(in.position() + bytes.limit());
                while (bytes.hasRemaining()) {
                    channel.write(bytes, place + bytes.position());
                }
            }
            channel.force(true);
            Files.delete(redo);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
