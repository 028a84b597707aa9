package org.moei.console.tracing;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.moei.base.Ids;
import org.moei.console.layout.Nations;
import org.moei.console.layout.Texts;
import org.moei.console.layout.Written;
import org.moei.console.people.PersonWords;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.protection.Protection;
import org.moei.protection.people.Consents;
import org.moei.protection.people.Entry;
import org.moei.protection.people.People;
import org.moei.protection.people.RecordKind;
import org.moei.protection.tracing.Tracing;

/** Families' requests of the wing's tracing. */
public final class Families implements TracingView {
    private static final int PAGE = 40;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

    private final Protection protection;
    private final Ids ids;
    private final InstantSource clock;
    private final ZoneId zone;

    public Families(Protection protection, Ids ids, InstantSource clock, ZoneId zone) {
        this.protection = protection;
        this.ids = ids;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public Requests requests(Viewer viewer, String after) {
        protection.foundation().authoriser().require(viewer, Permission.TRACING_SEE);
        Instant now = clock.instant();
        int skip = after.matches("\\d{1,6}") ? Integer.parseInt(after) : 0;
        List<Entry> all = protection.roster().over(viewer, entries -> entries.filter(e -> e.kind() == RecordKind.REQUEST).sorted(Comparator.comparing(Entry::made).thenComparing(Entry::row)).toList());
        List<Line> lines = all.stream().skip(skip).limit(PAGE).map(e -> line(viewer, e, now)).toList();
        Tracing.Counts counts = protection.tracing().counts();
        return new Requests(lines, all.size(), counts.found(), counts.told(), all.size() > skip + PAGE ? String.valueOf(skip + PAGE) : "");
    }

    private static String number(Entry entry) {
        return "F-" + entry.row();
    }

    private Line line(Viewer viewer, Entry entry, Instant now) {
        boolean linked = !protection.roster().linked(viewer, entry.id()).isEmpty();
        boolean maybe = !linked && !protection.tracing().candidates(viewer, entry.id()).isEmpty();
        return new Line(
                entry.id(), number(entry), DAY.format(entry.made().atZone(zone)), Nations.name(entry.nationality()),
                Texts.english().of(linked ? "families.linked" : maybe ? "families.maybe" : "families.searching"), PersonWords.age(entry.made(), now));
    }

    private record Row(long row, Map<String, List<String>> values, Map<String, String> others, String date) {}

    @Override
    public Optional<RequestPage> request(Viewer viewer, UUID request) {
        Map<String, byte[]> open = protection.people().open(viewer, Permission.TRACING_SEE, request, "request");
        Optional<Entry> found = protection.roster().find(viewer, request).filter(e -> e.kind() == RecordKind.REQUEST);
        return found.map(entry -> page(viewer, entry, People.read(open, "row", Row.class, new Row(0, Map.of(), Map.of(), ""))));
    }

    private RequestPage page(Viewer viewer, Entry entry, Row row) {
        Map<String, List<String>> values = row.values() == null ? Map.of() : row.values();
        List<String> known = new ArrayList<>();
        values.forEach((field, all) -> {
            String key = "field." + field;
            if (!field.equals("name") && !field.equals("id") && !field.equals("phone") && Texts.english().has(key)) {
                known.add(Texts.english().of("families.said", Texts.english().of(key), String.join(", ", all)));
            }
        });
        Map<String, String> others = row.others() == null ? Map.of() : row.others();
        others.forEach((field, value) -> {
            if (!field.toLowerCase(Locale.ROOT).contains("phone")) {
                known.add(Texts.english().of("families.said", field, value));
            }
        });
        List<TracingView.Candidate> candidates = new ArrayList<>();
        for (Entry linked : protection.roster().linked(viewer, entry.id())) {
            if (linked.kind() == RecordKind.PERSON) {
                candidates.add(candidate(linked, Texts.english().of("families.linked-by-desk"), "–"));
            }
        }
        for (org.moei.linkage.api.Candidate candidate : protection.tracing().candidates(viewer, entry.id())) {
            persons(viewer, UUID.fromString(candidate.id())).stream()
                    .filter(p -> candidates.stream().noneMatch(c -> c.person().equals(p.id())))
                    .forEach(p -> candidates.add(candidate(p, PersonWords.from(p), String.valueOf(Math.round(candidate.probability() * 100)))));
        }
        List<String> names = values.getOrDefault("name", List.of());
        return new RequestPage(
                entry.id(), number(entry), Written.of(names.isEmpty() ? "" : names.getFirst()), known, Texts.english().of("families.asked-on", DAY.format(entry.made().atZone(zone))), candidates,
                Texts.english().of("families.note"));
    }

    /** A candidate may be a person, or a list row that stands for one. */
    private List<Entry> persons(Viewer viewer, UUID record) {
        Optional<Entry> entry = protection.roster().find(viewer, record);
        if (entry.isEmpty()) {
            return List.of();
        }
        return entry.get().kind() == RecordKind.PERSON
                ? List.of(entry.get())
                : protection.roster().linked(viewer, record).stream().filter(e -> e.kind() == RecordKind.PERSON).toList();
    }

    private static TracingView.Candidate candidate(Entry person, String why, String probability) {
        boolean may = person.hasConsent(Consents.FAMILY, "told");
        return new TracingView.Candidate(person.id(), person.token(), why, probability, may ? "yes" : "not-asked", may, false);
    }

    @Override
    public void tell(Viewer viewer, UUID request, UUID person) {
        protection.foundation().authoriser().require(viewer, Permission.TRACING_ANSWER);
        if (protection.roster().find(viewer, request).isEmpty() || protection.roster().find(viewer, person).isEmpty()) {
            throw Authoriser.denied();
        }
        Hand hand = new Hand(viewer, ids, clock.instant(), "console");
        if (protection.roster().linked(viewer, request).stream().noneMatch(e -> e.id().equals(person))) {
            protection.people().keep(protection.tracing().find(hand, request, person, Double.NaN));
        }
        protection.people().keep(protection.tracing().tell(hand, request, person));
    }
}
