package org.moei.foundation.access;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.moei.base.Problem;

/** What a password that somebody chooses must be: long enough, not the account's name, and none that is tried first. */
public final class PasswordRule {
    /** Shortest, in characters. */
    static final int SHORTEST = 12;

    /** Longest, in bytes: what BCrypt reads. */
    static final int LONGEST = 72;

    /** The shortest part of a name that is a word of its own. */
    private static final int SHORTEST_WORD = 3;

    private PasswordRule() {}

    /**
     * Lets pass or refuses.
     *
     * @throws org.moei.base.ProblemException {@code password-length}, {@code password-name} where it holds the account's name, {@code password-common}
     *     where it is made of words that are tried first or of the account's own
     */
    static void require(Viewer owner, String password) {
        requireLength(password);
        if (password.toLowerCase(Locale.ROOT).contains(owner.name().toLowerCase(Locale.ROOT))) {
            throw Problem.of(Problem.Kind.WRONG_USE, "password-name", "A password does not contain the account's name.").asException();
        }
        if (CommonPasswords.isCommon(password, context(owner))) {
            throw Problem.of(Problem.Kind.WRONG_USE, "password-common", "This password is one of those that are tried first.")
                    .withAdvice("a sentence of four or five words that have nothing to do with each other is long and easy to remember.")
                    .asException();
        }
    }

    static void requireLength(String password) {
        if (password.length() < SHORTEST || password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw Problem.of(Problem.Kind.WRONG_USE, "password-length", "A password has " + SHORTEST + " characters or more and at most " + LONGEST + " bytes.").asException();
        }
    }

    /** Words that whoever knows the account would try: its name, agency, role and wing, and the program's own name. */
    private static Set<String> context(Viewer owner) {
        Set<String> words = new LinkedHashSet<>(Set.of("moei"));
        for (String text : new String[] {owner.name(), owner.agency(), owner.role().id(), owner.wing().word()}) {
            for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
                if (word.length() >= SHORTEST_WORD) {
                    words.add(word);
                }
            }
        }
        return words;
    }
}
