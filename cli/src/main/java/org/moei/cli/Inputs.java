package org.moei.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.moei.base.Problem;
import org.moei.records.ColumnMapping;
import org.moei.records.Field;

/** What the commands on lists share. */
final class Inputs {
    private Inputs() {}

    /** {@code --columns}: a map as text, or a file that holds one. */
    static Map<Field, String> columns(String text) {
        if (text.isBlank()) {
            return Map.of();
        }
        Path file = Path.of(text.indexOf('=') >= 0 ? "" : text);
        if (text.indexOf('=') < 0) {
            try {
                return ColumnMapping.parse(Files.readString(file) + "\n");
            } catch (IOException e) {
                throw Problem.of(Problem.Kind.WRONG_USE, "columns-file", "The map of columns (" + text + ") cannot be read.")
                        .withAdvice("--columns takes id=rec_id,birth_date=dob or the path of a YAML map.")
                        .asException(e);
            }
        }
        return ColumnMapping.parse(text);
    }
}
