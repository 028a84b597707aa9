package org.moei.linkage.lists;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.moei.linkage.api.PersonRecord;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Entities of FollowTheMoney (followthemoney.tech), as OpenSanctions and others publish them, one JSON object a line. Only {@code schema}
 * and {@code properties} are read, and of these none that tells the source; the id only where it is the record's own.
 */
public final class FollowTheMoney {
    private static final Set<String> SOURCE = Set.of("sourceUrl", "createdAt", "modifiedAt", "retrievedAt", "publisher", "publisherUrl", "recordId", "proof", "programId", "topics", "addressEntity", "notes");
    private static final Set<String> ORGANISATIONS = Set.of("Organization", "Company", "PublicBody", "Asset");
    private static final Set<String> VESSELS = Set.of("Vessel", "Airplane", "Vehicle");

    private FollowTheMoney() {}

    /** Reads the object that the parser stands on. */
    public static PersonRecord entity(JsonParser json, String ownId) {
        String schema = "";
        String id = ownId;
        Map<String, List<String>> properties = Map.of();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "schema" -> schema = json.getString();
                case "id" -> id = ownId.isEmpty() ? json.getString() : ownId;
                case "properties" -> properties = properties(json);
                default -> json.skipChildren();
            }
        }
        return entity(id, schema, properties);
    }

    private static Map<String, List<String>> properties(JsonParser json) {
        Map<String, List<String>> all = new HashMap<>();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            List<String> values = new ArrayList<>();
            if (json.nextToken() == JsonToken.START_ARRAY) {
                for (JsonToken t = json.nextToken(); t != JsonToken.END_ARRAY; t = json.nextToken()) {
                    if (t.isScalarValue() && t != JsonToken.VALUE_NULL) {
                        values.add(json.getString());
                    } else {
                        json.skipChildren();
                    }
                }
            } else if (json.currentToken().isScalarValue() && json.currentToken() != JsonToken.VALUE_NULL) {
                values.add(json.getString());
            } else {
                json.skipChildren();
            }
            if (!SOURCE.contains(name)) {
                all.put(name, values);
            }
        }
        return all;
    }

    /** The record that an entity of this schema and these properties is. */
    public static PersonRecord entity(String id, String schema, Map<String, List<String>> properties) {
        PersonRecord.Builder b = PersonRecord.of(id).kind(schema.equals("Person")
                ? PersonRecord.Kind.PERSON
                : ORGANISATIONS.contains(schema) ? PersonRecord.Kind.ORGANISATION : VESSELS.contains(schema) ? PersonRecord.Kind.VESSEL : PersonRecord.Kind.OTHER);
        values(properties, "name").forEach(b::name);
        if (values(properties, "name").isEmpty()) {
            String joined = first(properties, "firstName") + " " + first(properties, "secondName") + " " + first(properties, "middleName") + " " + first(properties, "lastName");
            b.name(joined.strip().replaceAll(" +", " "));
        }
        values(properties, "alias", "previousName").forEach(b::alias);
        values(properties, "weakAlias", "abbreviation").forEach(b::weakAlias);
        values(properties, "fatherName").forEach(b::fatherName);
        values(properties, "birthDate", "incorporationDate", "buildDate").forEach(b::birthDate);
        values(properties, "gender").forEach(b::sex);
        List<String> nations = values(properties, "nationality", "citizenship", "jurisdiction", "flag");
        (nations.isEmpty() ? values(properties, "country", "birthCountry") : nations).forEach(b::nationality);
        values(properties, "birthPlace").forEach(b::birthPlace);
        values(properties, "passportNumber", "idNumber", "socialSecurityNumber", "registrationNumber", "taxNumber", "vatCode", "innCode", "ogrnCode", "leiCode", "imoNumber", "mmsi", "swiftBic", "bikCode", "wikidataId", "uscCode", "dunsCode", "serialNumber")
                .forEach(b::document);
        values(properties, "phone").forEach(b::phone);
        values(properties, "email").forEach(b::email);
        values(properties, "address").forEach(v -> b.text("address", v));
        values(properties, "website").forEach(v -> b.text("website", v));
        return b.build();
    }

    private static String first(Map<String, List<String>> properties, String name) {
        List<String> all = values(properties, name);
        return all.isEmpty() ? "" : all.getFirst();
    }

    private static List<String> values(Map<String, List<String>> properties, String... names) {
        List<String> all = new ArrayList<>();
        for (String name : names) {
            all.addAll(properties.getOrDefault(name, List.of()));
        }
        return all;
    }
}
