package org.moei.disruption.observations;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.moei.foundation.database.WingDatabase;
import org.moei.foundation.vault.Vault;
import org.moei.indicators.IndicatorType;
import org.moei.indicators.match.KeyedHash;

/** Values of people who are no operators: sealed under a key each, found by the hash of the whole value under a key of the keys' folder, and by nothing less. */
final class SealedValues {
    static final String GROUP = "value";

    private final WingDatabase database;
    private final Vault vault;
    private final KeyedHash hash;

    SealedValues(WingDatabase database, Vault vault) {
        this.database = database;
        this.vault = vault;
        this.hash = new KeyedHash(database.secret("observations"));
    }

    /** What was found, and of whom. */
    record Found(UUID record, Answer.Row row) {}

    byte[] seal(UUID record, String agency, UUID action, String value) {
        return vault.sealForRecord(record, agency, action, GROUP, value.getBytes(StandardCharsets.UTF_8));
    }

    Optional<byte[]> keyed(IndicatorType type, String value) {
        return hash.of(type, value).map(HexFormat.of()::parseHex);
    }

    /** Rows of exactly this value. One whose key was destroyed is not there any more. */
    List<Found> find(Optional<IndicatorType> type, String value, int most) {
        Map<String, String> values = new HashMap<>();
        for (IndicatorType each : type.map(List::of).orElseGet(() -> Spelling.types(value))) {
            Spelling.of(each, value).ifPresent(form -> hash.of(each, form).ifPresent(keyed -> values.put(keyed, form)));
        }
        if (values.isEmpty()) {
            return List.of();
        }
        byte[][] keys = values.keySet().stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new);
        List<Optional<Found>> found = database.writing(client -> client.sql("""
                        select o.type, o.role, o.record_id, o.sealed, i.collection, i.source, i.process, coalesce(o.grade, i.grade), i.tlp, i.pap, o.first_seen, o.last_seen, o.import, o.line, i.file
                          from observation_sealed o join observation_import i on i.import = o.import
                         where o.keyed = any(:keys::bytea[]) order by o.import desc, o.line desc limit :most
                        """)
                .param("keys", keys)
                .param("most", most)
                .query((row, number) -> open(row))
                .list());
        return found.stream().flatMap(Optional::stream).filter(f -> values.containsValue(f.row().value())).toList();
    }

    private Optional<Found> open(ResultSet row) throws SQLException {
        Optional<byte[]> value = vault.findOpen(row.getBytes(4));
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Found(row.getObject(3, UUID.class), new Answer.Row(
                row.getString(1), new String(value.get(), StandardCharsets.UTF_8), Answers.part(row.getString(2)), row.getString(5), row.getString(6), row.getString(7), row.getString(8), row.getString(9),
                row.getString(10), Answers.time(row.getTimestamp(11)), Answers.time(row.getTimestamp(12)), row.getLong(13), row.getLong(14), row.getString(15), "", "")));
    }

    /** Whether the value is one of somebody who is no operator, said by anybody at any time. Needs no unlocked keys. */
    boolean isProtected(IndicatorType type, String value) {
        Optional<byte[]> keyed = Spelling.of(type, value).flatMap(form -> keyed(type, form));
        return keyed.isPresent() && database.writing(client -> client.sql("select exists (select from observation_sealed where keyed = :keyed)").param("keyed", keyed.get()).query(Boolean.class).single());
    }
}
