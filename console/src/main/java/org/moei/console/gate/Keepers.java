package org.moei.console.gate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.moei.base.Ids;
import org.moei.base.Problem;
import org.moei.console.layout.Nations;
import org.moei.console.layout.OneOf;
import org.moei.console.layout.Texts;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.journal.Action;
import org.moei.gate.passage.Inbox;
import org.moei.gate.passage.PassageFinding;
import org.moei.gate.statement.Period;
import org.moei.gate.statement.Practice;
import org.moei.gate.statement.SeenIndicator;
import org.moei.gate.statement.SeenRole;
import org.moei.gate.statement.Statement;
import org.moei.gate.statistics.WeeklyTable;
import org.moei.protection.Protection;
import org.moei.protection.people.Entry;
import org.moei.protection.testimony.PresenceDesk;
import org.moei.protection.testimony.ProtectionGate;
import org.moei.protection.testimony.StatementView;
import org.moei.protection.testimony.Stays;
import org.moei.protection.testimony.WitnessDesk;

/** Testimony, questions and enquiries of the protection wing. */
public final class Keepers implements TestimonyView {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.UK);
    private static final int USUAL_DAYS = 180;

    private final Protection protection;
    private final Ids ids;
    private final InstantSource clock;
    private final ZoneId zone;

    public Keepers(Protection protection, Ids ids, InstantSource clock, ZoneId zone) {
        this.protection = protection;
        this.ids = ids;
        this.clock = clock;
        this.zone = zone;
    }

    private ProtectionGate gate() {
        return protection.gate();
    }

    private Hand hand(Viewer viewer) {
        return new Hand(viewer, ids, clock.instant(), "console");
    }

    private boolean may(Viewer viewer, Permission permission) {
        return protection.foundation().authoriser().permits(viewer, permission);
    }

    private void keep(Action action) {
        protection.people().keep(action);
    }

    private String time(Instant instant) {
        return DAY.format(instant.atZone(zone));
    }

    @Override
    public Queue queue(Viewer viewer) {
        Map<String, String> compounds = gate().compounds().list();
        List<Line> lines = gate().testimony().list(viewer).stream().map(view -> line(viewer, view, compounds)).toList();
        List<String> tables = gate().tables(viewer).reversed().stream().map(Keepers::words).toList();
        return new Queue(lines, may(viewer, Permission.TESTIMONY_PROPOSE), may(viewer, Permission.TESTIMONY_RELEASE), gate().outbox().size(), gate().outbox().fingerprint(),
                gate().otherFingerprint().orElse(""), tables);
    }

    private static String words(WeeklyTable table) {
        String cells = table.cells().entrySet().stream().map(e -> Nations.name(e.getKey()) + " " + e.getValue()).collect(Collectors.joining(", "));
        return table.week() + ": " + (cells.isEmpty() ? Texts.english().of("testimony.all-hidden") : cells);
    }

    private Line line(Viewer viewer, StatementView view, Map<String, String> compounds) {
        Statement said = view.statement();
        List<String> notReached = view.passedAs().isEmpty() ? List.of() : gate().report(viewer, view.passedAs()).map(r -> r.notReached()).orElse(List.of());
        return new Line(view.record(), view.version(), compounds.getOrDefault(said.compound(), said.compound()), said.period().toString(),
                said.practices().stream().map(Practice::words).toList(), said.roles().stream().map(SeenRole::words).toList(),
                said.indicators().stream().map(SeenIndicator::value).toList(), said.note(), said.grade(), view.until().toString(),
                view.state().name().toLowerCase(Locale.ROOT).replace('_', '-'), view.releases(), view.hindrance().map(Problem::message).orElse(""), view.mayRelease(), view.mayWithdraw(), notReached);
    }

    @Override
    public Form form(Viewer viewer) {
        protection.foundation().authoriser().require(viewer, Permission.TESTIMONY_PROPOSE);
        return new Form(
                gate().compounds().list().entrySet().stream().map(e -> new Choice(e.getKey(), e.getValue())).toList(),
                Arrays.stream(Practice.values()).map(p -> new Choice(p.name(), p.words())).toList(),
                Arrays.stream(SeenRole.values()).map(r -> new Choice(r.name(), r.words())).toList(),
                gate().testimony().today().plusDays(USUAL_DAYS).toString());
    }

    @Override
    public void propose(Viewer viewer, Proposal proposal) {
        protection.foundation().authoriser().require(viewer, Permission.TESTIMONY_PROPOSE);
        Entry person = protection.roster().findByToken(viewer, proposal.token().strip()).orElseThrow(Authoriser::denied);
        Statement statement;
        LocalDate until;
        try {
            statement = new Statement(proposal.compound(), Period.of(proposal.first(), proposal.last()),
                    proposal.practices().stream().map(Practice::valueOf).collect(Collectors.toCollection(TreeSet::new)),
                    proposal.roles().stream().map(SeenRole::valueOf).collect(Collectors.toCollection(TreeSet::new)), indicators(proposal.indicators()), proposal.note(), proposal.grade());
            until = LocalDate.parse(proposal.until());
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw Problem.of(Problem.Kind.WRONG_USE, "testimony-form", Texts.english().of("testimony.incomplete")).asException(e);
        }
        if (!proposal.stayFirst().isBlank()) {
            keep(gate().stays().add(hand(viewer), person.id(), new Stays.Stay(proposal.compound(), Period.of(proposal.stayFirst(), proposal.stayLast()))));
        }
        keep(gate().testimony().propose(hand(viewer), person.id(), statement, until));
    }

    /** A line each: kind and value; a value alone is a domain. */
    private static List<SeenIndicator> indicators(String text) {
        List<SeenIndicator> all = new ArrayList<>();
        for (String line : text.strip().split("\\R")) {
            String[] words = line.strip().split("\\s+", 2);
            if (words.length == 2) {
                all.add(new SeenIndicator(OneOf.of(SeenIndicator.Kind.class, words[0]), words[1]));
            } else if (!words[0].isEmpty()) {
                all.add(new SeenIndicator(SeenIndicator.Kind.DOMAIN, words[0]));
            }
        }
        return all;
    }

    @Override
    public void release(Viewer viewer, UUID record, long version, String remark) {
        keep(gate().testimony().release(hand(viewer), record, version, remark));
    }

    @Override
    public void withdraw(Viewer viewer, UUID record, String reason) {
        keep(gate().testimony().withdraw(hand(viewer), record, reason));
    }

    @Override
    public String pass(Viewer viewer) {
        ProtectionGate.Passed passed = gate().pass(hand(viewer));
        return Texts.english().of("testimony.passed-now", passed.statements(), passed.withdrawn(), passed.answers(), passed.tables(), passed.recalled());
    }

    @Override
    public void compound(Viewer viewer, String key, String name) {
        keep(gate().compounds().name(hand(viewer), key.strip(), name.strip()));
    }

    @Override
    public byte[] file(Viewer viewer, long after) {
        protection.foundation().authoriser().require(viewer, Permission.TESTIMONY_RELEASE);
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            gate().outbox().write(out, after);
            protection.foundation().accessLog().read(viewer, "passage", List.of());
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String take(Viewer viewer, byte[] file, String fingerprint) {
        protection.foundation().authoriser().require(viewer, Permission.TESTIMONY_RELEASE);
        if (!fingerprint.isBlank()) {
            withFile(file, path -> gate().confirm(hand(viewer), path, fingerprint));
        }
        return words(gate().take(hand(viewer), file));
    }

    /** What was taken, in words, findings first. */
    static String words(Inbox.Taken taken) {
        String findings = taken.findings().stream().map(PassageFinding::detail).collect(Collectors.joining(" "));
        return (findings + " " + Texts.english().of("testimony.taken", taken.messages().size())).strip();
    }

    /** Runs something on a temporary file that is gone afterwards. */
    static void withFile(byte[] bytes, java.util.function.Consumer<Path> work) {
        try {
            Path path = Files.createTempFile("passage", ".moei");
            try {
                Files.write(path, bytes);
                work.accept(path);
            } finally {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Questions questions(Viewer viewer) {
        Map<String, String> compounds = gate().compounds().list();
        List<Asked> all = new ArrayList<>();
        for (WitnessDesk.Asked asked : gate().witnesses().list(viewer)) {
            List<Concerned> concerned = gate().witnesses().concerned(viewer, asked.id()).stream()
                    .map(e -> new Concerned(e.id(), e.token(), e.hasConsent(WitnessDesk.RECIPIENT, WitnessDesk.PURPOSE)))
                    .toList();
            all.add(new Asked(asked.id(), compounds.getOrDefault(asked.question().compound(), asked.question().compound()), asked.question().period().toString(),
                    asked.question().practices().stream().map(Practice::words).toList(), asked.workable() ? asked.question().note() : "", time(asked.due()), asked.answered(), asked.workable(), concerned));
        }
        return new Questions(all);
    }

    @Override
    public void told(Viewer viewer, String question, UUID person, String counsel, String wish, String words) {
        keep(gate().witnesses().told(hand(viewer), question, person, counsel, OneOf.of(WitnessDesk.Wish.class, wish), words));
    }

    @Override
    public void contact(Viewer viewer, String question, UUID person, String counsel) {
        keep(gate().witnesses().arrange(hand(viewer), question, person, counsel));
    }

    @Override
    public Enquiries enquiries(Viewer viewer) {
        Map<UUID, String> letters = gate().presence().due(viewer).stream().collect(Collectors.toMap(PresenceDesk.Letter::enquiry, l -> l.text().strip()));
        List<Enquiry> all = gate().presence().list(viewer).stream()
                .map(v -> new Enquiry(v.record(), v.enquiry().asker().id(), v.enquiry().who(), v.enquiry().about(), v.enquiry().reply(), time(v.due()), v.answered(), letters.getOrDefault(v.record(), "")))
                .toList();
        return new Enquiries(all, Arrays.stream(PresenceDesk.Asker.values()).map(a -> new Choice(a.name(), Texts.english().of("enquiry." + a.id()))).toList());
    }

    @Override
    public void ask(Viewer viewer, String asker, String who, String about, String reply) {
        try {
            keep(gate().presence().ask(hand(viewer), ids.next(), new PresenceDesk.Enquiry(OneOf.of(PresenceDesk.Asker.class, asker), who, about, reply)));
        } catch (IllegalArgumentException e) {
            throw Problem.of(Problem.Kind.WRONG_USE, "enquiry-form", Texts.english().of("enquiry.incomplete")).asException(e);
        }
    }

    @Override
    public void answered(Viewer viewer, UUID enquiry) {
        keep(gate().presence().answered(hand(viewer), enquiry));
    }
}
