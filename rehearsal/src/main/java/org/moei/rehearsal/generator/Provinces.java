package org.moei.rehearsal.generator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Provinces, states or counties of origin, a few for each state; the first are more likely. */
public final class Provinces {
    private final Map<String, List<String>> byNationality = new HashMap<>();

    private Provinces() {}

    /** Reads the list that comes with the rehearsal. */
    public static Provinces read() {
        Provinces provinces = new Provinces();
        try (InputStream in = Provinces.class.getResourceAsStream("provinces.txt")) {
            if (in == null) {
                throw new IllegalStateException("The resource (provinces.txt) is missing.");
            }
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                int colon = line.indexOf(':');
                if (!line.startsWith("#") && colon > 0) {
                    provinces.byNationality.put(line.substring(0, colon), List.of(line.substring(colon + 1).strip().split(",\\s*")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return provinces;
    }

    /** A province of a state, or empty where none is listed. */
    public String of(String nationality, Draw draw) {
        List<String> known = byNationality.getOrDefault(nationality, List.of());
        return known.isEmpty() ? "" : known.get((int) (known.size() * Math.pow(draw.unit(), 1.4)));
    }
}
