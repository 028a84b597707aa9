package org.moei.console.gate;

import java.util.List;
import java.util.UUID;
import org.moei.console.layout.AlreadyLogged;
import org.moei.foundation.access.Viewer;

/** The protection side of the gate, as its pages show it. */
public interface TestimonyView {

    /**
     * A statement in the queue.
     *
     * @param state key of its word
     * @param hindrance why it cannot leave, or empty
     * @param version what a release is based on
     */
    record Line(UUID record, long version, String compound, String weeks, List<String> practices, List<String> roles, List<String> indicators, String note, String grade,
            String until, String state, int releases, String hindrance, boolean mayRelease, boolean mayWithdraw, List<String> notReached) {}

    /**
     * The page of testimony.
     *
     * @param passed how many messages the passage holds
     * @param tables the weekly tables that left, in words, newest first
     */
    record Queue(List<Line> lines, boolean mayPropose, boolean mayPass, long passed, String fingerprint, String otherFingerprint, List<String> tables) implements AlreadyLogged {}

    /** A word of a closed list. */
    record Choice(String key, String words) {}

    /** What may be chosen in a proposal. */
    record Form(List<Choice> compounds, List<Choice> practices, List<Choice> roles, String until) {}

    /** What the form gives; lists are keys. */
    record Proposal(String token, String compound, String first, String last, String stayFirst, String stayLast, List<String> practices, List<String> roles, String indicators, String note,
            String grade, String until) {}

    /** Somebody whom a question may concern. */
    record Concerned(UUID person, String token, boolean mayContact) {}

    /** A question from the other wing. */
    record Asked(String id, String compound, String weeks, List<String> practices, String note, String due, boolean answered, boolean workable, List<Concerned> concerned) {}

    record Questions(List<Asked> asked) implements AlreadyLogged {}

    /** A question whether somebody is here. @param letter the answer, empty before its deadline */
    record Enquiry(UUID record, String asker, String who, String about, String reply, String due, boolean answered, String letter) {}

    record Enquiries(List<Enquiry> enquiries, List<Choice> askers) implements AlreadyLogged {}

    Queue queue(Viewer viewer);

    Form form(Viewer viewer);

    void propose(Viewer viewer, Proposal proposal);

    void release(Viewer viewer, UUID record, long version, String remark);

    void withdraw(Viewer viewer, UUID record, String reason);

    /** Passes what may leave, and gives what it did in words. */
    String pass(Viewer viewer);

    /** Puts a compound on the list that proposals choose from. */
    void compound(Viewer viewer, String key, String name);

    byte[] file(Viewer viewer, long after);

    /** Takes the other wing's file; the first time with the fingerprint of its key. */
    String take(Viewer viewer, byte[] file, String fingerprint);

    Questions questions(Viewer viewer);

    void told(Viewer viewer, String question, UUID person, String counsel, String wish, String words);

    void contact(Viewer viewer, String question, UUID person, String counsel);

    Enquiries enquiries(Viewer viewer);

    void ask(Viewer viewer, String asker, String who, String about, String reply);

    void answered(Viewer viewer, UUID enquiry);
}
