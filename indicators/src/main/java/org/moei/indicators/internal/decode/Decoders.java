package org.moei.indicators.internal.decode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.moei.base.Problem;
import org.moei.indicators.Documents.Source;

/** Which decoder reads what. */
public final class Decoders {
    private Decoders() {}

    /** Takes what comes out of a container. */
    public interface Into {
        void text(Source part, Decoded decoded) throws IOException;

        void refused(String part, Problem problem);
    }

    public static List<String> kinds() {
        return List.of("text");
    }

    public static boolean isContainer(String name, byte[] head) {
        return false;
    }

    public static void read(Path path, Source source, byte[] head, Into into) throws IOException {
        throw new IOException(path.toString());
    }
}
