package org.moei.console.screening;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.moei.console.layout.AlreadyLogged;
import org.moei.console.layout.Shown;
import org.moei.foundation.access.Viewer;

/** Who waits for an interview, what was answered, and what a team decided. */
public interface ScreeningView {

    /** The queue, longest wait first within each urgency. */
    QueuePage queue(Viewer viewer, String after);

    Optional<CasePage> screening(Viewer viewer, UUID person);

    /** Whether the viewer has to say first what binds them to the person; one who is bound is denied. */
    boolean mustSayInterest(Viewer viewer, UUID person);

    /** Keeps an answer to a question of the rules: yes, no or not-known. */
    void answer(Viewer viewer, UUID person, String indicator, String answer);

    /** A named team decides.
     *
     * @return the action
     */
    void decide(Viewer viewer, UUID person, Decision decision);

    /** Another team opens the case again. */
    void reopen(Viewer viewer, UUID person, String reason);

    /**
     * A decision.
     *
     * @param outcome a word of the rules' closed list
     */
    record Decision(String team, String outcome, String reasons) {}

    /** A line of the queue. */
    record Line(UUID person, String token, String from, String speaks, String waits, String custody, boolean pressing, String state, String team) {}

    /** How fast it moves. */
    record QueuePage(List<Line> lines, long waiting, long interviewed, long decided, long leftUnscreened, String longest, String next, String note) implements Shown {
        @Override
        public List<UUID> records() {
            return lines.stream().map(Line::person).toList();
        }
    }

    /** A question of the rules: its indicator and what was answered. */
    record Question(String indicator, String words, String answer, boolean wouldChange, String strength) {}

    /** Questions of one dimension. */
    record Dimension(String name, String state, List<Question> questions) {}

    /** What was decided before. */
    record Past(Instant at, String team, String outcome, String rule, String reasons) {}

    /** A word of a closed list and how it reads. */
    record Choice(String key, String words) {}

    /**
     * The interview page of a person.
     *
     * @param met what the rules say is met by now, in a sentence; never a decision
     * @param wouldChange which unanswered question would change that, or empty
     */
    record CasePage(
            UUID person,
            String token,
            String summary,
            String rule,
            List<Dimension> dimensions,
            String met,
            String unknown,
            String wouldChange,
            List<Past> past,
            List<Choice> outcomes,
            List<Choice> teams,
            boolean mayAnswer,
            boolean mayDecide) implements AlreadyLogged {}
}
