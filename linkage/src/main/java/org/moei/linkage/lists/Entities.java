package org.moei.linkage.lists;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.moei.linkage.api.PersonRecord;
import org.moei.records.ColumnMapping;
import org.moei.records.Field;
import org.moei.records.RawRecord;
import org.moei.records.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Pairs of records as JSON: each side a FollowTheMoney entity or a flat object of the usual fields. */
public final class Entities {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MAX_LINE = 16_000_000;

    private Entities() {}

    /** Both records of {@code {"left": …, "right": …}}; an empty list where the line is anything else. */
    public static List<PersonRecord> pair(String line) {
        if (line.length() > MAX_LINE) {
            return List.of();
        }
        Optional<PersonRecord> left = Optional.empty();
        Optional<PersonRecord> right = Optional.empty();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return List.of();
            }
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                if (json.nextToken() != JsonToken.START_OBJECT) {
                    json.skipChildren();
                } else if (name.equals("left")) {
                    left = Optional.of(record(json, "left"));
                } else if (name.equals("right")) {
                    right = Optional.of(record(json, "right"));
                } else {
                    json.skipChildren();
                }
            }
        } catch (JacksonException e) {
            return List.of();
        }
        return left.isPresent() && right.isPresent() ? List.of(left.get(), right.get()) : List.of();
    }

    private static PersonRecord record(JsonParser json, String side) {
        String schema = "";
        Map<String, List<String>> properties = new HashMap<>();
        Map<Field, List<String>> flat = new EnumMap<>(Field.class);
        boolean isEntity = false;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken token = json.nextToken();
            if (name.equals("schema") && token.isScalarValue()) {
                schema = json.getString();
            } else if (name.equals("properties") && token == JsonToken.START_OBJECT) {
                isEntity = true;
                for (String property = json.nextName(); property != null; property = json.nextName()) {
                    json.nextToken();
                    properties.put(property, values(json));
                }
            } else {
                List<String> values = values(json);
                ColumnMapping.usual(name).filter(f -> f != Field.ID).ifPresent(f -> flat.merge(f, split(f, values), Entities::joined));
            }
        }
        return isEntity ? FollowTheMoney.entity(side, schema, properties) : PersonRecord.from(new RawRecord(side, 0, flat, Map.of()), Set.of(), Optional.empty());
    }

    private static List<String> joined(List<String> a, List<String> b) {
        List<String> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }

    private static List<String> split(Field field, List<String> values) {
        List<String> all = new ArrayList<>();
        for (String value : values) {
            for (String part : field.isSeveral() ? value.split(";") : new String[] {value}) {
                String clean = Texts.clean(part);
                if (!clean.isEmpty()) {
                    all.add(clean);
                }
            }
        }
        return all;
    }

    private static List<String> values(JsonParser json) {
        List<String> all = new ArrayList<>();
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_ARRAY) {
            for (JsonToken item = json.nextToken(); item != JsonToken.END_ARRAY; item = json.nextToken()) {
                if (item.isScalarValue() && item != JsonToken.VALUE_NULL) {
                    all.add(json.getString());
                } else {
                    json.skipChildren();
                }
            }
        } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
            all.add(json.getString());
        } else {
            json.skipChildren();
        }
        return all;
    }
}
