package org.moei.indicators.scam;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a half of the messages as JSON lines: {@code WriteMessages development out.jsonl}. */
final class WriteMessages {
    private WriteMessages() {}

    public static void main(String[] arguments) throws IOException {
        StringBuilder out = new StringBuilder();
        for (ScamMessage message : ScamMessage.load(arguments[0])) {
            out.append(json(message)).append('\n');
        }
        Files.writeString(Path.of(arguments[1]), out, StandardCharsets.UTF_8);
    }

    static String json(ScamMessage m) {
        return "{\"id\":" + quoted(m.id()) + ",\"lang\":" + quoted(m.language()) + ",\"kind\":" + quoted(m.kind())
                + m.country().map(c -> ",\"country\":" + quoted(c)).orElse("") + ",\"text\":" + quoted(m.text())
                + ",\"expected\":" + labels(m.expected()) + ",\"forbidden\":" + labels(m.forbidden()) + "}";
    }

    private static String labels(List<ScamMessage.Label> labels) {
        StringBuilder out = new StringBuilder("[");
        for (ScamMessage.Label label : labels) {
            out.append(out.length() > 1 ? "," : "").append("{\"type\":").append(quoted(label.type())).append(",\"value\":").append(quoted(label.value()))
                    .append(",\"text\":").append(quoted(label.shown())).append('}');
        }
        return out.append(']').toString();
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                default -> out.append((char) c);
            }
        });
        return out.append('"').toString();
    }
}
