package org.moei.protection.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.moei.protection.screening.Indicator.Dimension;
import org.moei.protection.screening.Indicator.Strength;

/**
 * The rules by which answers become indications, under a version that every decision names. Source: ILO and European
 * Commission, Operational indicators of trafficking in human beings, revised September 2009 (WCMS_105023, WCMS_105035);
 * strengths after a public synthesis, to be compared line by line with the ILO text before use in an operation. The
 * class "willingly, then held" is not in that table; it follows from the Palermo Protocol, Article 3 (harbouring by
 * coercion) and ILO Convention 29.
 */
public final class RuleSet {
    /** The version that decisions name. */
    public static final String VERSION = "ILO-2009/moei-1";

    private static final List<Indicator> INDICATORS = read();

    private RuleSet() {}

    private static List<Indicator> read() {
        List<Indicator> all = new ArrayList<>();
        add(all, Dimension.DECEPTIVE_RECRUITMENT, "SS MM MM MM MM MM MM MM MM WS");
        add(all, Dimension.COERCIVE_RECRUITMENT, "SS MS MM MS MM MM MS MM MM MM");
        add(all, Dimension.RECRUITMENT_BY_ABUSE_OF_VULNERABILITY, "MM MM MM MM MM MM MM MM M- MM MM MM MM MM WM WM");
        add(all, Dimension.EXPLOITATION, "SS MM MM MM MM M- MM MM WM");
        add(all, Dimension.COERCION_AT_DESTINATION, "SS SS SS SS MS MS MM MM MM MM MS MS MM MM WM");
        add(all, Dimension.ABUSE_OF_VULNERABILITY_AT_DESTINATION, "MM MM MM MM MM WM WM");
        return List.copyOf(all);
    }

    private static void add(List<Indicator> all, Dimension dimension, String strengths) {
        String[] pairs = strengths.split(" ");
        for (int i = 0; i < pairs.length; i++) {
            all.add(new Indicator(dimension.code() + (i + 1), dimension, strength(pairs[i].charAt(0)), strength(pairs[i].charAt(1))));
        }
    }

    private static Strength strength(char letter) {
        return switch (letter) {
            case 'S' -> Strength.STRONG;
            case 'M' -> Strength.MEDIUM;
            case 'W' -> Strength.WEAK;
            case '-' -> Strength.NONE;
            default -> throw new IllegalArgumentException("There is no strength (" + letter + ").");
        };
    }

    /** All indicators, in order of dimension and number. */
    public static List<Indicator> indicators() {
        return INDICATORS;
    }

    public static Optional<Indicator> find(String code) {
        return INDICATORS.stream().filter(i -> i.code().equals(code)).findFirst();
    }

    /**
     * Whether a dimension is positive: two strong; one strong and one medium or weak; three medium; two medium and one weak.
     * A stronger indicator counts as a weaker one where that helps, so strengthening an answer never makes it negative.
     */
    static boolean isPositive(List<Strength> met) {
        long strong = met.stream().filter(s -> s == Strength.STRONG).count();
        long medium = met.stream().filter(s -> s == Strength.MEDIUM).count();
        long weak = met.stream().filter(s -> s == Strength.WEAK).count();
        return strong >= 2
                || (strong == 1 && medium + weak >= 1)
                || medium >= 3
                || (medium == 2 && weak >= 1);
    }

    /** Reads answers by indicator code; what was not asked is not in the map, and unknown is never no. */
    public static Indication evaluate(Map<String, Answer> answers, boolean isChild) {
        return Evaluation.of(answers, isChild);
    }
}
