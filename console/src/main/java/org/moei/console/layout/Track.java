package org.moei.console.layout;

/**
 * One of the nine tracks of a person.
 *
 * @param key registration, screening, custody, health, identity, document, money, seat or exit
 * @param state a glyph: done, part, wait, open, gap, unk, none or stop
 * @param words what stands there, in words; empty for the glyph's own word
 * @param note since when, or what it needs
 */
public record Track(String key, String state, String words, String note) {
    /** In the order of the strip. */
    public static final java.util.List<String> KEYS =
            java.util.List.of("registration", "screening", "custody", "health", "identity", "document", "money", "seat", "exit");

    /** The tone of the icon. */
    public String tone() {
        return switch (state) {
            case "gap" -> "g";
            case "stop" -> "s";
            default -> "";
        };
    }

    /** The class of the cell. */
    public String cell() {
        return switch (state) {
            case "gap" -> "is-gap";
            case "stop" -> "is-stop";
            case "done" -> "is-done";
            case "unk" -> "is-unk";
            default -> "";
        };
    }
}
