package org.moei.disruption.observations;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.moei.base.Problem;
import org.moei.foundation.journal.Projector;
import org.moei.foundation.journal.Recorded;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Puts the rows of kept files into their tables, by COPY inside the append; a rebuild reads the same files again. */
public final class ObservationProjector implements Projector {
    private static final int CHUNK = 1 << 16;

    private final Optional<KeptRows> kept;

    /** @param folder of the kept files; empty where this process takes none */
    public ObservationProjector(Optional<Path> folder) {
        this.kept = folder.map(KeptRows::new);
    }

    @Override
    public List<Table> tables() {
        return List.of(new Table("observation_import", "import"), new Table("observation", "import, line"), new Table("observation_sealed", "import, line"));
    }

    @Override
    public void apply(Connection connection, List<Recorded> actions) throws SQLException {
        for (Recorded action : actions) {
            if (action.envelope().type().equals(Observations.IMPORTED)) {
                copy(connection, action.position(), action.envelope().clear("digest"));
            }
        }
    }

    private void copy(Connection connection, long position, String digest) throws SQLException {
        KeptRows rows = kept.orElseThrow(() -> Problem.of(Problem.Kind.COULD_NOT_RUN, "kept-rows-nowhere", "This process has no folder of kept files.").asException());
        CopyIn clear = connection.unwrap(PGConnection.class).getCopyAPI()
                .copyIn("copy observation (import, line, type, role, value, address, grade, first_seen, last_seen, detail) from stdin");
        Sink sink = new Sink(position, clear);
        try {
            rows.read(digest, sink);
            sink.flush();
            clear.endCopy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CopyFailedException e) {
            throw e.failure;
        } finally {
            if (clear.isActive()) {
                clear.cancelCopy();
            }
        }
        sealed(connection, sink.sealed);
        about(connection, position, digest, sink);
    }

    /** By way of a table of this transaction: PostgreSQL copies into none that is behind the wall. */
    private static void sealed(Connection connection, ByteArrayOutputStream lines) throws SQLException {
        if (lines.size() == 0) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temporary table if not exists sealed_line (like observation_sealed) on commit drop");
            statement.execute("truncate sealed_line");
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI()
                    .copyIn("copy sealed_line (import, line, type, role, record_id, keyed, sealed, grade, first_seen, last_seen) from stdin");
            copy.writeToCopy(lines.toByteArray(), 0, lines.size());
            copy.endCopy();
            statement.execute("insert into observation_sealed (import, line, type, role, record_id, keyed, sealed, grade, first_seen, last_seen) "
                    + "select import, line, type, role, record_id, keyed, sealed, grade, first_seen, last_seen from sealed_line");
        }
    }

    private static void about(Connection connection, long position, String digest, Sink sink) throws SQLException {
        Header header = sink.header.orElseThrow(() -> new SQLException("The file of rows " + digest + " is empty."));
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into observation_import (import, collection, source, process, grade, tlp, pap, file, original, digest, clear_rows, sealed_rows) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            statement.setLong(1, position);
            String[] words = {header.collection(), header.source(), header.process(), header.grade(), header.tlp(), header.pap(), header.file(), header.original(), digest};
            for (int i = 0; i < words.length; i++) {
                statement.setString(i + 2, words[i]);
            }
            statement.setLong(11, sink.clearRows);
            statement.setLong(12, sink.sealedRows);
            statement.executeUpdate();
        }
    }

    /** Gives the lines on with the import's position before them. There are few sealed ones ({@link Observations#MOST_SEALED}). */
    private static final class Sink implements KeptRows.Lines {
        private final byte[] position;
        private final CopyIn clear;
        private final byte[] chunk = new byte[CHUNK + KeptRows.LONGEST + 32];
        private final ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        private Optional<Header> header = Optional.empty();
        private int filled;
        private long clearRows;
        private long sealedRows;

        private Sink(long position, CopyIn clear) {
            this.position = Long.toString(position).getBytes(StandardCharsets.US_ASCII);
            this.clear = clear;
        }

        @Override
        public void header(Header first) {
            header = Optional.of(first);
        }

        @Override
        public void row(byte[] buffer, int from, int to) {
            // "c\t" or "s\t" goes, the position and the tab take its place
            if (buffer[from] == 's') {
                sealed.writeBytes(position);
                sealed.write(buffer, from + 1, to - from - 1);
                sealed.write('\n');
                sealedRows++;
                return;
            }
            System.arraycopy(position, 0, chunk, filled, position.length);
            filled += position.length;
            System.arraycopy(buffer, from + 1, chunk, filled, to - from - 1);
            filled += to - from - 1;
            chunk[filled++] = '\n';
            clearRows++;
            if (filled >= CHUNK) {
                flush();
            }
        }

        private void flush() {
            try {
                clear.writeToCopy(chunk, 0, filled);
                filled = 0;
            } catch (SQLException e) {
                throw new CopyFailedException(e);
            }
        }
    }

    /** Carries the database's refusal past the reading of the file. */
    private static final class CopyFailedException extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final SQLException failure;

        private CopyFailedException(SQLException failure) {
            super(failure);
            this.failure = failure;
        }
    }
}
