package org.moei.console.layout;

import java.util.Arrays;
import java.util.Locale;
import org.moei.base.Problem;

/** A field of a form that takes one of a few words. */
public final class OneOf {
    private OneOf() {}

    /**
     * The constant that a form's word names, in whatever case.
     *
     * @throws org.moei.base.ProblemException {@code wrong-use} where it names none: only a form that is not ours sends that
     */
    public static <E extends Enum<E>> E of(Class<E> type, String word) {
        String name = word.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.of(Problem.Kind.WRONG_USE, "wrong-use", Texts.english().of("failure.wrong-use")).asException());
    }
}
