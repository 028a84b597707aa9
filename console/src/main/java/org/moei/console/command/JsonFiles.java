package org.moei.console.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a command's figures; the file appears whole or not at all. */
public final class JsonFiles {
    private static final JsonMapper MAPPER = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonFiles() {}

    /** Writes a map, or does nothing where no file was asked for. */
    public static void write(@Nullable Path file, Object value) {
        if (file == null) {
            return;
        }
        try {
            Path next = file.resolveSibling(file.getFileName() + ".part");
            Files.write(next, MAPPER.writeValueAsBytes(value));
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "json-not-written", "The file " + file + " cannot be written.").asException(e);
        }
    }
}
