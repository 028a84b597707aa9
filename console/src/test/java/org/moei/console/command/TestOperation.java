package org.moei.console.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.moei.base.Ids;
import org.moei.base.Uuid7;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.database.Wing;
import org.moei.foundation.journal.Action;
import org.moei.protection.people.Description;
import org.moei.protection.people.People;
import picocli.CommandLine;

/** An operation in a folder of a test, made by the commands themselves. */
final class TestOperation {
    static final String PASSPHRASE = "seven blue kites over the river";

    private final Path folder;
    private final AtomicInteger arrived = new AtomicInteger();
    private final Ids ids = Uuid7.ids(InstantSource.system(), new SecureRandom());

    TestOperation(Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("passphrase"), PASSPHRASE + "\n");
        run("init");
        run("account", "desk-1", "--role", "reception", "--agency", "immigration", "--place", "mae-sot", "--holds", "person,list-row");
    }

    String path(String name) {
        return folder.resolve(name).toString();
    }

    /** Runs a command on the operation, unlocked. */
    Said run(String... arguments) {
        return runOn("op", arguments);
    }

    /** Runs a command on another data folder under the operation's keys. */
    Said runOn(String data, String... arguments) {
        List<String> all = new java.util.ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", path(data), "--keys", path("op.keys"), "--passphrase-file", path("passphrase")));
        return Said.by(all.toArray(String[]::new));
    }

    Installation open() {
        return open("op", "op.keys");
    }

    Installation open(String data, String keys) {
        DataOptions options = new DataOptions();
        new CommandLine(options).parseArgs("--data", path(data), "--keys", path(keys), "--passphrase-file", path("passphrase"));
        Installation installation = Installation.open(options, EnumSet.allOf(Wing.class), InstantSource.system());
        installation.catchUp();
        return installation;
    }

    Hand desk() {
        Viewer viewer = new Viewer(Uuid7.named(Instant.EPOCH, "account desk-1"), "desk-1", Role.RECEPTION, "immigration", Set.of("mae-sot"));
        return new Hand(viewer, ids, InstantSource.system().instant(), "test");
    }

    /** Registers somebody and writes a name down. */
    UUID arrive(Installation installation, String name) {
        UUID person = ids.next();
        People people = installation.protection().people();
        people.keep(people.register(desk(), person, new People.Arrival(arrived.incrementAndGet(), "ETH", "f", "18-24", "am", "", "released", "mae-sot", "")));
        people.keep(people.describe(desk(), person, Action.ANY, new Description.Names(List.of(new Description.Name(name, "en", "full", "person")))));
        return person;
    }

    String token(Installation installation, UUID person) {
        return installation.protection().roster().system().find(person).orElseThrow().token();
    }
}
