package org.moei.protection.reception;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.journal.Action;
import org.moei.foundation.journal.Envelope;
import org.moei.foundation.journal.Follower;
import org.moei.foundation.journal.Json;
import org.moei.foundation.journal.Recorded;
import org.moei.protection.people.Description;
import org.moei.protection.people.Health;
import org.moei.protection.people.People;
import org.moei.records.Sexes;

/**
 * Groups that arrive together and the line of each person, from the journal: another process and a restarted one show the
 * same grid. A label is sealed under the agency's key, a line under the person's; memory holds ids, counts and labels.
 */
public final class ArrivalBook implements Follower {
    /** The group of fields in which a line stands. */
    public static final String LINE = "arrival";

    /** Longest label, in characters. */
    public static final int LONGEST_LABEL = 80;

    static final String OPENED = "reception.arrivals-opened";
    static final String CLOSED = "reception.arrivals-closed";
    private static final String ROLE = "arrival-group";
    private static final Set<String> WAYS_OUT = Set.of("released", "fled", "raided-out", "bought-free");
    private static final int MOST_GROUPS = 2_000;

    private final WingFoundation foundation;
    private final People people;
    private final Map<UUID, Group> groups = new LinkedHashMap<>(64, 0.75f, false) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Group> eldest) {
            return size() > MOST_GROUPS;
        }
    };

    ArrivalBook(WingFoundation foundation, People people) {
        this.foundation = foundation;
        this.people = people;
    }

    /**
     * A group.
     *
     * @param announced how many were announced, 0 where nobody did
     * @param people in the order in which their lines were kept, those taken back too
     */
    public record Group(UUID id, String agency, String place, String label, int announced, Instant opened, boolean closed, List<UUID> people) {
        private Group with(UUID person) {
            List<UUID> more = new ArrayList<>(people);
            more.add(person);
            return new Group(id, agency, place, label, announced, opened, closed, List.copyOf(more));
        }
    }

    /** A line as typed. Empty means not asked, {@code ?} asked and not known. */
    public record Line(String sex, String age, String language, String urgent, String alone, String wayOut, String with) {
        /** Nothing was typed. */
        public static final Line EMPTY = new Line("", "", "", "", "", "", "");

        public Line {
            sex = orEmpty(sex);
            age = orEmpty(age);
            language = orEmpty(language);
            urgent = orEmpty(urgent);
            alone = orEmpty(alone);
            wayOut = orEmpty(wayOut);
            with = orEmpty(with);
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }

        public boolean saysAlone() {
            return alone.equalsIgnoreCase("yes") || alone.equalsIgnoreCase("y");
        }

        /** What stays with the line; the rest of what was typed as urgent is kept apart. */
        Line withoutHealth() {
            return new Line(sex, age, language, Health.clearTyped(urgent), alone, wayOut, with);
        }

        /** An exclamation mark calls a medic. */
        public boolean callsMedic() {
            return urgent.startsWith("!");
        }
    }

    private record Label(String label) {}

    @Override
    public synchronized void follow(List<Recorded> actions) {
        for (Recorded each : actions) {
            Envelope envelope = each.envelope();
            for (Action.Touch touch : envelope.touches()) {
                if (touch.role().equals(ROLE)) {
                    follow(touch.record(), envelope);
                }
            }
        }
    }

    private void follow(UUID group, Envelope envelope) {
        switch (envelope.type()) {
            case OPENED -> {
                String label = envelope.findAgencyPart("label").flatMap(p -> foundation.vault().findOpen(p.sealed())).map(b -> Json.read(b, Label.class).label()).orElse("");
                groups.put(group, new Group(group, envelope.agency(), envelope.place(), label, Integer.parseInt(envelope.clear().getOrDefault("count", "0")), envelope.happened(), false, List.of()));
            }
            case CLOSED -> groups.computeIfPresent(group, (id, g) -> new Group(id, g.agency(), g.place(), g.label(), g.announced(), g.opened(), true, g.people()));
            default -> envelope.touches().stream()
                    .filter(t -> t.role().equals("person"))
                    .forEach(person -> groups.computeIfPresent(group, (id, g) -> g.people().contains(person.record()) ? g : g.with(person.record())));
        }
    }

    private static boolean admits(Viewer viewer, Group group) {
        return group.agency().equals(viewer.agency()) && (viewer.places().contains(Viewer.EVERYWHERE) || viewer.places().contains(group.place()));
    }

    /** The groups of the viewer's agency at the viewer's places, oldest first. */
    public synchronized List<Group> list(Viewer viewer) {
        foundation.authoriser().require(viewer, Permission.ARRIVAL_REGISTER);
        return groups.values().stream().filter(g -> admits(viewer, g)).toList();
    }

    /** A group, if it is one of the viewer's. */
    public synchronized Optional<Group> find(Viewer viewer, UUID group) {
        foundation.authoriser().require(viewer, Permission.ARRIVAL_REGISTER);
        return Optional.ofNullable(groups.get(group)).filter(g -> admits(viewer, g));
    }

    private Group getOpen(Viewer viewer, UUID group) {
        return find(viewer, group).filter(g -> !g.closed()).orElseThrow(Authoriser::denied);
    }

    /**
     * The action that opens a group.
     *
     * @throws org.moei.base.ProblemException {@code group-label} where the label is empty or longer than {@value #LONGEST_LABEL} characters
     */
    public Action open(Hand hand, UUID group, String label, int announced) {
        foundation.authoriser().require(hand.viewer(), Permission.ARRIVAL_REGISTER);
        if (label.isBlank() || label.length() > LONGEST_LABEL) {
            throw Problem.of(Problem.Kind.WRONG_USE, "group-label", "A group needs a label of at most " + LONGEST_LABEL + " characters.").asException();
        }
        return hand.act(OPENED, 1)
                .touch(group, ROLE, Action.NEW)
                .clear("count", Integer.toString(Math.max(0, announced)))
                .sealForAgency("label", new Label(label))
                .build();
    }

    /** The action that closes a group: after that, lines are corrected with a reason. */
    public Action close(Hand hand, UUID group) {
        return hand.act(CLOSED, 1).touch(getOpen(hand.viewer(), group).id(), ROLE, Action.ANY).build();
    }

    /**
     * The action that keeps a line: the person's token, and all that was typed, at once. Only words of closed lists stay
     * readable; what was typed is sealed under the person's key.
     *
     * @param number of the token
     * @param language code of the language, empty where the typed one is not known
     * @param name as said, or empty
     */
    public Action keep(Hand hand, UUID group, UUID person, long number, Line line, String language, Optional<Description.Name> name) {
        Group open = getOpen(hand.viewer(), group);
        Action.Builder action = people.registering(hand, person, new People.Arrival(
                        number, "", sex(line.sex()), band(line.age()), language, urgent(line), wayOut(line.wayOut()), open.place(), ""))
                .touch(group, ROLE, Action.ANY)
                .seal(person, LINE, line.withoutHealth());
        Health.sealTyped(action, hand, person, line.urgent());
        name.ifPresent(n -> action.seal(person, "names", new Description.Names(List.of(n))));
        if (line.age().matches("\\d{1,3}")) {
            String today = hand.now().atZone(java.time.ZoneOffset.UTC).toLocalDate().toString();
            action.seal(person, "births", new Description.Births(List.of(new Description.Birth(line.age(), "age", "person", today))));
        }
        return action.build();
    }

    private static String sex(String typed) {
        return typed.equals("?") ? "?" : Sexes.find(typed).map(String::valueOf).orElse("");
    }

    private static String band(String typed) {
        String digits = typed.replaceAll("^\\D*(\\d{1,3}).*$", "$1");
        return typed.equals("?") ? "?" : digits.matches("\\d{1,3}") ? RowActions.band(Integer.parseInt(digits)) : "";
    }

    private static String urgent(Line line) {
        if (line.saysAlone()) {
            return "child-alone";
        }
        String typed = line.urgent().toLowerCase(Locale.ROOT);
        return line.callsMedic() ? "medic" : typed.isEmpty() || typed.equals("no") ? "" : typed.equals("?") ? "?" : "yes";
    }

    private static String wayOut(String typed) {
        String word = typed.toLowerCase(Locale.ROOT).replace(' ', '-');
        return typed.equals("?") ? "?" : WAYS_OUT.contains(word) ? word : "";
    }
}
