package org.moei.linkage.names;

/**
 * Burmese in the Zawgyi font's encoding: detection and repair. Zawgyi reuses the Myanmar block with other meanings and in visual order: the vowel
 * e and medial ra stand before their consonant, U+1039 kills instead of stacking, variants of shape have code points of their own. Meanings as in
 * the Unicode Consortium's FAQ on Myanmar and UTN 11 for the order that Unicode wants.
 */
final class Zawgyi {
    /** What the code points of a string say. */
    enum Verdict { UNICODE, ZAWGYI, EITHER }

    private static final String[] MEANING = meanings();
    private static final String KINZI = "\u1004\u103A\u1039";

    private Zawgyi() {}

    /** Which encoding the text is in; {@link Verdict#EITHER} where all its code points make sense in both. */
    static Verdict judge(String text) {
        int zawgyi = 0;
        int unicode = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char before = i == 0 ? 0 : text.charAt(i - 1);
            char after = i + 1 < text.length() ? text.charAt(i + 1) : 0;
            if (c == 0x1031) {
                if (!isConsonant(before) && !(before >= 0x103B && before <= 0x103E) && before != 0x1039) {
                    zawgyi += 2;
                }
                if (!isConsonant(after) && after != 0x103B && !(after >= 0x107E && after <= 0x1084)) {
                    unicode += 2;
                }
            } else if (c == 0x1039) {
                if (isConsonant(after)) {
                    unicode++;
                } else {
                    zawgyi += 3;
                }
            } else if (c == 0x1033 || c == 0x1034 || c == 0x105A || c >= 0x1060 && c <= 0x1097) {
                zawgyi += 2;
            } else if (c == 0x103E) {
                unicode += 2;
            } else if (c == 0x103A) {
                if (after >= 0x102B && after <= 0x1036 || after >= 0x103C && after <= 0x103D) {
                    zawgyi += 2;
                } else {
                    unicode += 2;
                }
            } else if (c == 0x103B) {
                if (!isConsonant(before)) {
                    zawgyi += 3;
                }
            } else if (c == 0x103C && !isConsonant(before)) {
                unicode += before == 0x103B ? 1 : 0;
            }
        }
        return zawgyi > unicode ? Verdict.ZAWGYI : unicode > 0 ? Verdict.UNICODE : Verdict.EITHER;
    }

    /** Zawgyi to Unicode; characters of other scripts pass unchanged. */
    static String toUnicode(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        int i = 0;
        int n = text.length();
        while (i < n) {
            boolean e = false;
            boolean ra = false;
            int start = i;
            while (i < n && (text.charAt(i) == 0x1031 || isRa(text.charAt(i)))) {
                e |= text.charAt(i) == 0x1031;
                ra |= isRa(text.charAt(i));
                i++;
            }
            if (i >= n || !isBase(text.charAt(i))) {
                if (i == start) {
                    String meaning = meaning(text.charAt(i++));
                    out.append(meaning);
                } else {
                    out.append(e ? "\u1031" : "");
                }
                continue;
            }
            String base = meaning(text.charAt(i++));
            Cluster cluster = new Cluster();
            cluster.e = e;
            cluster.ra = ra;
            while (i < n && isFollower(text.charAt(i))) {
                cluster.add(text.charAt(i++));
            }
            cluster.write(base, out);
        }
        return out.toString();
    }

    /** What follows a base, sorted into the order of Unicode. */
    private static final class Cluster {
        boolean e;
        boolean ra;
        private boolean kinzi;
        private boolean ya;
        private boolean wa;
        private boolean ha;
        private final StringBuilder stacked = new StringBuilder();
        private final StringBuilder upper = new StringBuilder();
        private final StringBuilder lower = new StringBuilder();
        private final StringBuilder aa = new StringBuilder();
        private final StringBuilder signs = new StringBuilder();
        private boolean killed;
        private boolean nasal;
        private boolean dot;
        private boolean visarga;

        void add(char c) {
            String meaning = c == 0x1064 || c >= 0x108B && c <= 0x108D ? kinzi(c) : meaning(c);
            for (int i = 0; i < meaning.length(); i++) {
                char m = meaning.charAt(i);
                switch (m) {
                    case 0x1039 -> {
                        if (i + 1 < meaning.length()) {
                            stacked.append(m).append(meaning.charAt(++i));
                        }
                    }
                    case 0x103B -> ya = true;
                    case 0x103C -> ra = true;
                    case 0x103D -> wa = true;
                    case 0x103E -> ha = true;
                    case 0x102D, 0x102E, 0x1032 -> once(upper, m);
                    case 0x102F, 0x1030 -> once(lower, m);
                    case 0x102B, 0x102C -> once(aa, m);
                    case 0x103A -> killed = true;
                    case 0x1036 -> nasal = true;
                    case 0x1037 -> dot = true;
                    case 0x1038 -> visarga = true;
                    default -> signs.append(m);
                }
            }
        }

        private String kinzi(char c) {
            kinzi = true;
            return switch (c) {
                case 0x108B -> "\u102D";
                case 0x108C -> "\u102E";
                case 0x108D -> "\u1036";
                default -> "";
            };
        }

        private static void once(StringBuilder to, char c) {
            if (to.indexOf(String.valueOf(c)) < 0) {
                to.append(c);
            }
        }

        void write(String base, StringBuilder out) {
            out.append(kinzi ? KINZI : "").append(base).append(stacked);
            out.append(ya ? "\u103B" : "").append(ra ? "\u103C" : "").append(wa ? "\u103D" : "").append(ha ? "\u103E" : "");
            out.append(e ? "\u1031" : "").append(upper).append(lower).append(aa);
            out.append(killed ? "\u103A" : "").append(nasal ? "\u1036" : "").append(dot ? "\u1037" : "").append(visarga ? "\u1038" : "");
            out.append(signs);
        }
    }

    private static boolean isConsonant(char c) {
        return c >= 0x1000 && c <= 0x1021 || c == 0x103F || c == 0x1025 || c == 0x1027 || c == 0x1029 || c == 0x104E || c == 0x1009;
    }

    private static boolean isRa(char c) {
        return c == 0x103B || c >= 0x107E && c <= 0x1084;
    }

    private static boolean isBase(char c) {
        return c >= 0x1000 && c <= 0x102A || c == 0x103F || c == 0x104E || c == 0x1040
                || c == 0x106A || c == 0x106B || c == 0x106E || c == 0x106F || c == 0x1086
                || c == 0x108F || c == 0x1090 || c == 0x1091 || c == 0x1092 || c == 0x1097;
    }

    private static boolean isFollower(char c) {
        return c >= 0x102B && c <= 0x103E && c != 0x1031 && c != 0x103B || c == 0x105A || c >= 0x1060 && c <= 0x1097 && !isBase(c) && !isRa(c);
    }

    private static String meaning(char c) {
        return c >= 0x1000 && c < 0x10A0 ? MEANING[c - 0x1000] : String.valueOf(c);
    }

    private static String[] meanings() {
        String[] to = new String[0xA0];
        for (int i = 0; i < to.length; i++) {
            to[i] = String.valueOf((char) (0x1000 + i));
        }
        set(to, "1033 102F, 1034 1030, 1039 103A, 103A 103B, 103B 103C, 103C 103D, 103D 103E, 105A 102B 103A, 107D 103B");
        set(to, "107E 103C, 107F 103C, 1080 103C, 1081 103C, 1082 103C, 1083 103C, 1084 103C, 1087 103E, 1088 103E 102F, 1089 103E 1030, 108A 103D 103E");
        set(to, "1060 1039 1000, 1061 1039 1001, 1062 1039 1002, 1063 1039 1003, 1065 1039 1005, 1066 1039 1006, 1067 1039 1006, 1068 1039 1007");
        set(to, "1069 1039 1008, 106A 1009, 106B 100A, 106C 1039 100B, 106D 1039 100C, 106E 100D 1039 100D, 106F 100D 1039 100E, 1070 1039 100F");
        set(to, "1071 1039 1010, 1072 1039 1010, 1073 1039 1011, 1074 1039 1011, 1075 1039 1012, 1076 1039 1013, 1077 1039 1014, 1078 1039 1015");
        set(to, "1079 1039 1016, 107A 1039 1017, 107B 1039 1018, 107C 1039 1019, 1085 1039 101C, 1086 103F, 108E 102D 1036, 108F 1014, 1090 101B");
        set(to, "1091 100F 1039 100D, 1092 100B 1039 100C, 1093 1039 1018, 1094 1037, 1095 1037, 1096 1039 1010 103D, 1097 100B 1039 100B");
        return to;
    }

    private static void set(String[] to, String pairs) {
        for (String pair : pairs.split(", ")) {
            String[] codes = pair.split(" ");
            StringBuilder meaning = new StringBuilder();
            for (int i = 1; i < codes.length; i++) {
                meaning.append((char) Integer.parseInt(codes[i], 16));
            }
            to[Integer.parseInt(codes[0], 16) - 0x1000] = meaning.toString();
        }
    }
}
