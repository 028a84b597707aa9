package org.moei.protection.people;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.moei.foundation.journal.Action;
import org.moei.foundation.journal.Envelope;
import org.moei.foundation.journal.Projector;
import org.moei.foundation.journal.Recorded;

/**
 * Keeps the records, their sealed parts, who holds them and their links. Any action that touches a record in the role of
 * its kind sets the columns that its clear fields name, so new types of action need no new code here.
 */
public final class PeopleProjector implements Projector {
    static final String SCOPE_RULED = "people.scope-ruled";
    static final String HELD = "people.held";
    static final String RELEASED = "people.released";
    static final String LINKED = "people.records-linked";
    static final String UNLINKED = "people.records-unlinked";
    static final String KEPT_APART = "people.records-kept-apart";

    /** Clear field → column. */
    private static final Map<String, String> COLUMNS = columns();

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String same : List.of("token", "nationality", "sex", "language", "urgent", "state", "unscreened", "journey")) {
            columns.put(same, same);
        }
        columns.put("list", "list_id");
        columns.put("age-band", "age_band");
        columns.put("how-out", "how_out");
        columns.put("group", "group_id");
        columns.put("holder-place", "place");
        for (Track track : Track.values()) {
            columns.put(track.id(), track.id());
        }
        return columns;
    }

    @Override
    public List<Table> tables() {
        return List.of(
                new Table("scope_rule", "kind, place, agency, purpose"),
                new Table("record_scope", "record_id, agency, purpose, place"),
                new Table("record", "record_id"),
                new Table("sealed_part", "record_id, part"),
                new Table("link", "link_id"));
    }

    @Override
    public void apply(Connection connection, List<Recorded> actions) throws SQLException {
        Batches batches = new Batches(connection);
        for (Recorded each : actions) {
            Envelope envelope = each.envelope();
            switch (envelope.type()) {
                case SCOPE_RULED -> batches.rule(envelope);
                case HELD -> batches.hold(envelope);
                case RELEASED -> batches.release(envelope);
                case LINKED, UNLINKED, KEPT_APART -> batches.link(each);
                default -> {}
            }
            for (Action.Touch touch : envelope.touches()) {
                if (isRecord(touch.role())) {
                    batches.touch(each, touch);
                }
            }
            for (Envelope.SealedPart part : envelope.parts()) {
                if (part.about().isPresent()) {
                    batches.part(each, part);
                }
            }
        }
        batches.finish();
    }

    static boolean isRecord(String role) {
        return role.equals("person") || role.equals("list-row") || role.equals("request");
    }

    /** Statements of one append, in the order in which later ones need earlier ones. */
    private static final class Batches {
        private final Connection connection;
        private final Map<UUID, Change> changes = new LinkedHashMap<>();
        private final Map<String, Part> parts = new LinkedHashMap<>();
        private final List<Write> writes = new ArrayList<>();

        private record Part(UUID record, String group, long position, byte[] sealed) {}

        private interface Write {
            void run() throws SQLException;
        }

        private static final class Change {
            private final Map<String, String> set = new LinkedHashMap<>();
            private String kind = "";
            private String agency = "";
            private String place = "";
            private long row;
            private OffsetDateTime first = OffsetDateTime.MIN;
            private OffsetDateTime last = OffsetDateTime.MIN;
            private long version;
        }

        Batches(Connection connection) {
            this.connection = connection;
        }

        void touch(Recorded each, Action.Touch touch) {
            Envelope envelope = each.envelope();
            SortedMap<String, String> clear = envelope.clear();
            flushWhereItMovesTwice(envelope, touch);
            Change change = changes.computeIfAbsent(touch.record(), r -> new Change());
            if (change.kind.isEmpty()) {
                change.kind = touch.role();
                change.agency = envelope.agency();
                change.place = isAboutHolding(envelope) ? envelope.place() : clear.getOrDefault("holder-place", envelope.place());
                change.row = Long.parseLong(clear.getOrDefault("row", "0"));
                change.first = time(envelope.happened());
            }
            // Clear fields belong to the one record that an action is about; links name two and set nothing.
            if (envelope.touches().stream().filter(t -> isRecord(t.role())).count() == 1) {
                clear.forEach((name, value) -> {
                    if (COLUMNS.containsKey(name) && !(name.equals("holder-place") && isAboutHolding(envelope))) {
                        change.set.put(COLUMNS.get(name), name.equals("urgent") ? Health.clear(value) : value);
                    }
                });
            }
            if (envelope.type().equals(Erasure.ERASED)) {
                Erasure.EMPTIED.forEach(name -> change.set.put(column(name), ""));
            }
            change.last = time(envelope.happened());
            change.version = each.position();
        }

        private static String column(String field) {
            String column = COLUMNS.get(field);
            if (column == null) {
                throw new IllegalStateException("The clear field (" + field + ") has no column");
            }
            return column;
        }

        /** Who holds a record follows from each place that it was at, so no move may be lost in a batch. */
        private void flushWhereItMovesTwice(Envelope envelope, Action.Touch touch) {
            Change before = changes.get(touch.record());
            String place = envelope.clear().get("holder-place");
            if (before != null && place != null && !isAboutHolding(envelope) && !place.equals(before.set.getOrDefault("place", place))) {
                try {
                    flushRecords();
                } catch (SQLException e) {
                    throw new IllegalStateException("A projection was not taken (SQL state " + e.getSQLState() + ")", e);
                }
            }
        }

        /** There the place is that of the holding and not where the record is. */
        private static boolean isAboutHolding(Envelope envelope) {
            return envelope.type().equals(HELD) || envelope.type().equals(RELEASED);
        }

        void part(Recorded each, Envelope.SealedPart part) {
            UUID record = part.about().orElseThrow();
            parts.put(record + "/" + part.group(), new Part(record, part.group(), each.position(), part.sealed()));
        }

        void rule(Envelope envelope) {
            writes.add(() -> {
                flushRecords();
                try (PreparedStatement statement = connection.prepareStatement(
                        "insert into scope_rule (kind, place, agency, purpose) values (?, ?, ?, ?) on conflict do nothing")) {
                    statement.setString(1, envelope.clear("kind"));
                    statement.setString(2, envelope.clear("holder-place"));
                    statement.setString(3, envelope.clear("holder-agency"));
                    statement.setString(4, envelope.clear("holder-purpose"));
                    statement.executeUpdate();
                }
            });
            runWrites();
        }

        private void runWrites() {
            try {
                for (Write write : writes) {
                    write.run();
                }
                writes.clear();
            } catch (SQLException e) {
                throw new IllegalStateException("A projection was not taken (SQL state " + e.getSQLState() + ")", e);
            }
        }

        void hold(Envelope envelope) {
            writes.add(() -> {
                flushRecords();
                try (PreparedStatement statement = connection.prepareStatement(
                        "insert into record_scope (record_id, agency, place, purpose) values (?, ?, ?, ?) on conflict do nothing")) {
                    holding(statement, envelope);
                }
            });
            runWrites();
        }

        void release(Envelope envelope) {
            writes.add(() -> {
                flushRecords();
                try (PreparedStatement statement = connection.prepareStatement(
                        "delete from record_scope where record_id = ? and agency = ? and place = ? and purpose = ?")) {
                    holding(statement, envelope);
                }
            });
            runWrites();
        }

        private static void holding(PreparedStatement statement, Envelope envelope) throws SQLException {
            for (Action.Touch touch : envelope.touches()) {
                if (isRecord(touch.role())) {
                    statement.setObject(1, touch.record());
                    statement.setString(2, envelope.clear("holder-agency"));
                    statement.setString(3, envelope.clear("holder-place"));
                    statement.setString(4, envelope.clear("holder-purpose"));
                    statement.executeUpdate();
                }
            }
        }

        void link(Recorded each) {
            Envelope envelope = each.envelope();
            List<UUID> two = envelope.touches().stream().filter(t -> isRecord(t.role())).map(Action.Touch::record).sorted().toList();
            if (two.size() != 2) {
                return;
            }
            writes.add(() -> {
                try (PreparedStatement statement = connection.prepareStatement(
                        """
                        insert into link (link_id, left_record, right_record, state, made_by, probability, changed, version)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (link_id) do update set state = excluded.state, made_by = excluded.made_by,
                            changed = excluded.changed, version = excluded.version
                        """)) {
                    statement.setString(1, two.get(0) + "/" + two.get(1));
                    statement.setObject(2, two.get(0));
                    statement.setObject(3, two.get(1));
                    statement.setString(4, state(envelope.type()));
                    statement.setString(5, envelope.clear("kind"));
                    statement.setString(6, envelope.clear("probability"));
                    statement.setObject(7, time(envelope.happened()));
                    statement.setLong(8, each.position());
                    statement.executeUpdate();
                }
            });
        }

        private static String state(String type) {
            return switch (type) {
                case LINKED -> "linked";
                case UNLINKED -> "undone";
                default -> "apart";
            };
        }

        private static OffsetDateTime time(java.time.Instant instant) {
            return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
        }

        private void flushRecords() throws SQLException {
            if (changes.isEmpty()) {
                return;
            }
            // A new or moved record goes to those whom the rules of its kind and place name; others keep who holds them.
            Set<UUID> ruled = new LinkedHashSet<>(changes.keySet());
            ruled.removeAll(known());
            try (PreparedStatement insert = connection.prepareStatement(
                            """
                            insert into record (record_id, kind, row_number, agency, place, happened, changed, version)
                            values (?, ?, ?, ?, ?, ?, ?, ?)
                            on conflict (record_id) do update set changed = excluded.changed, version = excluded.version
                            """);
                    PreparedStatement scope = connection.prepareStatement(
                            """
                            insert into record_scope (record_id, agency, place, purpose)
                            select r.record_id, s.agency, r.place, s.purpose from record r
                            join scope_rule s on s.kind = r.kind and (s.place = '*' or s.place = r.place)
                            where r.record_id = any(?)
                            on conflict do nothing
                            """)) {
                List<UUID> moved = new ArrayList<>();
                for (Map.Entry<UUID, Change> entry : changes.entrySet()) {
                    Change change = entry.getValue();
                    insert.setObject(1, entry.getKey());
                    insert.setString(2, change.kind);
                    insert.setLong(3, change.row);
                    insert.setString(4, change.agency);
                    insert.setString(5, change.place);
                    insert.setObject(6, change.first);
                    insert.setObject(7, change.last);
                    insert.setLong(8, change.version);
                    insert.addBatch();
                }
                insert.executeBatch();
                // Records whose place changed keep only holdings at the new place.
                Map<String, List<Map.Entry<UUID, Change>>> byShape = new LinkedHashMap<>();
                for (Map.Entry<UUID, Change> entry : changes.entrySet()) {
                    if (!entry.getValue().set.isEmpty()) {
                        byShape.computeIfAbsent(String.join(",", entry.getValue().set.keySet()), s -> new ArrayList<>()).add(entry);
                    }
                    if (entry.getValue().set.containsKey("place")) {
                        moved.add(entry.getKey());
                    }
                }
                for (Map.Entry<String, List<Map.Entry<UUID, Change>>> shape : byShape.entrySet()) {
                    update(shape.getKey().split(","), shape.getValue());
                }
                if (!moved.isEmpty()) {
                    try (PreparedStatement leave = connection.prepareStatement(
                            "delete from record_scope s using record r where r.record_id = s.record_id and s.place <> r.place and s.record_id = any(?)")) {
                        leave.setArray(1, connection.createArrayOf("uuid", moved.toArray()));
                        leave.executeUpdate();
                    }
                }
                ruled.addAll(moved);
                scope.setArray(1, connection.createArrayOf("uuid", ruled.toArray()));
                scope.executeUpdate();
            }
            changes.clear();
        }

        private Set<UUID> known() throws SQLException {
            Set<UUID> known = new HashSet<>();
            try (PreparedStatement statement = connection.prepareStatement("select record_id from record where record_id = any(?)")) {
                statement.setArray(1, connection.createArrayOf("uuid", changes.keySet().toArray()));
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        known.add(rows.getObject(1, UUID.class));
                    }
                }
            }
            return known;
        }

        private void update(String[] columns, List<Map.Entry<UUID, Change>> rows) throws SQLException {
            StringBuilder sql = new StringBuilder("update record set ");
            for (int i = 0; i < columns.length; i++) {
                sql.append(i == 0 ? "" : ", ").append(columns[i]).append(" = ?");
            }
            try (PreparedStatement statement = connection.prepareStatement(sql.append(" where record_id = ?").toString())) {
                for (Map.Entry<UUID, Change> row : rows) {
                    for (int i = 0; i < columns.length; i++) {
                        statement.setString(i + 1, row.getValue().set.get(columns[i]));
                    }
                    statement.setObject(columns.length + 1, row.getKey());
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }

        void finish() throws SQLException {
            flushRecords();
            runWrites();
            if (parts.isEmpty()) {
                return;
            }
            try (PreparedStatement statement = connection.prepareStatement(
                    """
                    insert into sealed_part (record_id, part, position, sealed) values (?, ?, ?, ?)
                    on conflict (record_id, part) do update set position = excluded.position, sealed = excluded.sealed
                    """)) {
                for (Part part : parts.values()) {
                    statement.setObject(1, part.record());
                    statement.setString(2, part.group());
                    statement.setLong(3, part.position());
                    statement.setBytes(4, part.sealed());
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }
    }
}
