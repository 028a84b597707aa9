package org.moei.indicators.scam;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One labelled message.
 *
 * @param id the half and the line, e.g. {@code development-12}
 * @param country what would be given as {@code --country}
 * @param expected what an extractor has to report, with the slice that shows it
 * @param forbidden traps: what it must not report
 */
record ScamMessage(String id, String language, String kind, Optional<String> country, String text, List<Label> expected, List<Label> forbidden) {

    record Label(String type, String value, String shown) {}

    static List<ScamMessage> load(String half) {
        try (var in = ScamMessage.class.getResourceAsStream("/scam/" + half + ".txt")) {
            if (in == null) {
                throw new IllegalArgumentException("There is no half (" + half + ").");
            }
            List<ScamMessage> out = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.startsWith("#")) {
                    out.add(parse(half + "-" + (out.size() + 1), line));
                }
            }
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ScamMessage parse(String id, String line) {
        int at = line.indexOf(" :: ");
        String[] head = line.substring(0, at).split(" ");
        Reader reader = new Reader(withValues(line.substring(at + 4)));
        String text = reader.read(false);
        Optional<String> country = head[2].equals("-") ? Optional.empty() : Optional.of(head[2]);
        return new ScamMessage(id, head[0], head[1], country, text, reader.expected, reader.forbidden);
    }

    private static String withValues(String text) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            out.append(text, from, open);
            String inner = text.substring(open + 1, close);
            out.append(inner.contains(":") ? MadeValues.of(inner) : text.substring(open, close + 1));
            from = close + 1;
        }
        return out.append(text.substring(from)).toString();
    }

    /** Reads the text and its labels, which may stand inside each other. */
    private static final class Reader {
        final List<Label> expected = new ArrayList<>();
        final List<Label> forbidden = new ArrayList<>();
        private final String source;
        private int at;

        Reader(String source) {
            this.source = source;
        }

        String read(boolean inside) {
            StringBuilder text = new StringBuilder();
            while (at < source.length()) {
                if (source.startsWith("<<", at)) {
                    int bar = source.indexOf('|', at);
                    String specs = source.substring(at + 2, bar);
                    at = bar + 1;
                    String shown = read(true);
                    label(specs, shown);
                    text.append(shown);
                } else if (inside && source.startsWith(">>", at)) {
                    at += 2;
                    return text.toString();
                } else {
                    text.append(source.charAt(at++));
                }
            }
            return text.toString();
        }

        private void label(String specs, String shown) {
            for (String spec : specs.split(",")) {
                boolean trap = spec.startsWith("!");
                String[] typeAndValue = spec.substring(trap ? 1 : 0).split("=", 2);
                Label label = new Label(typeAndValue[0], typeAndValue.length > 1 ? typeAndValue[1] : shown, shown);
                (trap ? forbidden : expected).add(label);
            }
        }
    }
}
