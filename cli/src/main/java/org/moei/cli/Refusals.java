package org.moei.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;

/** Names what was refused: the first hundred on standard error, all of them in the file of {@code --rejects}. */
final class Refusals {
    private static final int SHOWN = 100;

    private Refusals() {}

    /** The exit code. */
    static int report(List<Problem> refused, @Nullable Path rejects) throws IOException {
        refused.stream().limit(SHOWN).forEach(System.err::println);
        if (refused.size() > SHOWN) {
            System.err.println("… and " + (refused.size() - SHOWN) + " more; --rejects FILE lists them all.");
        }
        if (rejects != null) {
            Files.write(rejects, refused.stream().map(Problem::toString).toList());
        }
        return refused.isEmpty() ? 0 : Problem.Kind.REFUSED.exit();
    }
}
