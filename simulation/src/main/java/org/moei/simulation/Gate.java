package org.moei.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * What passes between the wings: numbered messages that are pulled and may stop anywhere, and the recall list that each passage
 * carries. Times are ticks.
 */
final class Gate {
    /** Hours after which an unread recall list hides everything, in ticks. */
    static final int LIMIT = 2 * Simulation.TICKS;

    private final SplittableRandom chance;
    private final Defect defect;
    private final Map<UUID, Integer> withdrawn = new HashMap<>();
    private final Set<UUID> consenting = new HashSet<>();
    private final List<Message> outbox = new ArrayList<>();
    private final Map<UUID, UUID> waiting = new HashMap<>();
    private final Map<UUID, Integer> recalls = new HashMap<>();
    private final Set<UUID> received = new HashSet<>();
    private Set<UUID> recalled = Set.of();
    private int listMade = -1;
    private int taken;
    private int passed;

    /** A statement; the person never leaves, and stands here for the test alone. */
    private record Message(UUID statement, UUID person, int passedAt) {}

    Gate(SplittableRandom chance, Defect defect) {
        this.chance = chance;
        this.defect = defect;
    }

    void consent(UUID person) {
        withdrawn.remove(person);
        consenting.add(person);
    }

    /** Revoked, or the person was erased. */
    void withdraw(UUID person, int tick) {
        if (consenting.remove(person)) {
            withdrawn.put(person, tick);
            outbox.stream().filter(m -> m.person().equals(person)).forEach(m -> recalls.putIfAbsent(m.statement(), tick));
        }
    }

    /** Two keepers released a statement; it leaves with the next passage. */
    void release(UUID person, UUID statement) {
        if (consenting.contains(person)) {
            waiting.put(statement, person);
        }
    }

    /** Passes what was released, after looking at the consent again. */
    void pass(int tick) {
        waiting.forEach((statement, person) -> {
            if (consenting.contains(person) || defect == Defect.PASSES_WITHOUT_LOOKING) {
                outbox.add(new Message(statement, person, tick));
                passed++;
            }
        });
        waiting.clear();
    }

    /** The other wing pulls from where it stopped; the line may break, and then the recall list at the end is not read. */
    void pull(int tick) {
        int stop = chance.nextInt(4) == 0 ? taken + chance.nextInt(outbox.size() - taken + 1) : outbox.size();
        while (taken < stop) {
            Message message = outbox.get(taken++);
            received.add(message.statement());
        }
        if (stop == outbox.size()) {
            recalled = Set.copyOf(recalls.keySet());
            listMade = tick;
        }
    }

    private List<UUID> shown(int tick) {
        if (listMade < 0 || tick - listMade > LIMIT && defect != Defect.TRUSTS_AN_OLD_LIST) {
            return List.of();
        }
        return received.stream().filter(s -> !recalled.contains(s) || defect == Defect.IGNORES_THE_RECALL).sorted().toList();
    }

    void check(long seed, int tick) {
        for (Message message : outbox) {
            Integer gone = withdrawn.get(message.person());
            if (gone != null && gone < message.passedAt()) {
                throw new BrokenInvariant(Invariant.NOTHING_LEAVES_WITHOUT_CONSENT, seed, tick, "passed at " + message.passedAt() + ", withdrawn at " + gone);
            }
        }
        List<UUID> shown = shown(tick);
        if (!shown.isEmpty() && tick - listMade > LIMIT) {
            throw new BrokenInvariant(Invariant.STALE_LIST_SHOWS_NOTHING, seed, tick, "the list is of tick " + listMade);
        }
        for (UUID statement : shown) {
            Integer gone = recalls.get(statement);
            if (gone != null && gone < listMade) {
                throw new BrokenInvariant(Invariant.RECALL_HAS_EFFECT, seed, tick, "withdrawn at " + gone + ", list of " + listMade);
            }
        }
    }

    int passed() {
        return passed;
    }
}
