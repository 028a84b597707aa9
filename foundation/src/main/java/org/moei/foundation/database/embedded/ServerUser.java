package org.moei.foundation.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.moei.base.Problem;

/** As whom the server runs. PostgreSQL refuses to run as root, so root hands it to somebody who may do nothing. */
sealed interface ServerUser {

    /** The user who runs this program. */
    record Same() implements ServerUser {}

    /** Another user, by the numbers of {@code /etc/passwd}; only root can choose it. */
    record Other(int user, int group) implements ServerUser {}

    /** Whoever owns the cluster's folder already; for a new one under root, {@code postgres} or else {@code nobody}. */
    static ServerUser of(Path cluster) throws IOException {
        if (number("/proc/self", "unix:uid") != 0) {
            return new Same();
        }
        if (Files.isDirectory(cluster) && number(cluster.toString(), "unix:uid") != 0) {
            return new Other(number(cluster.toString(), "unix:uid"), number(cluster.toString(), "unix:gid"));
        }
        return fromPasswords("postgres")
                .or(() -> fromPasswords("nobody"))
                .orElseThrow(() -> Problem.of(Problem.Kind.COULD_NOT_RUN, "postgresql-user", "Root cannot run the database, and there is no user postgres or nobody to run it as.")
                        .withAdvice("start Moei as an ordinary user.")
                        .asException());
    }

    private static int number(String path, String attribute) throws IOException {
        return (Integer) Files.getAttribute(Path.of(path), attribute);
    }

    private static Optional<ServerUser> fromPasswords(String name) {
        try (Stream<String> lines = Files.lines(Path.of("/etc/passwd"))) {
            return lines.map(line -> line.split(":", -1))
                    .filter(fields -> fields.length > 3 && fields[0].equals(name) && !fields[2].equals("0"))
                    .<ServerUser>map(fields -> new Other(Integer.parseInt(fields[2]), Integer.parseInt(fields[3])))
                    .findFirst();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The command that runs {@code program} as this user, outside of our session so that Ctrl-C does not reach it. */
    default List<String> run(List<String> program) {
        List<String> command = new ArrayList<>(List.of("setsid"));
        if (this instanceof Other(int user, int group)) {
            command.addAll(List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups", "--no-new-privs"));
        }
        command.addAll(program);
        return List.copyOf(command);
    }

    /**
     * How the server is told its folder. Another user cannot pass through a private parent such as {@code /root}, but is
     * started inside the folder and finds it again by this link.
     */
    default String folderArgument(Path folder) {
        return switch (this) {
            case Same same -> folder.toString();
            case Other other -> "/proc/self/cwd";
        };
    }

    /** Gives a folder and all in it to this user. */
    default void own(Path folder) throws IOException {
        if (this instanceof Other(int user, int group)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : (Iterable<Path>) paths::iterator) {
                    Files.setAttribute(path, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
                    Files.setAttribute(path, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }

    /** Whether this user can read what lies under the folder, judged by the folders above it that exist. */
    default boolean reaches(Path folder) throws IOException {
        if (this instanceof Same) {
            return true;
        }
        for (Path path = folder; path != null; path = path.getParent()) {
            if (Files.exists(path) && !Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }
}
