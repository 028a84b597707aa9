package org.moei.console.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moei.foundation.database.DatabasePlace;
import org.moei.base.Problem;
import org.moei.foundation.vault.Vault;
import picocli.CommandLine.Option;

/** Where the data and the keys are; shared by all commands on data. */
public final class DataOptions {
    @Option(names = "--data", paramLabel = "DIR", description = "Folder of the database (default ~/.moei).")
    private @Nullable Path data;

    @Option(names = "--keys", paramLabel = "DIR", description = "Folder of the keys, never inside the data (default DIR.keys).")
    private @Nullable Path keys;

    @Option(names = "--database", paramLabel = "URL", description = "A PostgreSQL that others run, instead of the embedded one.")
    private @Nullable String database;

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "The officers' passphrase, which unlocks the keys of an operation; - reads standard input.")
    private @Nullable String passphrase;

    private char @Nullable [] read;

    /** The passphrase, if one was named: the first line of its file, which is read once. */
    public Optional<char[]> passphrase() {
        if (passphrase == null) {
            return Optional.empty();
        }
        if (read == null) {
            try {
                String text = passphrase.equals("-")
                        ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                        : Files.readString(Path.of(passphrase));
                read = text.lines().findFirst().orElse("").toCharArray();
            } catch (IOException e) {
                throw Problem.of(Problem.Kind.WRONG_USE, "passphrase-file", "The file of the passphrase cannot be read.").asException(e);
            }
        }
        return Optional.of(read.clone());
    }

    /** The same keys and passphrase for another folder of data, in a database of its own. */
    public DataOptions at(Path folder) {
        DataOptions other = new DataOptions();
        other.data = folder;
        other.keys = keys();
        other.passphrase = passphrase;
        other.read = read;
        return other;
    }

    /** Unlocks with the passphrase that was named; without one an operation stays locked, and names stay sealed. */
    public void unlock(Vault vault) {
        passphrase().ifPresent(vault::unlock);
    }

    /** The folder of the data. */
    public Path data() {
        return (data == null ? Path.of(System.getProperty("user.home"), ".moei") : data).toAbsolutePath().normalize();
    }

    /** The folder of the keys, beside the data. */
    public Path keys() {
        Path folder = data();
        return (keys == null ? folder.resolveSibling(folder.getFileName() + ".keys") : keys).toAbsolutePath().normalize();
    }

    /** The database's address, if it is not the embedded one. */
    public Optional<String> database() {
        return Optional.ofNullable(database);
    }

    DatabasePlace place() {
        return database == null ? new DatabasePlace.Embedded(data().resolve("postgresql"), keys()) : new DatabasePlace.External(database, keys());
    }
}
