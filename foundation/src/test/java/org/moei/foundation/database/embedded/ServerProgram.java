package org.moei.foundation.database.embedded;

import java.nio.file.Path;

/** A process that opens the server of a folder, says so, and keeps it until its input ends. For tests of killed processes. */
final class ServerProgram {
    private ServerProgram() {}

    public static void main(String[] arguments) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(Path.of(arguments[0]), () -> EmbeddedPostgresTest.SECRET)) {
            System.out.println("open " + postgres.postmaster().orElseThrow());
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
        System.out.println("closed");
    }
}
