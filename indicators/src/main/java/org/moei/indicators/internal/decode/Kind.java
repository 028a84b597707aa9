package org.moei.indicators.internal.decode;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * What a source is. Kinds of bytes are told by their first bytes; kinds of text by the ending of the name, and HTML also by how it
 * begins where the name has no ending that says otherwise, because a text that only quotes mail or HTML is a text.
 */
enum Kind {
    TEXT, GZIP, BZIP2, XZ, ZSTD, ZIP, TAR, SEVEN_ZIP, RAR, PDF, PICTURE, HTML, JSON, CSV, MAIL, MAILBOX;

    private static final Set<String> PLAIN = Set.of("txt", "log", "md", "conf", "ini", "yaml", "yml", "xml");

    static Kind of(String name, byte[] head, boolean lines) {
        Kind bytes = ofBytes(head);
        return bytes != TEXT || lines ? bytes : ofText(ending(name), head);
    }

    private static Kind ofBytes(byte[] head) {
        if (begins(head, 0x1f, 0x8b, 8)) {
            return GZIP;
        }
        if (begins(head, 'B', 'Z', 'h') && head.length > 9 && head[3] >= '1' && head[3] <= '9' && (head[4] == 0x31 && head[5] == 0x41 || head[4] == 0x17 && head[5] == 0x72)) {
            return BZIP2;
        }
        if (begins(head, 0xfd, '7', 'z', 'X', 'Z', 0)) {
            return XZ;
        }
        if (begins(head, 0x28, 0xb5, 0x2f, 0xfd)) {
            return ZSTD;
        }
        if (begins(head, 'P', 'K', 3, 4) || begins(head, 'P', 'K', 5, 6)) {
            return ZIP;
        }
        if (begins(head, '7', 'z', 0xbc, 0xaf, 0x27, 0x1c)) {
            return SEVEN_ZIP;
        }
        if (begins(head, 'R', 'a', 'r', '!', 0x1a, 7)) {
            return RAR;
        }
        if (begins(head, '%', 'P', 'D', 'F', '-')) {
            return PDF;
        }
        if (begins(head, 0x89, 'P', 'N', 'G') || begins(head, 0xff, 0xd8, 0xff) || begins(head, 'G', 'I', 'F', '8') || begins(head, 'B', 'M') && head.length > 14 && head[6] == 0 && head[7] == 0 && head[14] == 40) {
            return PICTURE;
        }
        return head.length > 262 && new String(head, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar") ? TAR : TEXT;
    }

    private static boolean begins(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static Kind ofText(String ending, byte[] head) {
        return switch (ending) {
            case "html", "htm", "xhtml" -> HTML;
            case "json", "jsonl", "ndjson", "geojson" -> JSON;
            case "csv", "tsv" -> CSV;
            case "eml", "mht", "mhtml" -> MAIL;
            case "mbox", "mbx" -> MAILBOX;
            default -> PLAIN.contains(ending) ? TEXT : ofStart(head);
        };
    }

    private static Kind ofStart(byte[] head) {
        String start = new String(head, 0, Math.min(head.length, 200), StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("ï»¿<!doctype html") ? HTML : TEXT;
    }

    /** The ending of a name in lower case, without the dot. */
    static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 || name.indexOf('/', dot) >= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
