package org.moei.foundation.database.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.moei.base.Problem;
import org.tukaani.xz.XZInputStream;

/**
 * The server's programs, unpacked once for each version into a cache outside every data folder.
 *
 * <p>The folder's name carries a check value of the archive, so a new version never runs over an old one; it appears by one
 * rename, so two processes that unpack at once both end with a whole folder.
 *
 * @param folder holds {@code bin/postgres} and {@code bin/initdb}
 */
record PostgresBinaries(Path folder) {
    static final String MAJOR_VERSION = "18";
    private static final long LARGEST_ARCHIVE = 1L << 30;

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /** Unpacks where needed. The cache is readable for every user of the machine, because the server may run as another. */
    static PostgresBinaries unpacked(ServerUser user) {
        String resource = "/postgres-linux-" + architecture() + ".txz";
        try {
            Path target = cache(user).resolve("postgresql-" + MAJOR_VERSION + "-" + mark(resource));
            if (!Files.isExecutable(target.resolve("bin/postgres"))) {
                unpack(resource, target);
            }
            return new PostgresBinaries(target);
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "postgresql-unpack", "The database programs could not be unpacked: " + e.getMessage() + ".")
                    .withAdvice("the disk is full, or MOEI_CACHE should name a folder that can be written.")
                    .asException(e);
        }
    }

    private static String architecture() {
        String name = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> name;
        };
    }

    private static Path cache(ServerUser user) throws IOException {
        String named = System.getenv("MOEI_CACHE");
        if (named != null && !named.isBlank()) {
            return Files.createDirectories(Path.of(named).toAbsolutePath());
        }
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path home = Path.of(System.getProperty("user.home", "/"));
        Path own = (xdg == null || xdg.isBlank() ? home.resolve(".cache") : Path.of(xdg)).resolve("moei");
        // A server that runs as another user cannot pass through a private home such as /root.
        Path chosen = user.reaches(own) ? own : Path.of("/var/cache/moei");
        return Files.createDirectories(chosen, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }

    private static InputStream open(String resource) {
        InputStream stream = PostgresBinaries.class.getResourceAsStream(resource);
        if (stream == null) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "postgresql-platform", "There are no database programs for this machine (" + resource + " is missing).")
                    .withAdvice("an external PostgreSQL helps: --database jdbc:postgresql://host/moei?user=…")
                    .asException();
        }
        return stream;
    }

    /** The archive's own check value and length, which the jar holds: reading fifteen megabytes at each start would tell no more. */
    private static String mark(String resource) throws IOException {
        URL url = PostgresBinaries.class.getResource(resource);
        if (url != null && url.openConnection() instanceof JarURLConnection jar) {
            jar.setUseCaches(false);
            try (JarFile file = jar.getJarFile()) {
                JarEntry entry = file.getJarEntry(jar.getEntryName());
                return HexFormat.of().toHexDigits((int) entry.getCrc()) + "-" + entry.getSize();
            }
        }
        try (CheckedInputStream stream = new CheckedInputStream(open(resource), new CRC32())) {
            long size = stream.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().toHexDigits((int) stream.getChecksum().getValue()) + "-" + size;
        }
    }

    private static void unpack(String resource, Path target) throws IOException {
        Path fresh = Files.createTempDirectory(target.getParent(), "unpacking");
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (TarArchiveInputStream archive = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(open(resource), 1 << 16)))) {
            long total = 0;
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                total += entry.getSize();
                if (total > LARGEST_ARCHIVE) {
                    throw new IOException("the archive holds more than " + LARGEST_ARCHIVE + " bytes");
                }
                write(archive, entry, fresh);
            }
        }
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Another process was first: its folder is as good as ours.
            Folders.delete(fresh);
            if (!Files.isExecutable(target.resolve("bin/postgres"))) {
                throw e;
            }
        }
    }

    private static void write(TarArchiveInputStream archive, TarArchiveEntry entry, Path folder) throws IOException {
        Path path = folder.resolve(entry.getName()).normalize();
        if (!path.startsWith(folder)) {
            throw new IOException("the archive names a file outside of it");
        }
        if (entry.getName().endsWith(".a")) {
            return; // Static libraries are for compiling against the server only.
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(archive, path, StandardCopyOption.REPLACE_EXISTING);
        boolean runs = (entry.getMode() & 0100) != 0;
        if (!Files.isSymbolicLink(path) && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
