package org.moei.indicators.internal.decode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON, one value or many, as lines of {@code name: value}: the values of an object stand on one line until one of them is an object
 * or a list, so that a word for a platform stays beside its handle. Telegram's export is JSON whose messages are cut into pieces; they
 * are put together again. What is not JSON to its end is read as the text that it is.
 */
final class JsonDecoder implements Decoder {
    private static final int LINE = 2000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(2000).maxStringLength(1 << 26).maxNumberLength(10_000).maxNameLength(1 << 16).build())
            .build();

    @Override
    public void read(Part part, Run run) throws IOException {
        byte[] head = Run.head(part.content());
        Charset charset = Charsets.detect(head);
        if (!charset.equals(StandardCharsets.UTF_8) || !holds(part)) {
            Decoders.text(part, run);
            return;
        }
        String start = new String(head, StandardCharsets.UTF_8);
        boolean telegram = start.contains("\"messages\"") && (start.contains("\"text_entities\"") || start.contains("\"from_id\"") || start.contains("\"chats\""));
        try (InputStream in = part.content().open(); JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), in)) {
            Lines lines = new Lines(parser);
            run.text(part, telegram ? "telegram" : "json", new Chunks(lines::next));
        }
    }

    private static boolean holds(Part part) throws IOException {
        try (InputStream in = part.content().open(); JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), in)) {
            JsonToken first = parser.nextToken();
            while (parser.nextToken() != null) {
                parser.skipChildren();
            }
            return first != null;
        } catch (JacksonException broken) {
            return false;
        }
    }

    /** Walks over the tokens and gives a line at a time. */
    private static final class Lines {
        private final JsonParser parser;
        private final StringBuilder line = new StringBuilder();
        private String name = "";

        Lines(JsonParser parser) {
            this.parser = parser;
        }

        @Nullable CharSequence next() {
            line.setLength(0);
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case PROPERTY_NAME -> property(parser.currentName());
                    case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> value(parser.getString(), token == JsonToken.VALUE_STRING);
                    case START_OBJECT, END_OBJECT, START_ARRAY, END_ARRAY -> {
                        if (!line.isEmpty()) {
                            return line.append('\n').toString();
                        }
                    }
                    case VALUE_TRUE, VALUE_FALSE, VALUE_NULL, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> { }
                }
                if (line.length() > LINE) {
                    return line.append('\n').toString();
                }
            }
            return line.isEmpty() ? null : line.append('\n').toString();
        }

        private void property(String property) {
            name = property;
            if (property.equals("text_entities")) {
                // Telegram repeats the message there, cut another way.
                parser.nextToken();
                parser.skipChildren();
            } else if (property.equals("text")) {
                text();
            }
        }

        private void value(String value, boolean text) {
            if (value.isEmpty()) {
                return;
            }
            if (!line.isEmpty()) {
                line.append(", ");
            }
            // "line": 12 is a place in a file, not an account of LINE
            boolean misleads = !text && (name.equals("line") || name.equals("signal"));
            line.append(name.isEmpty() || misleads ? "" : name + ": ").append(value);
        }

        /** A message: a string, or pieces of it of which some are objects with a text and a target. */
        private void text() {
            JsonToken token = parser.nextToken();
            if (token != JsonToken.START_ARRAY) {
                if (token == JsonToken.START_OBJECT || token == null) {
                    return;
                }
                value(token.isScalarValue() ? parser.getString() : "", true);
                return;
            }
            StringBuilder message = new StringBuilder();
            int depth = 1;
            String inner = "";
            while (depth > 0 && (token = parser.nextToken()) != null) {
                if (token.isStructStart()) {
                    depth++;
                } else if (token.isStructEnd()) {
                    depth--;
                } else if (token == JsonToken.PROPERTY_NAME) {
                    inner = parser.currentName();
                } else if (token == JsonToken.VALUE_STRING) {
                    if (depth == 1 || inner.equals("text")) {
                        message.append(parser.getString());
                    } else if (inner.equals("href")) {
                        message.append(" <").append(parser.getString()).append("> ");
                    }
                }
            }
            name = "text";
            value(message.toString(), true);
        }
    }
}
