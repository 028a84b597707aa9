package org.moei.foundation.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.moei.base.Problem;

/** Passwords of database roles, in {@code KEYS/database}: a file each, made at first use, readable by us alone. */
final class Secrets {
    private static final int BYTES = 32;

    private final Path folder;

    Secrets(Path keys) {
        this.folder = keys.resolve("database");
    }

    /** The password of a role; the same in all processes that share the keys' folder. */
    synchronized String of(String role) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            Path file = folder.resolve(role);
            if (!Files.exists(file)) {
                make(file);
            }
            String secret = Files.readString(file, StandardCharsets.US_ASCII).strip();
            if (secret.length() < BYTES) {
                throw problem("The database password in " + file + " is too short.").asException();
            }
            return secret;
        } catch (IOException e) {
            throw problem("The database passwords in " + folder + " cannot be read or written.").asException(e);
        }
    }

    /** Appears whole or not at all; of two processes the first wins and both read its file. */
    private void make(Path file) throws IOException {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        Path fresh = Files.createTempFile(folder, ".making", "", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(fresh, HexFormat.of().formatHex(bytes));
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            return;
        } finally {
            Files.delete(fresh);
        }
    }

    private static Problem problem(String message) {
        return Problem.of(Problem.Kind.COULD_NOT_RUN, "database-secret", message)
                .withAdvice("--keys names the wrong folder, or it belongs to another user.");
    }
}
