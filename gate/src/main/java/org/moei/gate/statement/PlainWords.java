package org.moei.gate.statement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.moei.base.Problem;

/**
 * The only text that crosses the gate: plain English words from a list ({@code words.txt}) and small numbers. What is not on the list is refused,
 * whoever it means, so a refusal tells nobody whether a name is known. Names, days, months, nationalities and words of the first person are
 * not on the list.
 */
public final class PlainWords {
    /** Longest text, in characters. */
    public static final int LONGEST = 280;

    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['’][\\p{L}]+)?");
    private static final Pattern OUTSIDE = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\s.,;:?()'’\\-]");
    private static final Pattern SMALL_NUMBER = Pattern.compile("[0-9]{1,3}");
    private static final Set<String> NUMBER_WORDS = Set.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "double", "triple");
    private static final Set<String> ORDINALS = Set.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last");
    /** Places inside a compound: allowed as kinds ("a dark room"), refused with a number or letter that says which. */
    private static final Set<String> INSIDE = Set.of("room", "floor", "building", "block", "dormitory", "office", "gate", "tower", "hall", "house", "street", "road", "desk", "door", "bed", "camera", "entrance", "villa", "store");
    private static final int MOST_NUMBER_WORDS = 3;
    private static final Set<String> ALWAYS = new HashSet<>();
    private static final Set<String> WORDS = new HashSet<>();

    static {
        read();
    }

    private PlainWords() {}

    private static void read() {
        try (InputStream in = Objects.requireNonNull(PlainWords.class.getResourceAsStream("words.txt"), "words.txt")) {
            Set<String> section = ALWAYS;
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith("[")) {
                    section = line.equals("[always]") ? ALWAYS : WORDS;
                } else if (!line.startsWith("#")) {
                    section.addAll(List.of(line.strip().split("\\s+")));
                }
            }
            WORDS.addAll(ALWAYS);
            WORDS.addAll(NUMBER_WORDS);
            WORDS.addAll(ORDINALS);
            WORDS.addAll(INSIDE);
            WORDS.remove("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Lets a text of plain words pass.
     *
     * @throws org.moei.base.ProblemException {@code REFUSED}; the refused word is the problem's value and not in its message
     */
    public static void check(String field, String text) {
        if (text.length() > LONGEST) {
            throw refuse(field, "text-too-long", "The text has more than " + LONGEST + " characters.", "", "it is a story; choose practices from the list.");
        }
        Matcher outside = OUTSIDE.matcher(text);
        if (outside.find()) {
            throw refuse(field, "sign-in-text", "The text holds a sign that plain words do not need.", outside.group(), "it is an address or a handle: those are indicators or do not cross the gate.");
        }
        List<String> tokens = tokens(text);
        int numbers = 0;
        int words = 0;
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            boolean number = SMALL_NUMBER.matcher(token).matches();
            if (!number && token.codePoints().anyMatch(Character::isDigit)) {
                throw refuse(field, "number-in-text", "The word " + (i + 1) + " is a number that could be a phone, a document or a date.", token, "a small number of hours or people was meant.");
            }
            if (!number && !isPlain(token)) {
                throw refuse(field, "word-not-plain", "The word " + (i + 1) + " is not on the list of plain words.", token, "it is a name, a place or a day: say the role, the compound, the week.");
            }
            numbers = number ? numbers + 1 : 0;
            words = NUMBER_WORDS.contains(token) ? words + 1 : 0;
            if (numbers > 1 || words > MOST_NUMBER_WORDS) {
                throw refuse(field, "number-in-text", "Several numbers stand in a row, which could be a phone, a document or a date.", token, "a small number of hours or people was meant.");
            }
            String next = i + 1 < tokens.size() ? tokens.get(i + 1) : "";
            if (saysWhich(token, next) || saysWhich(next, token) || isDate(token, next)) {
                throw refuse(field, "too-fine", "The words " + (i + 1) + " and " + (i + 2) + " say a place inside the compound or a day.", token + " " + next, "the compound and the week are enough.");
            }
        }
    }

    private static boolean saysWhich(String inside, String which) {
        return INSIDE.contains(singular(inside)) && (SMALL_NUMBER.matcher(which).matches() || ORDINALS.contains(which) || (NUMBER_WORDS.contains(which) && !which.equals("one")) || (which.length() == 1 && !which.equals("a")));
    }

    private static boolean isDate(String token, String next) {
        return (token.equals("may") && SMALL_NUMBER.matcher(next).matches()) || (SMALL_NUMBER.matcher(token).matches() && (next.equals("may") || next.equals("am") || next.equals("pm")));
    }

    private static String singular(String word) {
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    /** The words and numbers of a text, in lower case. */
    public static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher found = TOKEN.matcher(text.toLowerCase(Locale.ROOT));
        while (found.find()) {
            tokens.add(found.group());
        }
        return tokens;
    }

    /** Whether a word says so little that it passes even where it is somebody's name too (Long, Do, An). */
    public static boolean isAlwaysPlain(String word) {
        return ALWAYS.contains(word);
    }

    /** Whether a word is on the list, as it is or with an ending of English grammar. */
    static boolean isPlain(String word) {
        if (WORDS.contains(word)) {
            return true;
        }
        for (String ending : List.of("s", "es", "ed", "d", "ing", "ly", "er", "ers", "n", "'s")) {
            if (word.endsWith(ending) && word.length() > ending.length() + 2) {
                String stem = word.substring(0, word.length() - ending.length());
                String shorter = stem.substring(0, stem.length() - 1);
                if (WORDS.contains(stem)
                        || (WORDS.contains(stem + "e") && !ending.startsWith("e"))
                        || (isDoubled(stem) && WORDS.contains(shorter))
                        || (stem.endsWith("i") && WORDS.contains(shorter + "y"))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isDoubled(String stem) {
        int length = stem.length();
        return length > 2 && stem.charAt(length - 1) == stem.charAt(length - 2);
    }

    private static RuntimeException refuse(String field, String code, String message, String value, String advice) {
        Problem problem = Problem.of(Problem.Kind.REFUSED, code, message).at(Problem.Where.field(field)).withAdvice(advice);
        return (value.isEmpty() ? problem : problem.withValue(value)).asException();
    }
}
