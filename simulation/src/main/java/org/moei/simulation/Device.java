package org.moei.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** A tablet: it writes while it is offline, sends when it can, and sends again what was not answered. What it wrote is on its disk; a crash loses nothing else. */
final class Device {
    private final SplittableRandom chance;
    private final Defect defect;
    private final Deque<Request> unanswered = new ArrayDeque<>();
    private final Map<UUID, Long> seen = new HashMap<>();
    private final Map<UUID, Long> acknowledged = new HashMap<>();
    private final List<Request> toSettle = new ArrayList<>();
    private int offlineUntil;
    private int written;

    Device(SplittableRandom chance, Defect defect) {
        this.chance = chance;
        this.defect = defect;
    }

    boolean isOnline(int tick) {
        return tick >= offlineUntil;
    }

    /** A road without a signal, up to a week. */
    void goOffline(int tick) {
        offlineUntil = tick + 1 + chance.nextInt(7 * Simulation.TICKS);
    }

    void write(UUID record, String field) {
        unanswered.add(new Request(new UUID(chance.nextLong(), chance.nextLong()), record, field, field.equals(Simulation.ADDED) ? Request.ANY : seen.getOrDefault(record, 0L)));
        written++;
    }

    /** Reads what stands on a record now. */
    void read(UUID record, long version) {
        seen.merge(record, version, Math::max);
    }

    /** Sends what waits. Each message, and each answer, may be lost; then it is sent again another time. */
    void send(Writer writer, double loss) {
        int rounds = unanswered.size();
        for (int i = 0; i < rounds; i++) {
            Request request = unanswered.peek();
            if (request == null || chance.nextDouble() < loss) {
                return;
            }
            long position = writer.append(request);
            boolean answerLost = chance.nextDouble() < loss || position == Writer.NO_ANSWER;
            if (answerLost && defect != Defect.DEVICE_FORGETS_WHAT_IT_SENT) {
                return;
            }
            unanswered.remove();
            if (position == Writer.CONFLICT) {
                if (!answerLost) {
                    toSettle.add(request);
                }
            } else if (!answerLost) {
                acknowledged.put(request.id(), position);
                seen.merge(request.record(), position, Math::max);
            }
        }
    }

    Map<UUID, Long> acknowledged() {
        return acknowledged;
    }

    List<Request> toSettle() {
        return toSettle;
    }

    boolean hasUnanswered() {
        return !unanswered.isEmpty();
    }

    int written() {
        return written;
    }
}
