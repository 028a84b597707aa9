package org.moei.console.people;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.moei.base.Ids;
import org.moei.base.Problem;
import org.moei.base.Uuid7;
import org.moei.console.layout.Nations;
import org.moei.console.layout.Texts;
import org.moei.console.layout.Written;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.protection.Protection;
import org.moei.protection.people.Description;
import org.moei.protection.people.People;
import org.moei.protection.people.RecordKind;
import org.moei.protection.reception.ArrivalBook;

/** The reception desk: each line becomes a person with a token at once. Groups and lines are in the journal; days before are shown from the roster. */
public final class Desk implements ArrivalsView {
    private static final int SHOWN_GROUPS = 60;
    private static final int DAYS = 14;
    private static final int MOST_LINES = 300;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);
    private static final List<Choice> LANGUAGES = languages();

    private final Protection protection;
    private final Ids ids;
    private final InstantSource clock;
    private final ZoneId zone;

    public Desk(Protection protection, Ids ids, InstantSource clock, ZoneId zone) {
        this.protection = protection;
        this.ids = ids;
        this.clock = clock;
        this.zone = zone;
    }

    private static List<Choice> languages() {
        List<Choice> choices = new ArrayList<>();
        for (String tag : List.of("zh", "vi", "hi", "am", "om", "ti", "id", "tl", "ur", "pa", "ms", "sw", "en", "ne", "si", "ta", "te", "bn", "my", "th", "lo", "km", "fr", "pt", "es", "uz", "ru", "ar", "lg", "rw", "cs", "ro")) {
            choices.add(new Choice(tag, Nations.ownName(tag), Nations.language(tag)));
        }
        return choices;
    }

    private Hand hand(Viewer viewer) {
        return new Hand(viewer, ids, clock.instant(), "console");
    }

    private ArrivalBook book() {
        return protection.reception().arrivals();
    }

    /** Those of a group who were not taken back and whom the viewer may see. */
    private List<org.moei.protection.people.Entry> standing(Viewer viewer, ArrivalBook.Group group) {
        return group.people().stream().flatMap(id -> protection.roster().find(viewer, id).stream()).filter(e -> !e.state().equals("taken-back")).toList();
    }

    private Group shown(Viewer viewer, ArrivalBook.Group group) {
        return new Group(group.id(), group.label(), group.opened(), group.announced(), standing(viewer, group).size(), group.closed());
    }

    @Override
    public List<Group> groups(Viewer viewer) {
        List<Group> all = new ArrayList<>(book().list(viewer).reversed().stream().limit(SHOWN_GROUPS).map(g -> shown(viewer, g)).toList());
        all.sort(Comparator.comparing(Group::closed).thenComparing(Comparator.comparing(Group::opened).reversed()));
        return all;
    }

    @Override
    public List<Group> days(Viewer viewer) {
        Map<LocalDate, Integer> days = new TreeMap<>(Comparator.reverseOrder());
        protection.roster().over(viewer, entries -> {
            entries.filter(e -> e.kind() == RecordKind.PERSON && !e.state().equals("taken-back")).forEach(e -> days.merge(e.made().atZone(zone).toLocalDate(), 1, Integer::sum));
            return days.size();
        });
        return days.entrySet().stream().limit(DAYS).map(day -> new Group(dayId(day.getKey()), DAY.format(day.getKey()), day.getKey().atStartOfDay(zone).toInstant(), 0, day.getValue(), true)).toList();
    }

    private static UUID dayId(LocalDate day) {
        return new UUID(0x7000L | day.toEpochDay() << 16, 0x8000_0000_0000_0000L);
    }

    @Override
    public UUID open(Viewer viewer, String label, int announced) {
        UUID group = ids.next();
        protection.people().keep(book().open(hand(viewer), group, label, announced));
        return group;
    }

    @Override
    public Optional<GroupPage> group(Viewer viewer, UUID id) {
        Optional<ArrivalBook.Group> group = book().find(viewer, id);
        return group.isEmpty() ? dayOf(viewer, id) : Optional.of(page(shown(viewer, group.get()), lines(viewer, standing(viewer, group.get()))));
    }

    private Optional<GroupPage> dayOf(Viewer viewer, UUID id) {
        if (id.getLeastSignificantBits() != 0x8000_0000_0000_0000L) {
            return Optional.empty();
        }
        LocalDate day = LocalDate.ofEpochDay(id.getMostSignificantBits() >> 16);
        List<org.moei.protection.people.Entry> entries = protection.roster().list(
                viewer, e -> e.kind() == RecordKind.PERSON && !e.state().equals("taken-back") && e.made().atZone(zone).toLocalDate().equals(day), MOST_LINES);
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(page(new Group(id, DAY.format(day), day.atStartOfDay(zone).toInstant(), 0, entries.size(), true), lines(viewer, entries)));
    }

    /** The lines as typed; one read and one entry of the access log for the page. */
    private List<Line> lines(Viewer viewer, List<org.moei.protection.people.Entry> entries) {
        if (entries.isEmpty()) {
            protection.foundation().accessLog().read(viewer, "arrivals", List.of());
        }
        Map<UUID, Map<String, byte[]>> open = protection.people().openAll(viewer, Permission.PERSON_SEE, entries.stream().map(org.moei.protection.people.Entry::id).toList(), "arrivals");
        return entries.stream().map(e -> line(e, open.getOrDefault(e.id(), Map.of()))).toList();
    }

    private static Line line(org.moei.protection.people.Entry entry, Map<String, byte[]> open) {
        Description.Names names = People.read(open, "names", Description.Names.class, new Description.Names(List.of()));
        Optional<Written> name = names.names().stream().filter(n -> !n.written().isEmpty()).findFirst().map(n -> Written.of(n.written(), n.language()));
        ArrivalBook.Line typed = People.read(open, ArrivalBook.LINE, ArrivalBook.Line.class, ArrivalBook.Line.EMPTY);
        if (typed.equals(ArrivalBook.Line.EMPTY)) {
            String urgent = PersonWords.urgent(entry);
            typed = new ArrivalBook.Line(entry.sex(), entry.ageBand(), entry.language(), urgent, "", PersonWords.wayOut(entry), "");
            return shown(entry, typed, urgent, !urgent.isEmpty() && !urgent.equals("?"), name);
        }
        return shown(entry, typed, typed.callsMedic() ? typed.urgent().substring(1).strip() : typed.urgent(), typed.callsMedic(), name);
    }

    private static Line shown(org.moei.protection.people.Entry entry, ArrivalBook.Line typed, String urgent, boolean urgentNow, Optional<Written> name) {
        String language = language(typed.language());
        return new Line(
                entry.id(), entry.token(), typed.sex().toUpperCase(Locale.ROOT), typed.age(), Written.of(language.isEmpty() ? typed.language() : Nations.ownName(language)), language.isEmpty() ? "" : Nations.language(language),
                urgentNow && urgent.isEmpty() ? Texts.english().of("urgent.medic") : urgent, urgentNow, typed.alone(), typed.saysAlone(), typed.wayOut(), typed.with(), name, entry.made());
    }

    private static GroupPage page(Group group, List<Line> lines) {
        int alone = (int) lines.stream().filter(Line::aloneYes).count();
        int medic = (int) lines.stream().filter(Line::urgentNow).count();
        int languages = (int) lines.stream().map(Line::languageName).filter(l -> !l.isEmpty()).distinct().count();
        int young = (int) lines.stream().filter(l -> isUnder18(l.age())).count();
        return new GroupPage(group, lines, "", LANGUAGES, List.of("released", "fled", "raided out", "bought free"), young, alone, medic, languages);
    }

    private static boolean isUnder18(String age) {
        String digits = age.replaceAll("^\\D*(\\d{1,3}).*$", "$1");
        return digits.matches("\\d{1,3}") && Integer.parseInt(digits) < 18;
    }

    /** A retry with the same action finds the line that it kept before. */
    @Override
    public synchronized Line keep(Viewer viewer, UUID id, ArrivalsView.Entry typed) {
        ArrivalBook.Group group = book().find(viewer, id).orElseThrow(Authoriser::denied);
        UUID person = Uuid7.named(Instant.ofEpochMilli(typed.action().getMostSignificantBits() >>> 16), "person " + typed.action());
        if (!group.people().contains(person)) {
            ArrivalBook.Line line = new ArrivalBook.Line(typed.sex(), typed.age(), typed.language(), typed.urgent(), typed.alone(), typed.wayOut(), with(viewer, typed.with()));
            Optional<Description.Name> name = typed.name().isEmpty() ? Optional.empty() : Optional.of(new Description.Name(typed.name(), Written.of(typed.name()).language(), "full", "person"));
            Hand hand = new Hand(viewer, typed::action, clock.instant(), "console");
            long number = typed.token().isEmpty() ? protection.reception().takeToken() : protection.paper().take(hand, typed.token().toUpperCase(Locale.ROOT));
            protection.people().keep(book().keep(hand, id, person, number, line, language(typed.language()), name));
        }
        return lines(viewer, protection.roster().find(viewer, person).stream().toList()).stream().findFirst().orElseThrow(Authoriser::denied);
    }

    /** Whoever somebody came with is named by a token that is here; a wrong letter is noticed at once. */
    private String with(Viewer viewer, String token) {
        String upper = token.toUpperCase(Locale.ROOT);
        if (token.isEmpty() || token.equals("?") || protection.roster().findByToken(viewer, upper).isPresent()) {
            return upper;
        }
        throw Problem.of(Problem.Kind.WRONG_USE, "with-token", Texts.english().of("arrivals.with-wrong")).asException();
    }

    private static String language(String typed) {
        String shortest = Nations.shortest(typed);
        for (Choice choice : LANGUAGES) {
            if (choice.code().equalsIgnoreCase(shortest) || choice.english().equalsIgnoreCase(typed) || choice.own().equalsIgnoreCase(typed)) {
                return choice.code();
            }
        }
        return "";
    }

    @Override
    public void undo(Viewer viewer, UUID id, UUID person) {
        if (book().find(viewer, id).filter(g -> !g.closed() && g.people().contains(person)).isEmpty()) {
            throw Authoriser.denied();
        }
        protection.people().keep(protection.people().takeBack(hand(viewer), person));
    }

    @Override
    public void close(Viewer viewer, UUID id) {
        protection.people().keep(book().close(hand(viewer), id));
    }
}
