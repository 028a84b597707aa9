package org.moei.linkage.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The words that have a role of their own in names; read from words.tsv once. */
final class Words {
    private static final Map<String, TokenRole> ROLES = load();

    private Words() {}

    /** The role of a word given in its normal form; {@link TokenRole#NAME} for every other word. */
    static TokenRole role(String normal) {
        return ROLES.getOrDefault(normal, TokenRole.NAME);
    }

    private static Map<String, TokenRole> load() {
        Map<String, TokenRole> roles = new HashMap<>();
        try (InputStream in = Words.class.getResourceAsStream("words.tsv")) {
            if (in == null) {
                throw new IllegalStateException("The table words.tsv is not on the class path.");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && line.charAt(0) != '#') {
                    String[] cells = line.split("\t", -1);
                    for (String word : cells[1].split(" ")) {
                        roles.put(word, TokenRole.valueOf(cells[0]));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(roles);
    }
}
