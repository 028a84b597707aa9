package org.moei.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * What a test measured or counted, for the table that {@code ./moei test --nightly} prints at its end. A row is one call; rows of one name
 * from several tests or modules are added up in the table, times excepted.
 */
public final class Figures {
    /** In the module's folder; emptied by {@code ./moei test} before it begins. */
    private static final Path FILE = Path.of("target", "figures.tsv");

    private Figures() {}

    /** So many of something: kills, device-days, attacks tried. Names are without tabs. */
    public static void count(String name, long number) {
        write("count", name, Long.toString(number));
    }

    /** How long something took. */
    public static void minutes(String name, double minutes) {
        write("minutes", name, String.format(Locale.ROOT, "%.2f", minutes));
    }

    private static synchronized void write(String kind, String name, String value) {
        try {
            Files.createDirectories(Path.of("target"));
            Files.writeString(FILE, kind + "\t" + name + "\t" + value + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
