package org.moei.linkage.names;

/** Keys from a–z readings: what stays of a name when it went through three alphabets. For finding candidates, never as evidence alone. */
final class Skeleton {
    private Skeleton() {}

    /**
     * Consonant classes: labial stops P, labial fricatives and w F, dental stops T, velars K, sibilants and affricates S, nasals M N, liquids L R.
     * Vowels, h and y fall out; a name of vowels only keeps its first letter in lower case.
     */
    static String of(String latin) {
        StringBuilder out = new StringBuilder(latin.length());
        char last = 0;
        for (int i = 0; i < latin.length(); i++) {
            char c = latin.charAt(i);
            char next = i + 1 < latin.length() ? latin.charAt(i + 1) : 0;
            char sound = switch (c) {
                case 'b' -> 'P';
                case 'p' -> next == 'h' ? 'F' : 'P';
                case 'f', 'v', 'w' -> 'F';
                case 'd', 't' -> 'T';
                case 'g', 'k', 'q', 'x' -> 'K';
                case 'c' -> next == 'h' || next == 'e' || next == 'i' || next == 'y' ? 'S' : 'K';
                case 's', 'z', 'j' -> 'S';
                case 'm' -> 'M';
                case 'n' -> 'N';
                case 'l' -> 'L';
                case 'r' -> 'R';
                default -> 0;
            };
            if (sound != 0 && sound != last) {
                out.append(sound);
            }
            last = sound;
        }
        if (out.isEmpty() && !latin.isEmpty()) {
            out.append(latin.charAt(0));
        }
        return out.toString();
    }

    /** The skeleton with vowels kept as two classes, front (i e y) and back (a o u), runs merged. */
    static String phonetic(String latin) {
        StringBuilder out = new StringBuilder(latin.length());
        char last = 0;
        for (int i = 0; i < latin.length(); i++) {
            char c = latin.charAt(i);
            char sound = switch (c) {
                case 'i', 'e', 'y' -> 'i';
                case 'a', 'o', 'u' -> 'a';
                case 'h' -> 0;
                default -> of(latin.substring(i, Math.min(i + 2, latin.length()))).charAt(0);
            };
            if (sound != 0 && sound != last) {
                out.append(sound);
                last = sound;
            }
        }
        return out.toString();
    }
}
