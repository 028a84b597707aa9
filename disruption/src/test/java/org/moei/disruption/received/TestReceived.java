package org.moei.disruption.received;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.moei.base.Ids;
import org.moei.base.Uuid7;
import org.moei.disruption.Disruption;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.database.Migrations;
import org.moei.foundation.database.TestDatabase;
import org.moei.foundation.database.Wing;
import org.moei.foundation.vault.FolderVault;
import org.moei.foundation.vault.Vault;
import org.moei.gate.passage.Direction;
import org.moei.gate.passage.Inbox;
import org.moei.gate.passage.Message;
import org.moei.gate.passage.MessageKind;
import org.moei.gate.passage.Outbox;
import org.moei.gate.statement.PassedStatement;
import org.moei.gate.statement.Period;
import org.moei.gate.statement.Practice;
import org.moei.gate.statement.RecallList;
import org.moei.gate.statement.SeenIndicator;
import org.moei.gate.statement.Statement;

/** A disruption wing on a host of its own, a sender with another key, and a clock that moves. */
final class TestReceived implements AutoCloseable {
    static final Instant START = Instant.parse("2025-03-03T09:20:00Z");

    private Instant now = START;
    final InstantSource clock = () -> now;
    private final Ids ids = Uuid7.ids(clock, new Random(5));
    private final TestDatabase database = TestDatabase.fresh(Stream.concat(Disruption.migrations().stream(), WingFoundation.migrations(Wing.PROTECTION).stream()).toArray(Migrations[]::new));
    final Vault senderVault = vault();
    final Vault vault = vault();
    private final WingFoundation sender = new WingFoundation(database.wing(Wing.PROTECTION), senderVault, List.of(), clock);
    private final Outbox outbox = new Outbox(sender, Direction.TO_DISRUPTION);
    final Inbox senderInbox = new Inbox(sender, Direction.TO_PROTECTION);
    private final Set<String> recalled = new TreeSet<>();
    private Disruption disruption = Disruption.open(database.wing(Wing.DISRUPTION), vault, clock, true);

    TestReceived() {
        sender.journal().follow(outbox);
        sender.journal().follow(senderInbox);
        sender.journal().append(senderInbox.confirm(hand(Role.CASE_MANAGER), vault.publicKey()));
        received().confirm(hand(Role.ANALYST), senderVault.publicKey());
    }

    private static Vault vault() {
        try {
            return FolderVault.ofRehearsal(Files.createTempDirectory("moei-keys"), new SecureRandom());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Disruption wing() {
        return disruption;
    }

    Received received() {
        return disruption.received();
    }

    void reopen() {
        disruption.close();
        disruption = Disruption.open(database.wing(Wing.DISRUPTION), vault, clock, true);
        disruption.catchUp();
    }

    Viewer viewer(Role role) {
        return new Viewer(Uuid7.named(START, role.id()), role.id(), role, "analysis-cell", Set.of(Viewer.EVERYWHERE));
    }

    Hand hand(Role role) {
        return new Hand(viewer(role), ids, now, "test");
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    String statement(String compound, String until) {
        String id = ids.next().toString();
        Statement statement = new Statement(compound, Period.of("2025-W03", "2025-W05"), new TreeSet<>(Set.of(Practice.QUOTA)), null,
                List.of(new SeenIndicator(SeenIndicator.Kind.DOMAIN, "example-trade.top")), "", "B3");
        send(new Message.Draft(MessageKind.STATEMENT, now, new PassedStatement(id, statement, until)));
        return id;
    }

    void send(Message.Draft draft) {
        sender.journal().append(outbox.pass(hand(Role.CASE_MANAGER), List.of(draft)));
    }

    /** The hourly list. */
    void recallList(String... ids) {
        recalled.addAll(List.of(ids));
        send(new Message.Draft(MessageKind.RECALL_LIST, now, RecallList.of(recalled)));
    }

    byte[] file() {
        return bytes(outbox);
    }

    static byte[] bytes(Outbox outbox) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            outbox.write(out, 0);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Inbox.Taken take() {
        return received().take(hand(Role.ANALYST), file());
    }

    Received.StatementsPage page() {
        return received().page(viewer(Role.INVESTIGATOR));
    }

    List<String> shown() {
        return page().statements().stream().map(Received.Shown::id).toList();
    }

    /** What came back to the sender of one kind. */
    List<Message> back(MessageKind kind) {
        senderInbox.take(hand(Role.CASE_MANAGER), bytes(received().outbox()));
        return new ArrayList<>(senderInbox.list().stream().filter(m -> m.kind() == kind).toList());
    }

    UUID id() {
        return ids.next();
    }

    @Override
    public void close() {
        disruption.close();
        sender.close();
        vault.close();
        senderVault.close();
        database.close();
    }
}
