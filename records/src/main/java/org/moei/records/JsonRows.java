package org.moei.records;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** One flat object a line; each value a string, a number, a truth value or a list of these. Nested objects are passed over. */
final class JsonRows implements RowSource {
    /** Longest line, in UTF-16 units. */
    static final int MAX_LINE = 16_000_000;

    private static final JsonFactory JSON = new JsonFactory();
    private final BufferedReader lines;
    private long number;

    JsonRows(Reader text) {
        lines = new BufferedReader(text, 1 << 16);
    }

    @Override
    public @Nullable Row next() throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            if (line.length() > MAX_LINE) {
                return new Row(number, null, List.of(), Problem.of(Problem.Kind.REFUSED, "row-too-long", "The line is longer than " + MAX_LINE + " characters."));
            }
            try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
                return object(json);
            } catch (JacksonException e) {
                return new Row(number, null, List.of(), Problem.of(Problem.Kind.REFUSED, "json-form", "The line is not a JSON object.").withAdvice("the file is JSON, but not JSON lines (one object a line)."));
            }
        }
        return null;
    }

    private Row object(JsonParser json) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return new Row(number, null, List.of(), Problem.of(Problem.Kind.REFUSED, "json-form", "The line is not a JSON object.").withAdvice("the file is JSON, but not JSON lines (one object a line)."));
        }
        List<String> headers = new ArrayList<>();
        List<List<String>> cells = new ArrayList<>();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            headers.add(name);
            cells.add(values(json));
        }
        return new Row(number, headers, cells, null);
    }

    private static List<String> values(JsonParser json) {
        JsonToken token = json.nextToken();
        if (token == JsonToken.START_ARRAY) {
            List<String> all = new ArrayList<>();
            for (JsonToken item = json.nextToken(); item != JsonToken.END_ARRAY; item = json.nextToken()) {
                if (item.isScalarValue() && item != JsonToken.VALUE_NULL) {
                    all.add(json.getString());
                } else {
                    json.skipChildren();
                }
            }
            return all;
        }
        if (token.isScalarValue()) {
            return token == JsonToken.VALUE_NULL ? List.of() : List.of(json.getString());
        }
        json.skipChildren();
        return List.of();
    }

    @Override
    public boolean headerIsARow() {
        return false;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
