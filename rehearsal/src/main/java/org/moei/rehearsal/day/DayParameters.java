package org.moei.rehearsal.day;

import java.util.EnumMap;
import java.util.Map;
import org.moei.rehearsal.scenario.Embassy;

/**
 * What no source states and a fit had to find. The three figures are the same for every scenario; see {@link DayFit}.
 *
 * @param delayFactor multiplies the assumed delays by kind of embassy, 0.5 to 2; what a scenario states and how long states took to agree
 *     (for which first pick-ups were published) stand as they are
 * @param seatUse share of the seats that a transport offers which can really be filled, 0 to 1: cancellations, weather, papers at the gate
 * @param foundAtFirstAsk share of people whom their state finds at the first ask
 */
public record DayParameters(double delayFactor, double seatUse, double foundAtFirstAsk) {

    /** Fitted on the published returns at Myawaddy up to 21 March 2025 and on nothing later. */
    public static final DayParameters FITTED = new DayParameters(0.5, 1.0, 0.95);

    /** Days from and to, before the factor. */
    record Range(double low, double high) {}

    /** The speed of a state whose officials come to the border, which the scenario's kinds do not tell apart from others nearby. */
    private static final Map<Embassy.Step, Range> AT_BORDER = steps(new Range(4, 8), new Range(2, 5), new Range(0, 2), new Range(0, 1), new Range(1, 2));

    /**
     * Days for each step: agreement, identity, document, money, seat. Ordinary embassies made their first pick-up on day 6; a far one took 26
     * days to its first return (domain dossier, section 1.5 and Appendix A). The rest is assumed.
     */
    private static final Map<Embassy.Kind, Map<Embassy.Step, Range>> BY_KIND = Map.of(
            Embassy.Kind.NEAR, steps(new Range(6, 14), new Range(4, 10), new Range(3, 8), new Range(2, 10), new Range(2, 4)),
            Embassy.Kind.FAR, steps(new Range(20, 26), new Range(7, 21), new Range(7, 14), new Range(7, 21), new Range(3, 7)),
            Embassy.Kind.NONE, steps(new Range(20, 30), new Range(10, 28), new Range(7, 21), new Range(7, 28), new Range(3, 7)),
            Embassy.Kind.OWN, steps(new Range(0, 0), new Range(0, 0), new Range(0, 0), new Range(0, 0), new Range(0, 0)));

    private static Map<Embassy.Step, Range> steps(Range agreement, Range identity, Range document, Range money, Range seat) {
        Map<Embassy.Step, Range> steps = new EnumMap<>(Embassy.Step.class);
        steps.put(Embassy.Step.AGREEMENT, agreement);
        steps.put(Embassy.Step.IDENTITY, identity);
        steps.put(Embassy.Step.DOCUMENT, document);
        steps.put(Embassy.Step.MONEY, money);
        steps.put(Embassy.Step.SEAT, seat);
        return steps;
    }

    /** The range of a step, with what the scenario states before what we assume. */
    Range range(Embassy embassy, Embassy.Step step) {
        for (Embassy.Delay stated : embassy.delays()) {
            if (stated.step() == step) {
                return new Range(stated.daysLow().value(), stated.daysHigh().value());
            }
        }
        boolean atBorder = embassy.kind() == Embassy.Kind.NEAR && embassy.atBorder();
        Map<Embassy.Step, Range> steps = atBorder ? AT_BORDER : BY_KIND.getOrDefault(embassy.kind(), AT_BORDER);
        Range range = steps.getOrDefault(step, new Range(0, 0));
        return step == Embassy.Step.AGREEMENT ? range : new Range(range.low() * delayFactor, range.high() * delayFactor);
    }
}
