package org.moei.protection.people;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.moei.base.Problem;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.journal.Action;
import org.moei.foundation.journal.Follower;
import org.moei.foundation.journal.Recorded;

/**
 * Tokens that are printed in advance, for the days without power: numbers of a range of their own, which the desk's counting never
 * reaches. A number is printed once; the grid takes it later, with its check letter, once.
 */
public final class PaperTokens implements Follower {
    /** Most tokens on one printing. */
    public static final int MOST = 2_000;

    private static final String PRINTED = "people.paper-printed";

    private final WingFoundation foundation;
    private final Roster roster;
    private final boolean rehearsal;
    private final AtomicLong next = new AtomicLong(Tokens.PAPER);

    public PaperTokens(WingFoundation foundation, Roster roster, boolean rehearsal) {
        this.foundation = foundation;
        this.roster = roster;
        this.rehearsal = rehearsal;
    }

    @Override
    public void follow(List<Recorded> actions) {
        for (Recorded each : actions) {
            if (each.envelope().type().equals(PRINTED)) {
                next.accumulateAndGet(Long.parseLong(each.envelope().clear("number")) + Long.parseLong(each.envelope().clear("count")), Math::max);
            }
        }
    }

    /** Tokens for a printing; the journal says that they are out before anybody sees them. */
    public synchronized List<String> print(Hand hand, int count) {
        foundation.authoriser().require(hand.viewer(), Permission.ARRIVAL_REGISTER);
        long first = next.get();
        if (count < 1 || count > MOST || first + count > Tokens.NOT_BY_THE_DESK) {
            throw Problem.of(Problem.Kind.WRONG_USE, "paper-count", "A printing has 1 to " + MOST + " tokens.").asException();
        }
        Action printed = hand.act(PRINTED, 1).clear("number", Long.toString(first)).clear("count", Integer.toString(count)).build();
        foundation.journal().append(printed);
        return LongStream.range(first, first + count).mapToObj(number -> Tokens.of(rehearsal, number)).toList();
    }

    /**
     * The number of a token that was printed and is still free.
     *
     * @throws org.moei.base.ProblemException {@code paper-token} where the letter does not fit, or it was never printed; {@code CONFLICT}
     *     where somebody has it already
     */
    public long take(Hand hand, String token) {
        foundation.authoriser().require(hand.viewer(), Permission.ARRIVAL_REGISTER);
        long number = Tokens.paperNumber(token);
        if (number == 0 || number >= next.get() || !token.equals(Tokens.of(rehearsal, number))) {
            throw Problem.of(Problem.Kind.WRONG_USE, "paper-token", "This is no token of a printed sheet.").withAdvice("a digit or the letter at its end was read wrong.").asException();
        }
        if (roster.system().list(e -> e.token().equals(token)).stream().findAny().isPresent()) {
            throw Problem.of(Problem.Kind.CONFLICT, "paper-token-taken", "Somebody has this token already.").asException();
        }
        return number;
    }
}
