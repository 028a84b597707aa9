package org.moei.gate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.moei.base.Ids;
import org.moei.base.Uuid7;
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

/** Both ends of the gate over two journals, each wing with a vault of its own, as on two hosts. */
final class TestGate implements AutoCloseable {
    static final Instant NOW = Instant.parse("2025-02-12T03:00:00Z");

    final TestDatabase database = TestDatabase.fresh(Stream.of(Wing.values()).flatMap(w -> WingFoundation.migrations(w).stream()).toArray(Migrations[]::new));
    final Vault senderVault;
    final Vault receiverVault = vault();
    final WingFoundation sender;
    final WingFoundation receiver;
    final Outbox outbox;
    final Inbox inbox;
    private final Ids ids = Uuid7.ids(InstantSource.fixed(NOW), new Random(7));
    final Hand keeper = hand(Role.CASE_MANAGER);
    final Hand analyst = hand(Role.ANALYST);

    TestGate() {
        this(vault());
    }

    TestGate(Vault senderVault) {
        this.senderVault = senderVault;
        sender = new WingFoundation(database.wing(Wing.PROTECTION), senderVault, List.of(), InstantSource.fixed(NOW));
        receiver = new WingFoundation(database.wing(Wing.DISRUPTION), receiverVault, List.of(), InstantSource.fixed(NOW));
        outbox = new Outbox(sender, Direction.TO_DISRUPTION);
        inbox = new Inbox(receiver, Direction.TO_DISRUPTION);
        sender.journal().follow(outbox);
        receiver.journal().follow(inbox);
    }

    private static Vault vault() {
        try {
            return FolderVault.ofRehearsal(Files.createTempDirectory("moei-keys"), new SecureRandom());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Hand hand(Role role) {
        return new Hand(new Viewer(ids.next(), role.id(), role, "agency", Set.of("*")), ids, NOW, "test");
    }

    /** Passes messages, each with a text. */
    void pass(String... texts) {
        List<Message.Draft> drafts = Stream.of(texts).map(t -> new Message.Draft(MessageKind.STATEMENT, NOW, Map.of("text", t))).toList();
        sender.journal().append(outbox.pass(keeper, drafts));
    }

    void confirm() {
        receiver.journal().append(inbox.confirm(analyst, senderVault.publicKey()));
    }

    byte[] file(long after) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            outbox.write(out, after);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a file, the header first. */
    static List<String> lines(byte[] file) {
        return new ArrayList<>(new String(file, StandardCharsets.UTF_8).lines().toList());
    }

    static byte[] file(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    Inbox.Taken take(byte[] file) {
        return inbox.take(analyst, file);
    }

    static Path temporary() {
        try {
            return Files.createTempDirectory("moei-gate");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        sender.close();
        receiver.close();
        receiverVault.close();
        database.close();
    }
}
