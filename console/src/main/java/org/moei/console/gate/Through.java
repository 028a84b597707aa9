package org.moei.console.gate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.moei.base.Ids;
import org.moei.base.Problem;
import org.moei.console.layout.Nations;
import org.moei.console.layout.Texts;
import org.moei.disruption.Disruption;
import org.moei.disruption.picture.Entry;
import org.moei.disruption.received.Received;
import org.moei.disruption.sites.Compound;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.gate.statement.Period;
import org.moei.gate.statement.Practice;
import org.moei.gate.statement.SeenIndicator;
import org.moei.gate.statement.SeenRole;
import org.moei.gate.statement.Statement;

/** What came through the gate to the disruption wing, and its questions. */
public final class Through implements ReceivedView {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.UK);

    private final Disruption disruption;
    private final Ids ids;
    private final InstantSource clock;
    private final ZoneId zone;

    public Through(Disruption disruption, Ids ids, InstantSource clock, ZoneId zone) {
        this.disruption = disruption;
        this.ids = ids;
        this.clock = clock;
        this.zone = zone;
    }

    private Hand hand(Viewer viewer) {
        return new Hand(viewer, ids, clock.instant(), "console");
    }

    private Received received() {
        return disruption.received();
    }

    private String time(Instant instant) {
        return DAY.format(instant.atZone(zone));
    }

    private Map<String, String> compounds() {
        return disruption.picture().list(Compound.class).stream().map(Entry::content).collect(Collectors.toMap(Compound::key, Compound::name));
    }

    @Override
    public ReceivedView.Statements statements(Viewer viewer) {
        Received.StatementsPage page = received().page(viewer);
        Map<String, String> compounds = compounds();
        List<Line> lines = page.statements().stream().map(s -> line(s, compounds)).toList();
        List<String> tables = page.tables().reversed().stream()
                .filter(t -> !t.cells().isEmpty())
                .map(t -> t.week() + ": " + t.cells().entrySet().stream().map(e -> Nations.name(e.getKey()) + " " + e.getValue()).collect(Collectors.joining(", ")))
                .toList();
        List<Recall> recalls = received().recalls(viewer).stream().map(r -> new Recall(r.id(), r.told(), r.notReached())).toList();
        return new ReceivedView.Statements(!page.fresh(), page.listMade().map(this::time).orElse(""), page.limit().toHours(), lines, tables, page.recalled(), recalls, page.sender().orElse(""),
                received().outbox().fingerprint(), may(viewer, Permission.GATE_READ), may(viewer, Permission.PICTURE_EDIT));
    }

    private boolean may(Viewer viewer, Permission permission) {
        return disruption.foundation().authoriser().permits(viewer, permission);
    }

    private static Line line(Received.Shown shown, Map<String, String> compounds) {
        Statement said = shown.statement();
        return new Line(shown.id(), compounds.getOrDefault(said.compound(), said.compound()), said.period().toString(), said.practices().stream().map(Practice::words).toList(),
                said.roles().stream().map(SeenRole::words).toList(), said.indicators().stream().map(SeenIndicator::value).toList(), said.note(), shown.grade(), shown.until().toString(), shown.source(),
                shown.derived());
    }

    @Override
    public String take(Viewer viewer, byte[] file, String fingerprint) {
        disruption.foundation().authoriser().require(viewer, Permission.GATE_READ);
        if (!fingerprint.isBlank()) {
            Keepers.withFile(file, path -> received().confirm(hand(viewer), path, fingerprint));
        }
        return Keepers.words(received().take(hand(viewer), file));
    }

    @Override
    public byte[] file(Viewer viewer, long after) {
        disruption.foundation().authoriser().require(viewer, Permission.GATE_READ);
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            received().outbox().write(out, after);
            disruption.foundation().accessLog().read(viewer, "passage", List.of());
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] stix(Viewer viewer, String statement) {
        return received().stix(viewer, statement);
    }

    @Override
    public void shared(Viewer viewer, String statement, String partner) {
        received().shared(hand(viewer), statement, partner);
    }

    @Override
    public void reached(Viewer viewer, String statement, String partner) {
        received().reached(hand(viewer), statement, partner);
    }

    @Override
    public Requests requests(Viewer viewer) {
        Map<String, String> compounds = compounds();
        List<Question> questions = received().requests().list(viewer).stream()
                .map(v -> new Question(v.id(), compounds.getOrDefault(v.question().compound(), v.question().compound()), v.question().period().toString(),
                        v.question().practices().stream().map(Practice::words).toList(), v.question().note(), time(v.due()), v.answer().orElse("")))
                .toList();
        return new Requests(questions, compounds.entrySet().stream().sorted(Map.Entry.comparingByValue()).map(e -> new TestimonyView.Choice(e.getKey(), e.getValue())).toList(),
                Arrays.stream(Practice.values()).map(p -> new TestimonyView.Choice(p.name(), p.words())).toList());
    }

    @Override
    public void ask(Viewer viewer, String compound, String first, String last, List<String> practices, String note, String why) {
        org.moei.gate.statement.Question question;
        try {
            question = new org.moei.gate.statement.Question(compound, Period.of(first, last), practices.stream().map(Practice::valueOf).collect(Collectors.toCollection(TreeSet::new)), null, note);
        } catch (IllegalArgumentException e) {
            throw Problem.of(Problem.Kind.WRONG_USE, "question-form", Texts.english().of("requests.incomplete")).asException(e);
        }
        received().requests().ask(hand(viewer), question, why);
    }
}
