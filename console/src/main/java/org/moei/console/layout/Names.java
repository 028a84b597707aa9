package org.moei.console.layout;

import java.util.Map;

/**
 * Names of agencies and parties by their ids.
 *
 * @param known those of the operation
 */
public record Names(Map<String, String> known) {
    /** Of an operation that names nobody. */
    public static final Names NONE = new Names(Map.of());

    public Names {
        known = Map.copyOf(known);
    }

    /** The name of an agency or a party, or what was given. */
    public String of(String id) {
        String named = known.getOrDefault(id, "");
        if (!named.isEmpty()) {
            return named;
        }
        if (id.startsWith("embassy-") && id.length() == 11) {
            return Texts.english().of("party.embassy", Nations.name(id.substring(8).toUpperCase(java.util.Locale.ROOT)));
        }
        return Texts.english().has("party." + id) ? Texts.english().of("party." + id) : id;
    }
}
