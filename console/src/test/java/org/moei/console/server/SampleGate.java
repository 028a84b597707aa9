package org.moei.console.server;

import java.util.List;
import java.util.UUID;
import org.moei.console.gate.ReceivedView;
import org.moei.console.gate.TestimonyView;
import org.moei.foundation.access.Viewer;

/** Both sides of the gate with one of each thing, for the tests of pages. */
final class SampleGate implements TestimonyView, ReceivedView {
    private static final UUID RECORD = new UUID(0x7000, 1);
    private static final List<Choice> COMPOUNDS = List.of(new Choice("kk-park", "KK Park"));
    private static final List<Choice> PRACTICES = List.of(new Choice("QUOTA", "a daily quota"));

    @Override
    public Queue queue(Viewer viewer) {
        return new Queue(
                List.of(new TestimonyView.Line(RECORD, 7, "KK Park", "2025-W03 to 2025-W05", List.of("a daily quota"), List.of("guard"), List.of("example-trade.top"), "people were beaten", "B3", "2025-09-01",
                        "released-once", 1, "", true, true, List.of("a partner"))),
                true, true, 12, "0123-4567", "", List.of("2025-W07: Ethiopia 11"));
    }

    @Override
    public Form form(Viewer viewer) {
        return new Form(COMPOUNDS, PRACTICES, List.of(new Choice("GUARD", "guard")), "2025-09-01");
    }

    @Override
    public void propose(Viewer viewer, Proposal proposal) {}

    @Override
    public void release(Viewer viewer, UUID record, long version, String remark) {}

    @Override
    public void withdraw(Viewer viewer, UUID record, String reason) {}

    @Override
    public String pass(Viewer viewer) {
        return "Passed.";
    }

    @Override
    public void compound(Viewer viewer, String key, String name) {}

    @Override
    public byte[] file(Viewer viewer, long after) {
        return new byte[] {'x'};
    }

    @Override
    public String take(Viewer viewer, byte[] file, String fingerprint) {
        return "Taken.";
    }

    @Override
    public Questions questions(Viewer viewer) {
        return new Questions(List.of(
                new Asked(RECORD.toString(), "KK Park", "2025-W03", List.of("a daily quota"), "", "3 May 2025, 19:00", false, true,
                        List.of(new Concerned(RECORD, "R-0001-A", true), new Concerned(RECORD, "R-0002-A", false))),
                new Asked(RECORD.toString(), "KK Park", "2025-W04", List.of(), "", "3 May 2025, 19:00", true, false, List.of())));
    }

    @Override
    public void told(Viewer viewer, String question, UUID person, String counsel, String wish, String words) {}

    @Override
    public void contact(Viewer viewer, String question, UUID person, String counsel) {}

    @Override
    public Enquiries enquiries(Viewer viewer) {
        return new Enquiries(
                List.of(new Enquiry(RECORD, "family", "somebody", "somebody else", "an address", "3 May 2025, 19:00", false, "the letter"),
                        new Enquiry(RECORD, "officer", "somebody", "somebody else", "", "3 May 2025, 19:00", true, "")),
                List.of(new Choice("FAMILY", "family")));
    }

    @Override
    public void ask(Viewer viewer, String asker, String who, String about, String reply) {}

    @Override
    public void answered(Viewer viewer, UUID enquiry) {}

    @Override
    public Statements statements(Viewer viewer) {
        return new Statements(false, "3 Apr 2025, 16:00", 24,
                List.of(new ReceivedView.Line(RECORD.toString(), "KK Park", "2025-W03", List.of("a daily quota"), List.of("guard"), List.of("example-trade.top"), "people were beaten", "B3", "2025-09-01",
                        "gate-" + RECORD, 2)),
                List.of("2025-W07: Ethiopia 11"), 1, List.of(new Recall(RECORD.toString(), List.of("a partner"), List.of("another"))), "", "0123-4567", true, true);
    }

    @Override
    public byte[] stix(Viewer viewer, String statement) {
        return new byte[] {'{', '}'};
    }

    @Override
    public void shared(Viewer viewer, String statement, String partner) {}

    @Override
    public void reached(Viewer viewer, String statement, String partner) {}

    @Override
    public Requests requests(Viewer viewer) {
        return new Requests(List.of(new Question(RECORD.toString(), "KK Park", "2025-W03", List.of("a daily quota"), "", "3 May 2025, 19:00", "")), COMPOUNDS, PRACTICES);
    }

    @Override
    public void ask(Viewer viewer, String compound, String first, String last, List<String> practices, String note, String why) {}
}
