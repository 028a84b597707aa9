package org.moei.protection.people;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.moei.base.Problem;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.journal.Action;
import org.moei.foundation.journal.Follower;
import org.moei.foundation.journal.Recorded;

/**
 * People who must not share a seat, a room or a bus: one of the two said so, asked apart, and that is enough. It wins over
 * every plan. Why is sealed under the key of the person who said it; the other never learns of it.
 */
public final class KeepApart implements Follower {
    static final String ASKED = "people.apart-asked";
    static final String LIFTED = "people.apart-lifted";

    private final WingFoundation foundation;
    private final Roster roster;
    private final Map<UUID, Set<UUID>> apart = new HashMap<>();
    private final Map<UUID, Set<UUID>> said = new HashMap<>();

    public KeepApart(WingFoundation foundation, Roster roster) {
        this.foundation = foundation;
        this.roster = roster;
    }

    /** Why, as heard. Sealed under the key of the person who said it, group {@code apart:OTHER}. */
    public record Reason(String words) {}

    @Override
    public synchronized void follow(List<Recorded> actions) {
        for (Recorded each : actions) {
            String type = each.envelope().type();
            if (!type.equals(ASKED) && !type.equals(LIFTED)) {
                continue;
            }
            List<UUID> two = each.envelope().touches().stream().map(Action.Touch::record).toList();
            UUID person = two.get(0);
            UUID other = two.get(1);
            if (type.equals(ASKED)) {
                said.computeIfAbsent(person, p -> new LinkedHashSet<>()).add(other);
            } else {
                said.getOrDefault(person, new LinkedHashSet<>()).remove(other);
            }
            set(person, other);
            set(other, person);
        }
    }

    /** Two are apart as long as one of them says so. */
    private void set(UUID one, UUID other) {
        if (said.getOrDefault(one, Set.of()).contains(other) || said.getOrDefault(other, Set.of()).contains(one)) {
            apart.computeIfAbsent(one, p -> new TreeSet<>()).add(other);
        } else {
            apart.getOrDefault(one, new TreeSet<>()).remove(other);
        }
    }

    /** From whom somebody must be kept apart, whoever of them said so; for planning, never shown as it is. */
    public synchronized Set<UUID> of(UUID person) {
        return Set.copyOf(apart.getOrDefault(person, Set.of()));
    }

    /** Whether the person themself said so, of those whom {@link #of} names. */
    public synchronized boolean isSaidBy(UUID person, UUID other) {
        return said.getOrDefault(person, Set.of()).contains(other);
    }

    /**
     * The action that keeps somebody apart from somebody else.
     *
     * @param words as heard, or empty
     * @throws org.moei.base.ProblemException {@code DENIED} unless the viewer may see both
     */
    public Action ask(Hand hand, UUID person, UUID other, String words) {
        return act(hand, ASKED, person, other).seal(person, "apart:" + other, new Reason(words)).build();
    }

    /** The action that takes back what the person said; a reason is kept with it. */
    public Action lift(Hand hand, UUID person, UUID other, String reason) {
        return act(hand, LIFTED, person, other).seal(person, "apart:" + other, new Reason(reason)).build();
    }

    private Action.Builder act(Hand hand, String type, UUID person, UUID other) {
        Viewer viewer = hand.viewer();
        foundation.authoriser().require(viewer, Permission.CONSENT_RECORD);
        if (roster.find(viewer, person).isEmpty() || roster.find(viewer, other).isEmpty()) {
            throw Authoriser.denied();
        }
        if (person.equals(other)) {
            throw Problem.of(Problem.Kind.WRONG_USE, "same-record", "Nobody is kept apart from themself.").asException();
        }
        return hand.act(type, 1).touch(person, RecordKind.PERSON.id(), Action.ANY).touch(other, RecordKind.PERSON.id(), Action.ANY);
    }
}
