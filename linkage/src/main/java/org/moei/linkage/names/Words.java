package org.moei.linkage.names;

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

    private static final Map<String, String> LETTER_NAMES = letterNames();

    /** The Latin letter whose name the word is (एम is M), or an empty string. */
    static String letterNamed(String normal) {
        return LETTER_NAMES.getOrDefault(normal, "");
    }

    private static Map<String, String> letterNames() {
        Map<String, String> names = new HashMap<>();
        for (String line : Tables.lines("letter-names.tsv")) {
            String[] cells = line.split("\t", -1);
            for (String word : cells[1].split(" ")) {
                names.put(Folding.normal(word, NameScript.of(word.codePointAt(0))), cells[0]);
            }
        }
        return Map.copyOf(names);
    }

    private static Map<String, TokenRole> load() {
        Map<String, TokenRole> roles = new HashMap<>();
        for (String line : Tables.lines("words.tsv")) {
            String[] cells = line.split("\t", -1);
            for (String word : cells[1].split(" ")) {
                roles.put(Folding.normal(word, NameScript.of(word.codePointAt(0))).isEmpty() || word.indexOf('/') > 0 ? word : Folding.normal(word, NameScript.of(word.codePointAt(0))), TokenRole.valueOf(cells[0]));
            }
        }
        return Map.copyOf(roles);
    }
}
