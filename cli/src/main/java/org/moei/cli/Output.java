package org.moei.cli;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** Small things that the commands on indicators print: JSON strings, statistics, files that appear only when complete. */
final class Output {
    private Output() {}

    static void moveInto(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException other) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** What writes a file and returns its size in bytes. */
    interface Writing {
        long to(Path file) throws IOException;
    }

    /** Writes beside the target and moves there when complete; returns the size in bytes. */
    static long replace(Path target, Writing content) throws IOException {
        Path part = Files.createTempFile(target.toAbsolutePath().getParent(), ".moei", ".part");
        try {
            long bytes = content.to(part);
            moveInto(part, target);
            return bytes;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Names and numbers in turn as one JSON object. */
    static String stats(Object... namesAndValues) {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            json.append(i > 0 ? "," : "").append('"').append(namesAndValues[i]).append("\":");
            Object value = namesAndValues[i + 1];
            json.append(value instanceof Double number ? String.format(Locale.ROOT, "%.4f", number) : value instanceof String text ? quote(new StringBuilder(), text) : value);
        }
        return json.append("}\n").toString();
    }

    /** Appends the text as a JSON string (RFC 8259); lone surrogates are escaped so that the line stays valid UTF-8. */
    static StringBuilder quote(StringBuilder to, String text) {
        to.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> to.append("\\\"");
                case '\\' -> to.append("\\\\");
                case '\n' -> to.append("\\n");
                case '\r' -> to.append("\\r");
                case '\t' -> to.append("\\t");
                default -> {
                    boolean lone = Character.isSurrogate(c)
                            && !(Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1)))
                            && !(Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(text.charAt(i - 1)));
                    if (c < ' ' || lone || c == 0x2028 || c == 0x2029) {
                        to.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        to.append(c);
                    }
                }
            }
        }
        return to.append('"');
    }
}
