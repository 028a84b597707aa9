package org.moei.indicators;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.moei.base.Problem;

/** Reads a file as the command does and shows it as lines: {@code source [decoder] type value}, and refusals as {@code source: code}. */
public final class Reads {
    private Reads() {}

    /** Hits and refusals of a file; the folder is cut from the names. */
    public static List<String> of(Path file) throws IOException {
        List<String> out = new ArrayList<>();
        List<Problem> refused = new ArrayList<>();
        Extractor extractor = Extractor.ofAllTypes();
        String folder = file.getParent() + "/";
        new Documents((source, piece) -> extractor.extract(piece.text()).forEach(h ->
                out.add(source.name().replace(folder, "") + source.decoder().map(d -> " [" + d + "] ").orElse(" ") + h.type().label() + " " + h.value())), refused::add).read(file.toString());
        refused.forEach(p -> out.add(p.where().file().replace(folder, "") + ": " + p.code()));
        return out;
    }

    /** The text that is made of a file, all pieces together. */
    public static String text(Path file) throws IOException {
        StringBuilder out = new StringBuilder();
        new Documents((source, piece) -> out.append(piece.text()), problem -> out.append(problem.code())).read(file.toString());
        return out.toString();
    }

    /** A resource of the tests as a file. */
    public static Path resource(Path folder, String name) throws IOException {
        try (InputStream in = Reads.class.getResourceAsStream("/decode/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("The resource (" + name + ") is missing.");
            }
            Path file = folder.resolve(name);
            Files.write(file, in.readAllBytes());
            return file;
        }
    }
}
