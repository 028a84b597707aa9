package org.moei.foundation.journal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Fills a table by {@code COPY … (FORMAT BINARY)}: several times as fast as inserts. Columns are written in the order of
 * the statement; {@link #row} begins each row.
 */
public final class BinaryCopy {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0};
    private static final long EPOCH_2000 = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final int columns;
    private boolean empty = true;

    public BinaryCopy(int columns) {
        this.columns = columns;
        bytes.writeBytes(SIGNATURE);
    }

    private interface Write {
        void to(DataOutputStream out) throws IOException;
    }

    private BinaryCopy write(Write write) {
        try {
            write.to(out);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public BinaryCopy row() {
        empty = false;
        return write(o -> o.writeShort(columns));
    }

    public BinaryCopy bigint(long value) {
        return write(o -> {
            o.writeInt(8);
            o.writeLong(value);
        });
    }

    public BinaryCopy integer(int value) {
        return write(o -> {
            o.writeInt(4);
            o.writeInt(value);
        });
    }

    public BinaryCopy bool(boolean value) {
        return write(o -> {
            o.writeInt(1);
            o.writeByte(value ? 1 : 0);
        });
    }

    public BinaryCopy uuid(@Nullable UUID value) {
        return value == null
                ? none()
                : write(o -> {
                    o.writeInt(16);
                    o.writeLong(value.getMostSignificantBits());
                    o.writeLong(value.getLeastSignificantBits());
                });
    }

    public BinaryCopy text(@Nullable String value) {
        return value == null ? none() : bytea(value.getBytes(StandardCharsets.UTF_8));
    }

    public BinaryCopy bytea(byte @Nullable [] value) {
        return value == null
                ? none()
                : write(o -> {
                    o.writeInt(value.length);
                    o.write(value);
                });
    }

    public BinaryCopy timestamp(@Nullable Instant value) {
        return value == null ? none() : bigint((value.getEpochSecond() - EPOCH_2000) * 1_000_000 + value.getNano() / 1_000);
    }

    public BinaryCopy date(@Nullable LocalDate value) {
        return value == null ? none() : integer((int) ChronoUnit.DAYS.between(LocalDate.of(2000, 1, 1), value));
    }

    /** An SQL null. */
    public BinaryCopy none() {
        return write(o -> o.writeInt(-1));
    }

    /** Sends the rows. Does nothing where there are none.
     *
     * @param target table with its columns, e.g. {@code person (record_id, token)}
     */
    public void into(Connection connection, String target) throws SQLException {
        if (empty) {
            return;
        }
        write(o -> o.writeShort(-1));
        try {
            byte[] all = bytes.toByteArray();
            connection.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + target + " from stdin (format binary)", new java.io.ByteArrayInputStream(all), 1 << 16);
        } catch (IOException e) {
            throw new SQLException("The copy into " + target + " broke off.", e);
        }
    }
}
