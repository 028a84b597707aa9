package org.moei.linkage.names.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Thai, Lao and Khmer in the order of speech: a vowel that is written before its consonant follows it, a vowel of several signs is one unit. A
 * consonant is marked by its place: followed by a vowel (plain), first of a cluster (~), without a vowel at the start (^), inside (.) or at the end ($) of
 * the word, silenced (!), or written under another (+). A vowel at the end of the word is marked $.
 */
final class SouthEastAsianUnits {
    private static final char COENG = 0x17D2;
    private static final String LEADING = "เแโไใເແໂໄໃ";
    private static final String DROPPED = "่้๊๋็ฺ๎ๆ່້໊໋໌៉៊់៌៎៏៑ៈៗ";
    private static final String SILENCED = "์໌៍";
    private static final String LIQUIDS = "รลวຣລວຼ";
    private static final String AFTER_H = "นมลวยรงณຍນມລວງຣ";
    private static final Set<String> VOWELS = Set.of(
            "ะ", "ั", "า", "ำ", "ิ", "ี", "ึ", "ื", "ุ", "ู", "ฤ", "เ", "แ", "โ", "ไ", "เา", "เีย", "เือ", "เอ", "เิ", "เย", "เาะ", "ัว", "ัย",
            "ະ", "ັ", "າ", "ຳ", "ິ", "ີ", "ຶ", "ື", "ຸ", "ູ", "ົ", "ໍ", "ເ", "ແ", "ໂ", "ໄ", "ເົາ", "ເຍ", "ຽ", "ເືອ", "ເີ", "ັຽ", "ົວ", "ັວ",
            "ា", "ិ", "ី", "ឹ", "ឺ", "ុ", "ូ", "ួ", "ើ", "ឿ", "ៀ", "េ", "ែ", "ៃ", "ោ", "ៅ", "ុំ", "ំ", "ាំ", "ះ", "ិះ", "ុះ", "េះ", "ោះ", "័",
            "ឥ", "ឦ", "ឧ", "ឪ", "ឫ", "ឬ", "ឯ", "ឱ", "ឲ", "ឳ");

    private SouthEastAsianUnits() {}

    static List<String> split(String normal) {
        String text = plain(normal);
        List<String> units = new ArrayList<>(text.length());
        int i = 0;
        int n = text.length();
        while (i < n) {
            char c = text.charAt(i);
            if (LEADING.indexOf(c) >= 0 && i + 1 < n) {
                i = leading(text, i, units);
            } else if (text.startsWith("รร", i) || (text.startsWith("ทร", i) || text.startsWith("ศร", i)) && (i == 0 || i + 2 < n && isSign(text.charAt(i + 2)))) {
                units.add(text.substring(i, i + 2));
                i += 2;
            } else if (isSign(c)) {
                i = vowel(text, i, "", units);
            } else if (c == COENG && i + 1 < n) {
                units.add("+" + text.charAt(i + 1));
                i += 2;
            } else {
                i = consonant(text, i, units);
            }
        }
        return units;
    }

    private static String plain(String normal) {
        StringBuilder out = new StringBuilder(normal.length());
        for (int i = 0; i < normal.length(); i++) {
            char c = normal.charAt(i);
            if (DROPPED.indexOf(c) < 0) {
                out.append(c == 'ใ' ? 'ไ' : c == 'ໃ' ? 'ໄ' : c);
            }
        }
        // compatibility forms take these vowels apart
        return out.toString().replace("\u0E4D\u0E32", "ำ").replace("\u0ECD\u0EB2", "ຳ");
    }

    private static boolean isSign(char c) {
        return c >= 0x0E30 && c <= 0x0E3A && c != 0x0E3A || c == 0x0E24 || c >= 0x0EB0 && c <= 0x0EBD && c != 0x0EBA && c != 0x0EBC || c == 0x0ECD
                || c >= 0x17A3 && c <= 0x17B3 || c >= 0x17B6 && c <= 0x17C8 || c == 0x17D0;
    }

    private static int leading(String text, int at, List<String> units) {
        String vowel = text.substring(at, at + 1);
        int i = at + 1;
        int n = text.length();
        char first = text.charAt(i);
        char second = i + 1 < n ? text.charAt(i + 1) : 0;
        char third = i + 2 < n ? text.charAt(i + 2) : 0;
        char fourth = i + 3 < n ? text.charAt(i + 3) : 0;
        boolean pair = second != 0 && (LIQUIDS.indexOf(second) >= 0 && "กขคตปผพทจสศกຂຄຕປຜພທ".indexOf(first) >= 0
                || (first == 'ห' || first == 'ຫ') && AFTER_H.indexOf(second) >= 0);
        boolean rare = "สศจท".indexOf(first) >= 0;
        boolean cluster = pair && !(rare && isSign(third) && fourth != 'ย') && third != 0 && (isSign(third) || third == 'อ' || !isSign(fourth) && LEADING.indexOf(third) < 0 && !isKilled(fourth));
        if (cluster) {
            units.add(first + "~");
            i++;
        }
        units.add(text.substring(i, i + 1));
        i++;
        for (int length = Math.min(3, n - i); length > 0; length--) {
            String whole = vowel + text.substring(i, i + length);
            boolean stolen = length == 1 && i + 1 < n && isSign(text.charAt(i + 1)) && !isSign(text.charAt(i));
            if (VOWELS.contains(whole) && !stolen) {
                i += length;
                vowel = whole;
                break;
            }
        }
        units.add(vowel + (i >= n ? "$" : ""));
        return i;
    }

    private static boolean isKilled(char c) {
        return c != 0 && SILENCED.indexOf(c) >= 0;
    }

    private static int vowel(String text, int at, String before, List<String> units) {
        int n = text.length();
        int length = 1;
        for (int longer = Math.min(3, n - at); longer > 1; longer--) {
            String whole = before + text.substring(at, at + longer);
            boolean stolen = at + longer < n && isSign(text.charAt(at + longer)) && !isSign(text.charAt(at + longer - 1));
            if (VOWELS.contains(whole) && !stolen) {
                length = longer;
                break;
            }
        }
        units.add(text.substring(at, at + length) + (at + length >= n ? "$" : ""));
        return at + length;
    }

    private static int consonant(String text, int at, List<String> units) {
        int n = text.length();
        char c = text.charAt(at);
        char next = at + 1 < n ? text.charAt(at + 1) : 0;
        char after = at + 2 < n ? text.charAt(at + 2) : 0;
        if (isKilled(next)) {
            units.add(c + "!");
            return at + 2;
        }
        if ((next == 'ิ' || next == 'ุ') && isKilled(after)) {
            units.add(c + "!");
            return at + 3;
        }
        if (isKilled(c)) {
            return at + 1;
        }
        if (next == 0) {
            units.add(c + "$");
        } else if (next == COENG) {
            units.add(c + "~");
        } else if (isSign(next) && next != 0x0E24) {
            units.add(String.valueOf(c));
        } else {
            units.add(c + (at == 0 ? "^" : "."));
        }
        return at + 1;
    }
}
