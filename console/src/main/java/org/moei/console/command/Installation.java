package org.moei.console.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;
import org.moei.disruption.Disruption;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.database.Database;
import org.moei.foundation.database.Migrations;
import org.moei.foundation.database.Wing;
import org.moei.foundation.journal.Json;
import org.moei.foundation.vault.FolderVault;
import org.moei.foundation.vault.Vault;
import org.moei.protection.Protection;

/**
 * An open installation: database, keys, and the wings that this process serves. What it is (a rehearsal of which scenario,
 * or an operation) stands in {@code installation.json} of the data folder.
 */
public final class Installation implements AutoCloseable {
    /** Says what a data folder holds. */
    public static final String FILE = "installation.json";

    private final DataOptions options;
    private final About about;
    private final Database database;
    private final Vault vault;
    private final @Nullable Protection protection;
    private final @Nullable Disruption disruption;

    /**
     * What a data folder holds.
     *
     * @param kind {@code rehearsal} or {@code operation}
     * @param people of the rehearsal, 0 in an operation
     */
    public record About(String kind, String scenario, int people, long seed) {
        public boolean isRehearsal() {
            return "rehearsal".equals(kind);
        }
    }

    private Installation(DataOptions options, About about, Set<Wing> wings, InstantSource clock) {
        this.options = options;
        this.about = about;
        this.vault = about.isRehearsal()
                ? FolderVault.ofRehearsal(options.keys(), new SecureRandom())
                : FolderVault.openExisting(options.keys(), new SecureRandom());
        List<Migrations> migrations = new ArrayList<>(Protection.migrations());
        migrations.addAll(Disruption.migrations());
        this.database = Database.open(options.place(), wings, migrations);
        this.protection = wings.contains(Wing.PROTECTION) ? Protection.open(database.wing(Wing.PROTECTION), vault, clock, about.isRehearsal(), options.data().resolve("files")) : null;
        this.disruption = wings.contains(Wing.DISRUPTION) ? Disruption.open(database.wing(Wing.DISRUPTION), vault, clock, Optional.of(options.data().resolve("files")), about.isRehearsal()) : null;
    }

    /** What stands in a data folder, if anything does. */
    public static Optional<About> findAbout(Path data) {
        Path file = data.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(Files.readAllBytes(file), About.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes or opens a rehearsal.
     *
     * @throws org.moei.base.ProblemException {@code other-installation} where the folder holds something else
     */
    public static Installation rehearsal(DataOptions options, About wanted, InstantSource clock) {
        Optional<About> found = findAbout(options.data());
        if (found.isPresent() && !found.get().equals(wanted)) {
            throw Problem.of(Problem.Kind.WRONG_USE, "other-installation", "The folder holds " + words(found.get()) + ", not " + words(wanted) + ".")
                    .withAdvice("--fresh starts anew (a rehearsal's data go), or another --data was meant.")
                    .asException();
        }
        if (found.isEmpty()) {
            write(options, wanted);
        }
        return new Installation(options, wanted, EnumSet.allOf(Wing.class), clock);
    }

    private static void write(DataOptions options, About about) {
        try {
            Files.createDirectories(options.data());
            Path next = options.data().resolve(FILE + ".next");
            Files.write(next, Json.write(about));
            Files.move(next, options.data().resolve(FILE), java.nio.file.StandardCopyOption.ATOMIC_MOVE, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "data-folder", "The folder " + options.data() + " cannot be written.").asException(e);
        }
    }

    /** Opens what stands in the folder. */
    public static Installation open(DataOptions options, Set<Wing> wings, InstantSource clock) {
        About about = findAbout(options.data())
                .orElseThrow(() -> Problem.of(Problem.Kind.WRONG_USE, "no-installation", "There is no installation in " + options.data() + ".")
                        .withAdvice("./moei demo makes a rehearsal, or --data names the folder.")
                        .asException());
        return new Installation(options, about, wings, clock).unlocked();
    }

    private Installation unlocked() {
        try {
            options.unlock(vault);
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Makes an operation: keys under the officers' passphrase, an empty database, no account.
     *
     * @throws org.moei.base.ProblemException {@code other-installation} where something stands in the folder already
     */
    public static Installation operation(DataOptions options, char[] passphrase, InstantSource clock) {
        Optional<About> found = findAbout(options.data());
        if (found.isPresent()) {
            throw Problem.of(Problem.Kind.WRONG_USE, "other-installation", "The folder holds " + words(found.get()) + " already.").asException();
        }
        FolderVault.ofOperation(options.keys(), new SecureRandom(), passphrase).close();
        About about = new About("operation", "", 0, 0);
        write(options, about);
        Installation installation = new Installation(options, about, EnumSet.allOf(Wing.class), clock);
        installation.vault.unlock(passphrase);
        return installation;
    }

    /** An empty database under keys that stand, for a restore to fill; it is an installation once it is settled. */
    public static Installation unsettled(DataOptions options, About about, InstantSource clock) {
        return new Installation(options, about, EnumSet.allOf(Wing.class), clock).unlocked();
    }

    /** Says in the folder what it holds: from now on it can be opened. */
    public void settle() {
        write(options, about);
    }

    private static String words(About about) {
        return about.isRehearsal()
                ? "a rehearsal of " + about.scenario() + " with " + about.people() + " people and seed " + about.seed()
                : "an operation";
    }

    public DataOptions options() {
        return options;
    }

    public About about() {
        return about;
    }

    public Database database() {
        return database;
    }

    public Vault vault() {
        return vault;
    }

    public Protection protection() {
        if (protection == null) {
            throw new IllegalStateException("This process does not serve the protection wing.");
        }
        return protection;
    }

    public Disruption disruption() {
        if (disruption == null) {
            throw new IllegalStateException("This process does not serve the disruption wing.");
        }
        return disruption;
    }

    /** The foundations of the wings that this process serves. */
    public List<WingFoundation> foundations() {
        List<WingFoundation> all = new ArrayList<>();
        if (protection != null) {
            all.add(protection.foundation());
        }
        if (disruption != null) {
            all.add(disruption.foundation());
        }
        return all;
    }

    /** Brings rosters and pictures to the end of the journals. */
    public void catchUp() {
        if (protection != null) {
            protection.catchUp();
        }
        if (disruption != null) {
            disruption.catchUp();
        }
    }

    @Override
    public void close() {
        if (protection != null) {
            protection.close();
        }
        if (disruption != null) {
            disruption.close();
        }
        vault.close();
        database.close();
    }
}
