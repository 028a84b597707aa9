package org.moei.rehearsal.generator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a person would answer to the questions behind the indicators of the ILO and the European Commission (2009), by code:
 * yes, no, or nothing that could be known. The codes are those of the reference list, numbered within each dimension.
 */
public final class Answers {
    /** 67 codes: deceptive recruitment, coercive recruitment, vulnerability, exploitation, coercion at destination, vulnerability there. */
    public static final List<String> CODES = Stream.of(codes("DR", 10), codes("CR", 10), codes("RV", 16), codes("EX", 9), codes("CD", 15), codes("VD", 7))
            .flatMap(List::stream).toList();

    private final Answer[] answers;

    /** An answer. */
    public enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    private Answers(Answer[] answers) {
        this.answers = answers;
    }

    private static List<String> codes(String dimension, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> dimension + i).toList();
    }

    /** Draws answers.
     *
     * @param story how the person came there and was held
     * @param unknown share of questions to which nothing can be learnt in a first interview
     */
    static Answers draw(Story story, double unknown, Draw draw) {
        Answer[] answers = new Answer[CODES.size()];
        for (int i = 0; i < answers.length; i++) {
            double yes = story.shareOfYes(CODES.get(i));
            answers[i] = draw.chance(unknown) ? Answer.UNKNOWN : draw.chance(yes) ? Answer.YES : Answer.NO;
        }
        return new Answers(answers);
    }

    /** The answer to a code of {@link #CODES}; a code that is not there is unknown. */
    public Answer to(String code) {
        int at = CODES.indexOf(code);
        return at < 0 ? Answer.UNKNOWN : answers[at];
    }

    /** All answers, in the order of the codes. */
    public Map<String, Answer> all() {
        Map<String, Answer> all = new LinkedHashMap<>();
        for (int i = 0; i < answers.length; i++) {
            all.put(CODES.get(i), answers[i]);
        }
        return all;
    }

    @Override
    public String toString() {
        return "Answers of " + answers.length + " codes";
    }
}
