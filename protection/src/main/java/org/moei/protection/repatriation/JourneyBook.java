package org.moei.protection.repatriation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.moei.foundation.journal.Envelope;
import org.moei.foundation.journal.Follower;
import org.moei.foundation.journal.Recorded;

/** The journeys in memory, in the order in which they were planned. */
public final class JourneyBook implements Follower {
    private final Map<String, Repatriation.Journey> journeys = new LinkedHashMap<>();

    @Override
    public synchronized void follow(List<Recorded> actions) {
        for (Recorded each : actions) {
            Envelope envelope = each.envelope();
            if (envelope.type().equals("repatriation.journey-planned")) {
                journeys.put(
                        envelope.clear("journey"),
                        new Repatriation.Journey(
                                envelope.clear("journey"),
                                LocalDate.parse(envelope.clear("date")),
                                envelope.clear("mode"),
                                envelope.clear("to"),
                                Integer.parseInt(envelope.clear("seats")),
                                Integer.parseInt(envelope.clear("count")),
                                Long.parseLong(envelope.clear("objective")),
                                Long.parseLong(envelope.clear("bound")),
                                ""));
            }
        }
    }

    /** All journeys, newest date first. */
    public synchronized List<Repatriation.Journey> list() {
        List<Repatriation.Journey> all = new ArrayList<>(journeys.values());
        all.sort(java.util.Comparator.comparing(Repatriation.Journey::date).reversed().thenComparing(Repatriation.Journey::id));
        return all;
    }

    public synchronized Optional<Repatriation.Journey> find(String id) {
        return Optional.ofNullable(journeys.get(id));
    }
}
