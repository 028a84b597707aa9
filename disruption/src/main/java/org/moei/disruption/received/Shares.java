package org.moei.disruption.received;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Hand;
import org.moei.foundation.journal.Action;
import org.moei.foundation.journal.Envelope;
import org.moei.foundation.journal.Follower;
import org.moei.foundation.journal.Json;
import org.moei.foundation.journal.Recorded;

/** Who was given something derived from a statement, and who confirmed its recall. */
final class Shares implements Follower {
    private static final String SHARED = "received.derived-shared";
    private static final String REACHED = "received.partner-reached";
    private static final String ROLE = "statement";

    private final WingFoundation foundation;
    private final List<Kept> kept = new ArrayList<>();

    Shares(WingFoundation foundation) {
        this.foundation = foundation;
    }

    private record Kept(String id, byte[] sealed, boolean reached) {}

    /** A partner as kept. */
    record Given(String partner) {}

    /** A partner who has something, and whether a recall reached it. */
    record Share(String partner, boolean reached) {}

    @Override
    public synchronized void follow(List<Recorded> actions) {
        for (Recorded each : actions) {
            Envelope envelope = each.envelope();
            if (envelope.type().equals(SHARED) || envelope.type().equals(REACHED)) {
                UUID statement = envelope.getTouched(ROLE);
                envelope.findPart(statement, "partner").ifPresent(part -> kept.add(new Kept(statement.toString(), part.sealed(), envelope.type().equals(REACHED))));
            }
        }
    }

    Action share(Hand hand, String id, String partner) {
        return act(hand, SHARED, id, partner);
    }

    Action reach(Hand hand, String id, String partner) {
        return act(hand, REACHED, id, partner);
    }

    private static Action act(Hand hand, String type, String id, String partner) {
        UUID statement = UUID.fromString(id);
        return hand.act(type, 1).touch(statement, ROLE, Action.ANY).seal(statement, "partner", new Given(partner)).build();
    }

    synchronized List<Share> of(String id) {
        Map<String, Boolean> all = new LinkedHashMap<>();
        for (Kept each : kept) {
            if (each.id().equals(id)) {
                foundation.vault().findOpen(each.sealed()).ifPresent(bytes -> all.merge(Json.read(bytes, Given.class).partner(), each.reached(), Boolean::logicalOr));
            }
        }
        return all.entrySet().stream().map(e -> new Share(e.getKey(), e.getValue())).toList();
    }
}
