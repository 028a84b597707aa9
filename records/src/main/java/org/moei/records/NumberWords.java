package org.moei.records;

/** Numerals that are no decimal digits: Ethiopic (፲፱፻፷) and Han (一九八五, 二十三). */
final class NumberWords {
    private static final String HAN = "〇一二三四五六七八九";

    private NumberWords() {}

    /** The text with such numerals as ASCII digits. Month names of Han numerals (三月) come out as "3月", which is read as a number. */
    static String digits(String text) {
        if (Texts.isAscii(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int start = i;
            if (c >= '\u1369' && c <= '\u137C') {
                while (i < text.length() && text.charAt(i) >= '\u1369' && text.charAt(i) <= '\u137C') {
                    i++;
                }
                out.append(ethiopic(text, start, i));
            } else if (isHan(c)) {
                while (i < text.length() && isHan(text.charAt(i))) {
                    i++;
                }
                out.append(han(text, start, i));
            } else {
                out.append(c == '月' || c == '年' || c == '日' || c == '월' || c == '년' || c == '일' ? ' ' : c);
                i++;
            }
        }
        return out.toString();
    }

    private static boolean isHan(char c) {
        return HAN.indexOf(c) >= 0 || c == '十' || c == '零' || c == '○' || c == '元';
    }

    private static int ethiopic(String text, int from, int to) {
        int whole = 0;
        int part = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c <= '\u1371') {
                part += c - '\u1368';
            } else if (c <= '\u137A') {
                part += (c - '\u1371') * 10;
            } else if (c == '\u137B') {
                whole += Math.max(1, part) * 100;
                part = 0;
            }
        }
        return whole + part;
    }

    private static String han(String text, int from, int to) {
        String run = text.substring(from, to).replace('零', '〇').replace('○', '〇').replace('元', '一');
        int ten = run.indexOf('十');
        if (ten < 0) {
            StringBuilder digits = new StringBuilder();
            run.chars().forEach(c -> digits.append(HAN.indexOf(c)));
            return digits.toString();
        }
        int tens = ten == 0 ? 1 : HAN.indexOf(run.charAt(ten - 1));
        int ones = ten + 1 < run.length() ? HAN.indexOf(run.charAt(ten + 1)) : 0;
        return Integer.toString(tens * 10 + Math.max(0, ones));
    }
}
