package org.moei.console.gate;

import java.util.List;
import org.moei.console.layout.AlreadyLogged;
import org.moei.foundation.access.Viewer;

/** The disruption side of the gate, as its pages show it. */
public interface ReceivedView {

    /** A statement that stands. @param source the key under which an entry of the picture says that it stands on it */
    record Line(String id, String compound, String weeks, List<String> practices, List<String> roles, List<String> indicators, String note, String grade, String until, String source, int derived) {}

    /** A recall that had to reach somebody. */
    record Recall(String id, List<String> told, List<String> notReached) {}

    /**
     * The page of statements.
     *
     * @param stale true: the recall list is too old or missing, and nothing is shown
     * @param listMade when the newest recall list was made, in words, or empty
     * @param sender fingerprint of the confirmed sender, or empty
     */
    record Statements(boolean stale, String listMade, long limitHours, List<Line> lines, List<String> tables, int recalled, List<Recall> recalls, String sender, String fingerprint, boolean mayRead,
            boolean mayEdit) implements AlreadyLogged {}

    /** A question to witnesses. @param answer as it came, or empty */
    record Question(String id, String compound, String weeks, List<String> practices, String note, String due, String answer) {}

    record Requests(List<Question> questions, List<TestimonyView.Choice> compounds, List<TestimonyView.Choice> practices) implements AlreadyLogged {}

    Statements statements(Viewer viewer);

    /** Takes the other wing's file; the first time with the fingerprint of its key. */
    String take(Viewer viewer, byte[] file, String fingerprint);

    byte[] file(Viewer viewer, long after);

    byte[] stix(Viewer viewer, String statement);

    void shared(Viewer viewer, String statement, String partner);

    void reached(Viewer viewer, String statement, String partner);

    Requests requests(Viewer viewer);

    void ask(Viewer viewer, String compound, String first, String last, List<String> practices, String note, String why);
}
