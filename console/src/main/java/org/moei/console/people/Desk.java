package org.moei.console.people;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
import org.moei.console.layout.Written;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.journal.Action;
import org.moei.protection.Protection;
import org.moei.protection.people.Description;
import org.moei.protection.people.People;
import org.moei.protection.people.RecordKind;

/**
 * The reception desk: each line becomes a person with a token at once. What a group is called and how many were announced
 * is the desk's own note and is kept in memory only; the people are in the journal. Days before are shown from there.
 */
public final class Desk implements ArrivalsView {
    private static final int MOST_GROUPS = 200;
    private static final int MOST_LINES = 300;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);
    private static final List<Choice> LANGUAGES = languages();

    private final Protection protection;
    private final Ids ids;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Map<UUID, OpenGroup> groups = new LinkedHashMap<>();

    private static final class OpenGroup {
        private final String agency;
        private final String label;
        private final Instant opened;
        private final int announced;
        private final Map<UUID, Line> lines = new LinkedHashMap<>();
        private boolean closed;

        OpenGroup(String agency, String label, Instant opened, int announced) {
            this.agency = agency;
            this.label = label;
            this.opened = opened;
            this.announced = announced;
        }
    }

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

    @Override
    public synchronized List<Group> groups(Viewer viewer) {
        List<Group> all = new ArrayList<>();
        groups.forEach((id, group) -> {
            if (group.agency.equals(viewer.agency())) {
                all.add(shown(id, group));
            }
        });
        Map<LocalDate, Integer> days = new TreeMap<>(Comparator.reverseOrder());
        protection.roster().over(viewer, entries -> {
            entries.filter(e -> e.kind() == RecordKind.PERSON).forEach(e -> days.merge(e.made().atZone(zone).toLocalDate(), 1, Integer::sum));
            return days.size();
        });
        days.entrySet().stream().limit(14).forEach(day -> all.add(new Group(dayId(day.getKey()), DAY.format(day.getKey()), day.getKey().atStartOfDay(zone).toInstant(), 0, day.getValue(), true)));
        all.sort(Comparator.comparing(Group::closed).thenComparing(Comparator.comparing(Group::opened).reversed()));
        return all;
    }

    private static UUID dayId(LocalDate day) {
        return new UUID(0x7000L | day.toEpochDay() << 16, 0x8000_0000_0000_0000L);
    }

    private static Group shown(UUID id, OpenGroup group) {
        return new Group(id, group.label, group.opened, group.announced, group.lines.size(), group.closed);
    }

    @Override
    public synchronized UUID open(Viewer viewer, String label, int announced) {
        protection.foundation().authoriser().require(viewer, Permission.ARRIVAL_REGISTER);
        if (label.isEmpty() || label.length() > 80) {
            throw Problem.of(Problem.Kind.WRONG_USE, "group-label", "A group needs a label of at most 80 characters.").asException();
        }
        UUID id = ids.next();
        groups.put(id, new OpenGroup(viewer.agency(), label, clock.instant(), announced));
        if (groups.size() > MOST_GROUPS) {
            groups.remove(groups.keySet().iterator().next());
        }
        return id;
    }

    private OpenGroup group(Viewer viewer, UUID id, boolean mustBeOpen) {
        OpenGroup group = groups.get(id);
        if (group == null || !group.agency.equals(viewer.agency()) || (mustBeOpen && group.closed)) {
            throw Authoriser.denied();
        }
        return group;
    }

    @Override
    public synchronized Optional<GroupPage> group(Viewer viewer, UUID id) {
        if (!groups.containsKey(id)) {
            return dayOf(viewer, id);
        }
        OpenGroup group = group(viewer, id, false);
        return Optional.of(page(shown(id, group), List.copyOf(group.lines.values())));
    }

    private Optional<GroupPage> dayOf(Viewer viewer, UUID id) {
        if (id.getLeastSignificantBits() != 0x8000_0000_0000_0000L) {
            return Optional.empty();
        }
        LocalDate day = LocalDate.ofEpochDay(id.getMostSignificantBits() >> 16);
        List<Line> lines = protection.roster().list(viewer, e -> e.kind() == RecordKind.PERSON && e.made().atZone(zone).toLocalDate().equals(day), MOST_LINES).stream()
                .map(Desk::line)
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(page(new Group(id, DAY.format(day), day.atStartOfDay(zone).toInstant(), 0, lines.size(), true), lines));
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

    private static Line line(org.moei.protection.people.Entry entry) {
        return new Line(
                entry.id(), entry.token(), entry.sex(), entry.ageBand(), Written.of(entry.language().isEmpty() ? "" : Nations.ownName(entry.language())), Nations.language(entry.language()), entry.urgent(),
                !entry.urgent().isEmpty() && !entry.urgent().equals("none") && !entry.urgent().equals("?"), "", false, entry.howOut(), "", Optional.empty(), entry.made());
    }

    @Override
    public synchronized Line keep(Viewer viewer, UUID id, ArrivalsView.Entry typed) {
        OpenGroup group = group(viewer, id, true);
        UUID person = Uuid7.named(Instant.ofEpochMilli(typed.action().getMostSignificantBits() >>> 16), "person " + typed.action());
        Line before = group.lines.get(person);
        if (before != null) {
            return before;
        }
        boolean[] first = {true};
        Ids once = () -> {
            boolean given = first[0];
            first[0] = false;
            return given ? typed.action() : ids.next();
        };
        Hand hand = new Hand(viewer, once, clock.instant(), "console");
        String urgent = typed.urgent().startsWith("!") ? typed.urgent().substring(1).strip() : typed.urgent();
        String language = language(typed.language());
        String with = group.lines.values().stream().filter(l -> l.token().equals(typed.with())).map(l -> l.person().toString()).findFirst().orElse("");
        Action register = protection.people().register(hand, person, new People.Arrival(
                protection.reception().takeToken(), "", sex(typed.sex()), band(typed.age()), language, cut(isYes(typed.alone()) ? (urgent.isEmpty() ? "child alone" : "child alone, " + urgent) : urgent), typed.wayOut(), viewer.homePlace(), ""));
        List<Action> actions = new ArrayList<>(List.of(register));
        if (!typed.name().isEmpty() || !with.isEmpty()) {
            Written name = Written.of(typed.name());
            List<Description.Name> names = typed.name().isEmpty() ? List.of() : List.of(new Description.Name(typed.name(), name.language(), "full", "person"));
            actions.add(protection.people().describe(hand, person, Action.ANY, new Description.Names(names)));
        }
        protection.foundation().journal().append(actions);
        Line line = new Line(
                person, register.clear().getOrDefault("token", ""), typed.sex(), typed.age(), Written.of(Nations.ownName(language.isEmpty() ? typed.language() : language)), Nations.language(language), urgent,
                typed.urgent().startsWith("!"), typed.alone(), isYes(typed.alone()), typed.wayOut(), typed.with(),
                typed.name().isEmpty() ? Optional.empty() : Optional.of(Written.of(typed.name())), clock.instant());
        group.lines.put(person, line);
        return line;
    }

    private static boolean isYes(String answer) {
        return answer.equalsIgnoreCase("yes") || answer.equalsIgnoreCase("y");
    }

    private static String cut(String text) {
        return text.length() > 120 ? text.substring(0, 120) : text;
    }

    private static String sex(String typed) {
        String upper = typed.toUpperCase(Locale.ROOT);
        return upper.startsWith("F") || upper.startsWith("M") || upper.startsWith("X") ? upper.substring(0, 1) : typed.equals("?") ? "?" : "";
    }

    /** Bands as the counts use them; the age as typed stays in the line. */
    private static String band(String typed) {
        String digits = typed.replaceAll("^\\D*(\\d{1,3}).*$", "$1");
        if (!digits.matches("\\d{1,3}")) {
            return typed.equals("?") ? "?" : "";
        }
        int age = Integer.parseInt(digits);
        return age < 18 ? "0-17" : age < 30 ? "18-29" : age < 40 ? "30-39" : age < 50 ? "40-49" : "50+";
    }

    private static String language(String typed) {
        for (Choice choice : LANGUAGES) {
            if (choice.code().equalsIgnoreCase(typed) || choice.english().equalsIgnoreCase(typed) || choice.own().equalsIgnoreCase(typed)) {
                return choice.code();
            }
        }
        return typed.equals("?") ? "?" : cut(typed);
    }

    @Override
    public synchronized void undo(Viewer viewer, UUID id, UUID person) {
        OpenGroup group = group(viewer, id, true);
        if (group.lines.remove(person) == null) {
            throw Authoriser.denied();
        }
        protection.foundation().authoriser().require(viewer, Permission.ARRIVAL_REGISTER);
        Hand hand = new Hand(viewer, ids, clock.instant(), "console");
        protection.foundation().journal().append(
                hand.act("people.person-taken-back", 1).touch(person, RecordKind.PERSON.id(), Action.ANY).clear("state", "taken-back").build());
    }

    @Override
    public synchronized void close(Viewer viewer, UUID id) {
        group(viewer, id, true).closed = true;
    }
}
