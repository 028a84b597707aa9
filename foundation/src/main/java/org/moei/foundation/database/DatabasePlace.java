package org.moei.foundation.database;

import java.nio.file.Path;

/** Where the database is: in a data folder of ours, or a PostgreSQL that others run. */
public sealed interface DatabasePlace {

    /** The folder of passwords and keys, never inside the data folder. */
    Path keys();

    /** A server of our own in the data folder. */
    record Embedded(Path data, Path keys) implements DatabasePlace {
        public Embedded {
            if (keys.toAbsolutePath().normalize().startsWith(data.toAbsolutePath().normalize())) {
                throw org.moei.base.Problem.of(
                                org.moei.base.Problem.Kind.WRONG_USE, "keys-inside-data", "The keys' folder lies inside the data folder, so who takes the data takes the keys.")
                        .withAdvice("--keys should name a folder beside it, or on another disk.")
                        .asException();
            }
        }
    }

    /**
     * A PostgreSQL that others run.
     *
     * @param url {@code jdbc:postgresql://host/database?user=…&password=…}, also without {@code jdbc:}; the user may make roles and
     *     schemas there
     */
    record External(String url, Path keys) implements DatabasePlace {}
}
