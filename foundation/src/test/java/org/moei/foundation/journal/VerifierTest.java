package org.moei.foundation.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every kind of damage that somebody with the administrator's account or the disk can do to a journal, and who finds it. */
class VerifierTest {
    private static final String TABLE = "protection_journal.action";

    private final TestJournal house = new TestJournal();
    private SignedHead kept;

    @BeforeEach
    void fill() {
        for (int i = 0; i < 6; i++) {
            house.journal.append(List.of(TestJournal.action(TestJournal.id()), TestJournal.action(TestJournal.id())));
        }
        kept = house.journal.signHead();
        house.journal.append(TestJournal.action(TestJournal.id()));
        assertThat(house.verify(Optional.of(kept)).findings()).isEmpty();
        assertThat(house.verify(Optional.empty()).actions()).isEqualTo(13);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private List<String> kinds() {
        return house.verify(Optional.empty()).findings().stream().map(Finding::kind).distinct().toList();
    }

    private List<String> kindsWithKeptHead() {
        return house.verify(Optional.of(kept)).findings().stream().map(Finding::kind).distinct().toList();
    }

    /** Makes leaves and all kept roots anew over what stands, as a careful forger would. */
    private void forgeTree() throws SQLException {
        try (Connection administrator = house.database.administrator(); Statement statement = administrator.createStatement()) {
            statement.execute("set session_replication_role = replica");
            List<byte[]> envelopes = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("select envelope from " + TABLE + " order by position")) {
                while (rows.next()) {
                    envelopes.add(rows.getBytes(1));
                }
            }
            Frontier frontier = Frontier.empty();
            for (byte[] envelope : envelopes) {
                frontier.add(Hash.ofLeaf(envelope));
                try (PreparedStatement leaf = administrator.prepareStatement("update " + TABLE + " set leaf = ? where position = ?")) {
                    leaf.setBytes(1, Hash.ofLeaf(envelope));
                    leaf.setLong(2, frontier.size());
                    leaf.executeUpdate();
                }
                try (PreparedStatement root = administrator.prepareStatement("update protection_journal.batch set frontier = ?, root = ? where last_position = ?")) {
                    root.setBytes(1, frontier.encode());
                    root.setBytes(2, frontier.root());
                    root.setLong(3, frontier.size());
                    root.executeUpdate();
                }
            }
        }
    }

    private void changePlace() throws SQLException {
        house.damage("update " + TABLE + " set envelope = convert_to(replace(convert_from(envelope, 'UTF8'), 'mae-sot', 'mae-sai'), 'UTF8') where position = 5");
    }

    @Test
    void aChangedActionIsFound() throws SQLException {
        changePlace();
        assertThat(kinds()).contains("changed", "root");
    }

    @Test
    void aChangedByteInASealedPartIsFound() throws SQLException {
        house.damage("update " + TABLE + " set envelope = set_byte(envelope, length(envelope) - 220, get_byte(envelope, length(envelope) - 220) # 1) where position = 5");
        assertThat(kinds()).contains("changed");
    }

    @Test
    void aChangedActionWithItsLeafIsFoundByTheRoots() throws SQLException {
        changePlace();
        house.damage("update " + TABLE + " set leaf = sha256('\\x00'::bytea || envelope) where position = 5");
        assertThat(kinds()).containsExactly("root");
    }

    @Test
    void aChangedLeafAloneIsFound() throws SQLException {
        house.damage("update " + TABLE + " set leaf = set_byte(leaf, 3, get_byte(leaf, 3) # 1) where position = 5");
        assertThat(kinds()).containsExactly("changed");
    }

    @Test
    void aChangedRootIsFound() throws SQLException {
        house.damage("update protection_journal.batch set root = set_byte(root, 3, get_byte(root, 3) # 1) where last_position = 6");
        assertThat(kinds()).containsExactly("root");
    }

    @Test
    void aWholeTreeForgedAnewIsFoundByTheSignedHead() throws SQLException {
        changePlace();
        forgeTree();
        assertThat(kinds()).containsExactly("root");
        house.damage("delete from protection_journal.signed_head");
        assertThat(kinds()).as("without any head nothing shows: that is why partners keep one").isEmpty();
        assertThat(kindsWithKeptHead()).containsExactly("root");
    }

    @Test
    void aDeletedActionIsFound() throws SQLException {
        house.damage("delete from " + TABLE + " where position = 5");
        assertThat(kinds()).contains("missing", "root");
    }

    @Test
    void aDeletedActionIsFoundAlsoWhereTheOthersMovedUp() throws SQLException {
        house.damage(
                "delete from " + TABLE + " where position = 5",
                "update " + TABLE + " set position = position - 1000 where position > 5", "update " + TABLE + " set position = position + 999 where position < 0");
        assertThat(kinds()).contains("root", "missing");
    }

    @Test
    void anInsertedActionIsFound() throws SQLException {
        house.damage(
                "update " + TABLE + " set position = position + 1000 where position > 5", "update " + TABLE + " set position = position - 999 where position > 1000",
                "insert into " + TABLE + " select 6, gen_random_uuid(), type, recorded, envelope, leaf from " + TABLE + " where position = 2");
        assertThat(kinds()).contains("root", "column");
    }

    @Test
    void twoSwappedActionsAreFound() throws SQLException {
        house.damage(
                "update " + TABLE + " set position = 1005 where position = 5",
                "update " + TABLE + " set position = 5 where position = 6",
                "update " + TABLE + " set position = 6 where position = 1005");
        assertThat(kinds()).contains("root");
    }

    @Test
    void aChangedColumnIsFound() throws SQLException {
        house.damage("update " + TABLE + " set type = 'people.held' where position = 5");
        assertThat(kinds()).containsExactly("column");
        house.damage("update " + TABLE + " set type = 'people.person-described', id = gen_random_uuid() where position = 5");
        assertThat(kinds()).containsExactly("column");
        house.damage("update " + TABLE + " set recorded = recorded + interval '1 ms' where position = 6");
        assertThat(house.verify(Optional.empty()).findings()).extracting(Finding::position).containsExactly(5L, 6L);
    }

    @Test
    void aChangedIndexOfRecordsIsFound() throws SQLException {
        house.damage("update protection_journal.action_record set record_id = gen_random_uuid() where position = 5");
        assertThat(kinds()).containsExactly("record-index");
    }

    @Test
    void aChangedRoleInTheIndexOfRecordsIsFound() throws SQLException {
        house.damage("update protection_journal.action_record set role = 'request' where position = 5");
        assertThat(kinds()).containsExactly("record-index");
    }

    @Test
    void aDeletedOrAddedIndexOfRecordsIsFound() throws SQLException {
        house.damage("delete from protection_journal.action_record where position = 5", "insert into protection_journal.action_record values (gen_random_uuid(), 7, 'person')");
        assertThat(house.verify(Optional.empty()).findings()).extracting(f -> f.kind() + f.position()).containsExactly("record-index5", "record-index7");
    }

    private void dropTail() throws SQLException {
        house.damage(
                "delete from " + TABLE + " where position > 10",
                "delete from protection_journal.action_record where position > 10",
                "delete from protection_journal.batch where last_position > 10",
                "delete from protection_journal.signed_head");
    }

    @Test
    void aTailDroppedWithAllThatStoodOverItIsFoundWithAKeptHeadOnly() throws SQLException {
        dropTail();
        assertThat(kinds()).isEmpty();
        assertThat(kindsWithKeptHead()).containsExactly("missing");
    }

    @Test
    void aTailDroppedInsideABatchIsFoundWithoutAHead() throws SQLException {
        dropTail();
        house.damage("delete from " + TABLE + " where position > 9", "delete from protection_journal.action_record where position > 9");
        assertThat(kinds()).contains("missing", "root");
    }

    @Test
    void aHeadOfAnotherServerOrWithAChangedSignatureIsFound() throws SQLException {
        assertThat(Verifier.verify("protection", house.source(), Optional.empty(), new byte[] {1, 2, 3}).findings()).extracting(Finding::kind).containsOnly("head");
        house.damage("update protection_journal.signed_head set line = replace(line, 'signature\":\"', 'signature\":\"AAAA')");
        assertThat(kinds()).containsExactly("head");
    }

    @Test
    void theApplicationsRoleCannotChangeOrDeleteAnAction() {
        for (String statement : List.of("update " + TABLE + " set type = 'x'", "delete from " + TABLE, "truncate " + TABLE + " cascade", "delete from protection_journal.batch")) {
            try (Connection writer = house.source().getConnection(); Statement doing = writer.createStatement()) {
                doing.execute(statement);
                assertThat(statement).as("was allowed").isEmpty();
            } catch (SQLException e) {
                assertThat(e.getSQLState()).as(statement).isEqualTo("42501");
            }
        }
    }

    @Test
    void anotherWingsHeadIsFound() {
        SignedHead other = new SignedHead("disruption", kept.size(), kept.root(), kept.signed(), "", kept.key(), kept.signature());
        assertThat(house.verify(Optional.of(other)).findings()).extracting(Finding::kind).containsOnly("head");
        assertThat(SignedHead.read(kept.line())).satisfies(h -> assertThat(h.line()).isEqualTo(kept.line())).satisfies(h -> assertThat(h.isSignatureRight()).isTrue());
    }

    @Test
    void severalKeptHeadsSayBetweenWhichTwoAForgeryThatIsConsistentInItselfBegins() throws SQLException {
        List<SignedHead> heads = new ArrayList<>(List.of(kept));
        for (int day = 0; day < 4; day++) {
            for (int i = 0; i < 5; i++) {
                house.journal.append(TestJournal.action(TestJournal.id()));
            }
            heads.add(house.journal.signHead());
        }
        house.damage("delete from protection_journal.signed_head", "update " + TABLE + " set envelope = (select envelope from " + TABLE + " where position = 21) where position = 20");
        forgeTree();
        Verification found = Verifier.verify("protection", house.source(), heads, house.vault.publicKey());
        assertThat(found.findings().stream().filter(f -> f.kind().equals("root")).findFirst().orElseThrow())
                .satisfies(f -> assertThat(f.position()).isEqualTo(23))
                .satisfies(f -> assertThat(f.detail()).contains("up to 18 it has the one that was signed"));
    }

    @Test
    void aHeadThatSomebodyCopiedFromPaperIsTheHeadThatWasSigned() {
        SignedHead copied = SignedHead.readKept("Head of the journal\n\n" + String.join("\n", kept.code()).toLowerCase(java.util.Locale.ROOT));
        assertThat(copied.line()).isEqualTo(kept.line());
        assertThat(copied.isSignatureRight()).isTrue();
        assertThat(SignedHead.readKept(kept.line() + "\n").line()).isEqualTo(kept.line());
        assertThat(house.verify(Optional.of(copied)).findings()).isEmpty();
    }
}
