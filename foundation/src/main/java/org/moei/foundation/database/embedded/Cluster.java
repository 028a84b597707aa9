package org.moei.foundation.database.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.moei.base.Problem;

/** The folder of a cluster: made whole or not at all. */
final class Cluster {
    static final String ADMINISTRATOR = "moei";

    private final Path folder;
    private final ServerUser user;
    private final PostgresBinaries binaries;

    Cluster(Path folder, ServerUser user, PostgresBinaries binaries) {
        this.folder = folder;
        this.user = user;
        this.binaries = binaries;
    }

    /** Makes the cluster where there is none, and refuses one of another version. */
    void prepare(String secret) throws IOException {
        Path versionFile = folder.resolve("PG_VERSION");
        if (!Files.exists(versionFile)) {
            create(secret);
        }
        String version = Files.readString(versionFile, StandardCharsets.US_ASCII).trim();
        if (!version.equals(PostgresBinaries.MAJOR_VERSION)) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "postgresql-version", "The database was made by PostgreSQL " + version + ", this is " + PostgresBinaries.MAJOR_VERSION + ".")
                    .withAdvice("export its journals with the Moei that made it, and import them into a new data folder.")
                    .asException();
        }
        ServerSettings.write(folder);
        user.own(folder);
    }

    private void create(String secret) throws IOException {
        if (Files.exists(folder)) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "postgresql-folder", "The folder " + folder + " is there but holds no database.")
                    .withAdvice("it is a remainder; move it away.")
                    .asException();
        }
        Path making = folder.resolveSibling(folder.getFileName() + ".new");
        Folders.delete(making); // A start that was killed on the way.
        Path fresh = making.resolve("cluster");
        var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectory(making, onlyOwner);
        Files.createDirectory(fresh, onlyOwner);
        Path password = Files.createFile(making.resolve("password"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(password, secret);
        user.own(making);
        initialise(fresh);
        Files.delete(password);
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        Folders.delete(making);
    }

    private void initialise(Path fresh) throws IOException {
        String argument = user.folderArgument(fresh);
        List<String> program = List.of(
                binaries.program("initdb").toString(),
                "-D", argument,
                "--pwfile", argument + "/../password",
                "--username", ADMINISTRATOR,
                "--auth", "scram-sha-256",
                "--encoding", "UTF8",
                "--locale", "C",
                "--locale-provider", "builtin",
                "--builtin-locale", "C.UTF-8",
                "--data-checksums",
                "--no-instructions");
        Process process = builder(program, fresh).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw Problem.of(Problem.Kind.COULD_NOT_RUN, "postgresql-initdb", "The database could not be made: " + lastLine(output))
                        .withAdvice("the disk is full, or setpriv and setsid (util-linux) are missing.")
                        .asException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Starts the server; it goes on when we end. */
    Process start(ServerProcesses server, Path log) throws IOException {
        List<String> program = new ArrayList<>(List.of(binaries.program("postgres").toString(), "-D", user.folderArgument(folder)));
        program.add("--cluster_name=" + server.mark());
        Process process = builder(program, folder)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        process.getOutputStream().close();
        return process;
    }

    private ProcessBuilder builder(List<String> program, Path directory) {
        ProcessBuilder builder = new ProcessBuilder(user.run(program)).directory(directory.toFile());
        builder.environment().keySet().retainAll(List.of("PATH"));
        builder.environment().putAll(Map.of("LC_ALL", "C", "TZ", "UTC"));
        return builder;
    }

    private static String lastLine(String output) {
        return output.strip().lines().reduce("", (first, second) -> second);
    }
}
