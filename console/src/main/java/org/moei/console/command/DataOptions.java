package org.moei.console.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moei.foundation.database.DatabasePlace;
import org.moei.base.Problem;
import org.moei.foundation.vault.OfficerShares;
import org.moei.foundation.vault.TokenHolder;
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

    @Option(names = "--share-file", paramLabel = "FILE", description = "An officer's share, as printed or copied; two of them unlock keys that officers share.")
    private List<Path> shares = List.of();

    @Option(names = "--key-token", paramLabel = "LIBRARY", description = "The PKCS#11 library of a token that holds the keys; its PIN is what --passphrase-file names.")
    private @Nullable Path token;

    private char @Nullable [] read;

    /** The passphrase (or PIN), if one was named: the first line of its file, which is read once. */
    public Optional<char[]> passphrase() {
        if (passphrase == null) {
            return Optional.empty();
        }
        if (read == null) {
            read = firstLine(passphrase);
        }
        return Optional.of(read.clone());
    }

    static char[] firstLine(String file) {
        try {
            String text = file.equals("-") ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8) : Files.readString(Path.of(file));
            return text.lines().findFirst().orElse("").toCharArray();
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.WRONG_USE, "passphrase-file", "The file of the passphrase cannot be read.").asException(e);
        }
    }

    private String readShare(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.WRONG_USE, "share-file", "The file of a share cannot be read.").asException(e);
        }
    }

    /** The same keys and passphrase for another folder of data, in a database of its own. */
    public DataOptions at(Path folder) {
        DataOptions other = new DataOptions();
        other.data = folder;
        other.keys = keys();
        other.passphrase = passphrase;
        other.read = read;
        other.shares = shares;
        other.token = token;
        return other;
    }

    /** Unlocks with what was named: shares, a token or a passphrase; without any an operation stays locked, and names stay sealed. */
    public void unlock(Vault vault) {
        if (!shares.isEmpty()) {
            vault.unlock(OfficerShares.of(shares.stream().map(this::readShare).toList(), new SecureRandom()));
        } else if (token != null) {
            vault.unlock(TokenHolder.of(token, 0, passphrase().orElse(new char[0]), new SecureRandom()));
        } else {
            passphrase().ifPresent(vault::unlock);
        }
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
