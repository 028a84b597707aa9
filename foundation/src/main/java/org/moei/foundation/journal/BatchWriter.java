package org.moei.foundation.journal;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;
import org.moei.base.ProblemException;
import org.moei.foundation.vault.Vault;

/**
 * Appends one batch in one transaction: whoever holds the wing's advisory lock is the writer. Repeated ids are
 * recognised, stale edits of the same fields refused, positions given, projections brought along, the tree extended.
 */
final class BatchWriter {
    private final String wing;
    private final DataSource source;
    private final Vault vault;
    private final List<Projector> projectors;
    private final long lock;

    /** What became of one request: receipts, or the problem that refused it. */
    record Answer(SealedRequest request, List<Receipt> receipts, @Nullable ProblemException problem) {}

    /**
     * What became of a batch.
     *
     * @param appended the new actions in order
     * @param highest the highest position named in a receipt
     */
    record Outcome(List<Answer> answers, List<Recorded> appended, long highest) {}

    private record Existing(long position, String type) {}

    /** The last position on a record and, for this batch's own actions, what they changed. */
    private static final class Version {
        private long position;
        private final Map<Long, Set<String>> inBatch = new HashMap<>();

        private Version(long position) {
            this.position = position;
        }
    }

    BatchWriter(String wing, DataSource source, Vault vault, List<Projector> projectors) {
        this.wing = wing;
        this.source = source;
        this.vault = vault;
        this.projectors = projectors;
        this.lock = 0x6D6F6569L << 16 | (wing.hashCode() & 0xFFFF);
    }

    Outcome append(List<SealedRequest> requests) throws SQLException {
        vault.flush();
        return inTransaction(connection -> appendIn(connection, requests));
    }

    /**
     * Appends actions as they stood at these positions, without asking what they were based on: that was asked when they were made.
     *
     * @param before how many actions there have to be already
     * @return the root after them
     */
    byte[] refill(List<Envelope> envelopes, long before) throws SQLException {
        SealedRequest request = SealedRequest.of(envelopes);
        return inTransaction(connection -> {
            Frontier frontier = readFrontier(connection);
            if (frontier.size() != before) {
                throw Problem.of(Problem.Kind.WRONG_USE, "journal-not-empty", "The journal of " + wing + " holds " + frontier.size() + " actions, not " + before + ".").asException();
            }
            List<Recorded> appended = new ArrayList<>(envelopes.size());
            for (int i = 0; i < envelopes.size(); i++) {
                frontier.add(request.leaves().get(i));
                appended.add(new Recorded(frontier.size(), envelopes.get(i)));
            }
            keep(connection, appended, request.bytes(), request.leaves(), frontier);
            return frontier.root();
        });
    }

    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                lock(connection);
                T made = work.in(connection);
                connection.commit();
                return made;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(autoCommit);
            }
        }
    }

    private void keep(Connection connection, List<Recorded> appended, List<byte[]> bytes, List<byte[]> leaves, Frontier frontier) throws SQLException {
        insert(connection, appended, bytes, leaves, frontier);
        for (Projector projector : projectors) {
            projector.apply(connection, appended);
        }
    }

    private void lock(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            statement.setLong(1, lock);
            statement.execute();
        }
    }

    private Outcome appendIn(Connection connection, List<SealedRequest> requests) throws SQLException {
        Frontier frontier = readFrontier(connection);
        Map<UUID, Existing> existing = readExisting(connection, requests);
        Map<UUID, Version> versions = readVersions(connection, requests);
        List<Answer> answers = new ArrayList<>();
        List<Recorded> appended = new ArrayList<>();
        List<byte[]> bytes = new ArrayList<>();
        List<byte[]> leaves = new ArrayList<>();
        long highest = 0;
        for (SealedRequest request : requests) {
            ProblemException problem = findProblem(connection, request, existing, versions);
            if (problem != null) {
                answers.add(new Answer(request, List.of(), problem));
                continue;
            }
            List<Receipt> receipts = new ArrayList<>();
            for (int i = 0; i < request.envelopes().size(); i++) {
                Envelope envelope = request.envelopes().get(i);
                Existing before = existing.get(envelope.id());
                if (before != null) {
                    receipts.add(new Receipt(envelope.id(), before.position(), false));
                    highest = Math.max(highest, before.position());
                    continue;
                }
                frontier.add(request.leaves().get(i));
                long position = frontier.size();
                appended.add(new Recorded(position, envelope));
                bytes.add(request.bytes().get(i));
                leaves.add(request.leaves().get(i));
                existing.put(envelope.id(), new Existing(position, envelope.type()));
                for (Action.Touch touch : envelope.touches()) {
                    Version version = versions.computeIfAbsent(touch.record(), r -> new Version(0));
                    version.position = position;
                    version.inBatch.put(position, SealedRequest.fields(envelope, touch.record()));
                }
                receipts.add(new Receipt(envelope.id(), position, true));
                highest = position;
            }
            answers.add(new Answer(request, receipts, null));
        }
        if (!appended.isEmpty()) {
            keep(connection, appended, bytes, leaves, frontier);
        }
        return new Outcome(answers, appended, highest);
    }

    private Frontier readFrontier(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "select last_position, frontier from " + wing + "_journal.batch order by last_position desc limit 1");
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Frontier.decode(rows.getLong(1), rows.getBytes(2)) : Frontier.empty();
        }
    }

    private Map<UUID, Existing> readExisting(Connection connection, List<SealedRequest> requests) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        requests.forEach(r -> r.envelopes().forEach(e -> ids.add(e.id())));
        Map<UUID, Existing> existing = new HashMap<>();
        readById(connection, "select id, position, type from " + wing + "_journal.action where id = any(?)", ids, rows -> existing.put(rows.getObject(1, UUID.class), new Existing(rows.getLong(2), rows.getString(3))));
        return existing;
    }

    private Map<UUID, Version> readVersions(Connection connection, List<SealedRequest> requests) throws SQLException {
        Set<UUID> based = new HashSet<>();
        for (SealedRequest request : requests) {
            for (Envelope envelope : request.envelopes()) {
                for (Action.Touch touch : envelope.touches()) {
                    if (touch.base() != Action.ANY) {
                        based.add(touch.record());
                    }
                }
            }
        }
        Map<UUID, Version> versions = new HashMap<>();
        if (!based.isEmpty()) {
            readById(
                    connection,
                    "select record_id, max(position) from " + wing + "_journal.action_record where record_id = any(?) group by record_id",
                    based,
                    rows -> versions.put(rows.getObject(1, UUID.class), new Version(rows.getLong(2))));
        }
        return versions;
    }

    private interface Row {
        void read(ResultSet rows) throws SQLException;
    }

    private static void readById(Connection connection, String sql, Collection<UUID> ids, Row row) throws SQLException {
        Array array = connection.createArrayOf("uuid", ids.toArray());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, array);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    row.read(rows);
                }
            }
        } finally {
            array.free();
        }
    }

    private @Nullable ProblemException findProblem(
            Connection connection, SealedRequest request, Map<UUID, Existing> existing, Map<UUID, Version> versions) throws SQLException {
        for (Envelope envelope : request.envelopes()) {
            Existing before = existing.get(envelope.id());
            if (before != null) {
                if (!before.type().equals(envelope.type())) {
                    return Problem.of(Problem.Kind.CONFLICT, "id-taken", "The id of the action " + envelope.type() + " belongs to another kind of action.").asException();
                }
                continue;
            }
            for (Action.Touch touch : envelope.touches()) {
                Version version = versions.get(touch.record());
                if (touch.base() == Action.ANY || version == null || version.position <= touch.base()) {
                    continue;
                }
                Set<String> mine = SealedRequest.fields(envelope, touch.record());
                if (touch.base() == Action.NEW || meets(mine, connection, touch, version)) {
                    return Problem.of(
                                    Problem.Kind.CONFLICT,
                                    "changed-meanwhile",
                                    "Somebody changed the same fields since this was read (version " + touch.base() + ", now " + version.position + ").")
                            .withAdvice("look at both and settle it.")
                            .asException();
                }
            }
        }
        return null;
    }

    /** Whether an action after the base changed one of these fields. */
    private boolean meets(Set<String> mine, Connection connection, Action.Touch touch, Version version) throws SQLException {
        for (Map.Entry<Long, Set<String>> own : version.inBatch.entrySet()) {
            if (own.getKey() > touch.base() && own.getValue().stream().anyMatch(mine::contains)) {
                return true;
            }
        }
        String sql = "select a.envelope from " + wing + "_journal.action_record r join " + wing
                + "_journal.action a on a.position = r.position where r.record_id = ? and r.position > ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, touch.record());
            statement.setLong(2, touch.base());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (SealedRequest.fields(Envelope.parse(rows.getBytes(1)), touch.record()).stream().anyMatch(mine::contains)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private void insert(Connection connection, List<Recorded> appended, List<byte[]> bytes, List<byte[]> leaves, Frontier frontier) throws SQLException {
        BinaryCopy actions = new BinaryCopy(6);
        BinaryCopy records = new BinaryCopy(3);
        for (int i = 0; i < appended.size(); i++) {
            Recorded each = appended.get(i);
            Envelope envelope = each.envelope();
            actions.row().bigint(each.position()).uuid(envelope.id()).text(envelope.type()).timestamp(envelope.recorded()).bytea(bytes.get(i)).bytea(leaves.get(i));
            for (Action.Touch touch : new HashSet<>(envelope.touches())) {
                records.row().uuid(touch.record()).bigint(each.position()).text(touch.role());
            }
        }
        actions.into(connection, wing + "_journal.action (position, id, type, recorded, envelope, leaf)");
        records.into(connection, wing + "_journal.action_record (record_id, position, role)");
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into " + wing + "_journal.batch (last_position, frontier, root) values (?, ?, ?)")) {
            statement.setLong(1, frontier.size());
            statement.setBytes(2, frontier.encode());
            statement.setBytes(3, frontier.root());
            statement.executeUpdate();
        }
    }
}
