package org.moei.foundation.database.embedded;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;

/**
 * A PostgreSQL server of our own for one data folder, shared by all processes that use the folder.
 *
 * <p>Under {@code DATA}: {@code postgresql/} is the cluster, {@code postgresql.log} what the server says,
 * {@code postgresql.users} and {@code postgresql.start} are locks. The server ends with its last user.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(15);
    private static final long LARGEST_LOG = 1 << 20;
    private static final Set<Path> OPEN_HERE = ConcurrentHashMap.newKeySet();

    private final Path data;
    private final ServerProcesses server;
    private final ServerGuard guard;
    private final Thread atExit;

    private EmbeddedPostgres(Path data, ServerProcesses server, ServerGuard guard) {
        this.data = data;
        this.server = server;
        this.guard = guard;
        this.atExit = new Thread(guard::close, "stop-database");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts the server of a data folder, or joins it where another process has started it.
     *
     * @param data made where missing; its path may be long and hold blanks
     * @param secret gives the password of the administrator; asked when the folder is this process's own
     * @throws org.moei.base.ProblemException where the server cannot run, with what to do
     */
    public static EmbeddedPostgres open(Path data, Supplier<String> secret) {
        Path folder = folder(data);
        if (!OPEN_HERE.add(folder)) {
            throw Problem.of(Problem.Kind.WRONG_USE, "database-open", "The data folder " + folder + " is already open in this process.").asException();
        }
        try {
            return start(folder, secret);
        } catch (IOException e) {
            OPEN_HERE.remove(folder);
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "database-start", "The database of " + folder + " could not be started: " + e.getMessage() + ".")
                    .withAdvice("the end of postgresql.log in that folder says why.")
                    .asException(e);
        } catch (RuntimeException e) {
            OPEN_HERE.remove(folder);
            throw e;
        }
    }

    /**
     * Removes the database of a data folder, for whoever starts anew; everything else in the folder stays.
     *
     * @throws org.moei.base.ProblemException where a process still uses it
     */
    public static void discard(Path data) {
        if (!Files.isDirectory(data)) {
            return;
        }
        Path folder = folder(data);
        ServerProcesses server = new ServerProcesses(folder.resolve("postgresql"));
        try {
            if (OPEN_HERE.contains(folder) || !ServerGuard.isFree(folder.resolve("postgresql.users"))) {
                throw Problem.of(Problem.Kind.WRONG_USE, "database-in-use", "The data folder " + folder + " is in use.")
                        .withAdvice("another Moei runs on it; stop that first.")
                        .asException();
            }
            server.end();
            for (String name : List.of("postgresql", "postgresql.new", "postgresql.log", "postgresql.users", "postgresql.start")) {
                Folders.delete(folder.resolve(name));
            }
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "database-discard", "The database of " + folder + " could not be removed: " + e.getMessage() + ".").asException(e);
        }
    }

    private static Path folder(Path data) {
        try {
            if (!Files.isDirectory(data)) {
                Files.createDirectories(data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return data.toRealPath();
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "data-folder", "The data folder " + data + " cannot be used.")
                    .withAdvice("it lies where this user may not write; --data names another.")
                    .asException(e);
        }
    }

    private static EmbeddedPostgres start(Path data, Supplier<String> secret) throws IOException {
        ServerProcesses server = new ServerProcesses(data.resolve("postgresql"));
        ServerGuard guard = ServerGuard.hold(data.resolve("postgresql.users"), server);
        try (FileChannel channel = FileChannel.open(data.resolve("postgresql.start"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock alone = channel.lock()) {
            if (!alone.isValid() || !adopt(server)) {
                launch(data, server, secret.get());
            }
        } catch (IOException | RuntimeException e) {
            guard.close();
            throw e;
        }
        return new EmbeddedPostgres(data, server, guard);
    }

    /** Joins a server that runs; what is left of one that does not is ended and cleared away. */
    private static boolean adopt(ServerProcesses server) throws IOException {
        Optional<Long> postmaster = server.postmaster();
        if (postmaster.isPresent() && !server.status().equals("stopping") && awaitReady(server, null)) {
            return true;
        }
        server.end();
        // Nothing of ours runs, so the number in the file is stale or belongs to a stranger by now.
        Files.deleteIfExists(server.lockFile());
        return false;
    }

    private static void launch(Path data, ServerProcesses server, String secret) throws IOException {
        ServerUser user = ServerUser.of(server.cluster());
        Cluster cluster = new Cluster(server.cluster(), user, PostgresBinaries.unpacked(user));
        cluster.prepare(secret);
        Path log = data.resolve("postgresql.log");
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
            Files.delete(log);
        }
        Process process = cluster.start(server, log);
        if (!awaitReady(server, process)) {
            throw new IOException("the server ended before it was ready");
        }
    }

    private static boolean awaitReady(ServerProcesses server, @Nullable Process started) {
        long end = System.nanoTime() + LONGEST_RECOVERY.toNanos();
        while (System.nanoTime() < end) {
            if (server.status().equals("ready") && server.postmaster().isPresent()) {
                return true;
            }
            boolean runs = started == null ? server.postmaster().isPresent() : started.isAlive();
            if (!runs) {
                return false;
            }
            ServerProcesses.pause();
        }
        return false;
    }

    /** The JDBC address of a database of this server, without user and password. */
    public String url(String database) {
        return "jdbc:postgresql://localhost/" + database + "?sslmode=disable&gssEncMode=disable&socketFactory=" + UnixSocketFactory.class.getName()
                + "&socketFactoryArg=" + URLEncoder.encode(server.cluster().toString(), StandardCharsets.UTF_8);
    }

    /** The role that may do everything in this server. */
    public String administrator() {
        return Cluster.ADMINISTRATOR;
    }

    /** The numbers of all its processes, for measuring. */
    public List<Long> processes() {
        return server.list();
    }

    /** The number of the process above the others; empty when it does not run. */
    public Optional<Long> postmaster() {
        return server.postmaster();
    }

    /** Stops the server unless another process uses it; returns when it is down. */
    @Override
    public void close() {
        if (OPEN_HERE.remove(data)) {
            guard.close();
            try {
                Runtime.getRuntime().removeShutdownHook(atExit);
            } catch (IllegalStateException e) {
                // The hook is running already, and closing twice does no harm.
                return;
            }
        }
    }
}
