package org.moei.protection.people;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.moei.base.Problem;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Purpose;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.journal.Action;
import org.moei.foundation.journal.Json;

/**
 * What is known of somebody's health, apart from everything else that is known of them: groups of fields of their own under keys of their
 * own, read by the medical role, and by a case manager where the person said so; by nobody else, on no page, copy or timeline. Behind this
 * class a policy of the database shows these parts only to a transaction that asks for them (decision 024).
 */
public final class Health {
    /** Recipient and purpose of the consent by which a case manager reads it too. */
    public static final String RECIPIENT = "case-manager";

    public static final String PURPOSE = "health";

    /** Longest note, in characters. */
    public static final int LONGEST = 2_000;

    /** Needs that have a word; what else there is stands in the words. */
    public static final List<String> NEEDS = List.of("pregnant", "tuberculosis", "injury", "chronic-illness", "mental-health", "disability");

    static final String NOTED = "people.health-noted";

    private static final String PREFIX = "health:";
    private static final String CONSENT = Consents.group(RECIPIENT, PURPOSE);

    /** What of an urgent need may stand in the clear: that there is one, and the one that is no illness. */
    private static final Set<String> CLEAR = Set.of("", "?", "none", "yes", "medic", "child-alone");

    private final WingFoundation foundation;
    private final Roster roster;
    private final People people;
    private final Held held;

    public Health(WingFoundation foundation, Roster roster, People people) {
        this.foundation = foundation;
        this.roster = roster;
        this.people = people;
        this.held = new Held(foundation, roster);
    }

    /**
     * A note. Sealed under the person's key, in a group of its own.
     *
     * @param need one of {@link #NEEDS}, or empty
     * @param words as said or found
     * @param saidBy {@code desk} or {@code medical}
     * @param saidOn ISO date
     */
    public record Note(String need, String words, String saidBy, String saidOn) {
        public Note {
            need = need == null ? "" : need;
            words = words == null ? "" : words;
            saidBy = saidBy == null ? "" : saidBy;
            saidOn = saidOn == null ? "" : saidOn;
        }
    }

    /** Whether a group of fields is about health. */
    static boolean isGroup(String group) {
        return group.startsWith(PREFIX) || group.equals(CONSENT);
    }

    /** Whether a viewer reads it of a record: the medical role, and a case manager whom the person allowed to. */
    static boolean admits(WingFoundation foundation, Viewer viewer, Entry entry) {
        return foundation.authoriser().permits(viewer, Permission.HEALTH_SEE) && (viewer.purpose() == Purpose.HEALTH || entry.hasConsent(RECIPIENT, PURPOSE));
    }

    /** Whether a viewer reads it of a record that the viewer may see. */
    public boolean admits(Viewer viewer, Entry entry) {
        return admits(foundation, viewer, entry);
    }

    /** What of an urgent need's word stands in the clear. Actions of before decision 024 named illnesses; they are read as {@code yes}. */
    static String clear(String word) {
        return CLEAR.contains(word) ? word : "yes";
    }

    /**
     * Takes out what is about health: its own groups, and the fields in which it stood before decision 024 or stands on others' lists.
     *
     * @param open content by group; not changed
     */
    static Map<String, byte[]> without(Map<String, byte[]> open) {
        Map<String, byte[]> rest = new HashMap<>();
        open.forEach((group, bytes) -> {
            if (!isGroup(group)) {
                rest.put(group, switch (group) {
                    case "arrival" -> replaced(bytes, "urgent", Health::clearTyped);
                    case "notes" -> replaced(bytes, "needs", words -> "");
                    case "row" -> withoutColumn(bytes);
                    default -> bytes;
                });
            }
        });
        return rest;
    }

    @SuppressWarnings("unchecked")
    private static byte[] replaced(byte[] bytes, String field, java.util.function.UnaryOperator<String> with) {
        Map<String, Object> content = new TreeMap<>(Json.read(bytes, Map.class));
        Object value = content.get(field);
        if (value == null) {
            return bytes;
        }
        content.put(field, with.apply(value.toString()));
        return Json.write(content);
    }

    /** A list's own column of needs stands among those that no reader knows. */
    @SuppressWarnings("unchecked")
    private static byte[] withoutColumn(byte[] bytes) {
        Map<String, Object> content = new TreeMap<>(Json.read(bytes, Map.class));
        if (!(content.get("others") instanceof Map<?, ?> others)) {
            return bytes;
        }
        Map<Object, Object> rest = new HashMap<>(others);
        rest.keySet().removeIf(column -> column.toString().equalsIgnoreCase("needs"));
        content.put("others", rest);
        return Json.write(content);
    }

    /** What the desk's grid shows of what was typed as urgent. */
    public static String clearTyped(String typed) {
        String word = typed.strip();
        return word.startsWith("!") ? "!" : List.of("", "?", "no").contains(word.toLowerCase(java.util.Locale.ROOT)) ? word : "yes";
    }

    /** Adds what the desk typed as urgent to an action about a person, where it says more than {@link #clearTyped} keeps. */
    public static void sealTyped(Action.Builder action, Hand hand, UUID person, String typed) {
        if (!typed.strip().equals(clearTyped(typed))) {
            seal(action, hand, person, "", typed.strip(), "desk");
        }
    }

    private static Action.Builder seal(Action.Builder action, Hand hand, UUID person, String need, String words, String saidBy) {
        return action.seal(person, PREFIX + hand.ids().next(), new Note(need, words, saidBy, hand.now().atZone(ZoneOffset.UTC).toLocalDate().toString()));
    }

    /**
     * The action that keeps a note.
     *
     * @throws org.moei.base.ProblemException {@code DENIED} where the viewer does not hold the person; {@code health-note} where it is empty or too long
     */
    public Action note(Hand hand, UUID person, String need, String words) {
        held.require(hand.viewer(), Permission.HEALTH_EDIT, person);
        if (words.length() > LONGEST || words.isBlank() && need.isEmpty() || !need.isEmpty() && !NEEDS.contains(need)) {
            throw Problem.of(Problem.Kind.WRONG_USE, "health-note", "A note names a need of the list or says something, in at most " + LONGEST + " characters.").asException();
        }
        return seal(hand.act(NOTED, 1).touch(person, RecordKind.PERSON.id(), Action.ANY), hand, person, need, words.strip(), "medical").build();
    }

    /** The action by which the desk says that somebody needs help at once. In the clear stands that, and not which.
     *
     * @param need a word of {@link #NEEDS}, or {@code child-alone}, which is no illness
     */
    public Action seenAtDesk(Hand hand, UUID person, String need) {
        held.require(hand.viewer(), Permission.ARRIVAL_REGISTER, person);
        Action.Builder action = hand.act("reception.urgent-need-seen", 1)
                .touch(person, RecordKind.PERSON.id(), Action.ANY)
                .clear("urgent", clear(need))
                .clear(Track.HEALTH.id(), Track.State.WAIT.id());
        return (CLEAR.contains(need) ? action : seal(action, hand, person, need, "", "desk")).build();
    }

    /** The action that keeps whether the person's case manager may read it, as heard by those who treat the person. */
    public Action consent(Hand hand, UUID person, Consents.Answer answer) {
        return people.consent(hand, Permission.HEALTH_EDIT, person, RECIPIENT, PURPOSE, answer);
    }

    /** The notes on a person, newest first, for one who may read them; the reading is logged and counted.
     *
     * @throws org.moei.base.ProblemException {@code DENIED} in the same words for everybody else and for a record that is not there
     */
    public List<Note> list(Viewer viewer, UUID person) {
        Entry entry = held.require(viewer, Permission.HEALTH_SEE, person);
        if (!admits(viewer, entry)) {
            foundation.accessLog().denied(viewer, "health", List.of(person));
            throw org.moei.foundation.access.Authoriser.denied();
        }
        List<Note> notes = new ArrayList<>();
        people.open(viewer, Permission.HEALTH_SEE, person, "health").forEach((group, bytes) -> {
            if (group.startsWith(PREFIX)) {
                notes.add(Json.read(bytes, Note.class));
            }
        });
        notes.sort(Comparator.comparing(Note::saidOn).reversed().thenComparing(Note::need).thenComparing(Note::words));
        return notes;
    }
}
