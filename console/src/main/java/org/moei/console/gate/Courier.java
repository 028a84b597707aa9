package org.moei.console.gate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moei.base.Ids;
import org.moei.base.ProblemException;
import org.moei.base.Uuid7;
import org.moei.disruption.Disruption;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Viewer;
import org.moei.gate.passage.Outbox;
import org.moei.protection.Protection;

/**
 * Carries the gate's messages where both wings stand on one host: the same signed lines as in the files, from where the last carrying ended. It releases
 * nothing; that needs two people.
 */
public final class Courier implements AutoCloseable {
    private static final Duration EVERY = Duration.ofHours(1);

    private final Optional<Wings> wings;
    private volatile @Nullable Thread thread;

    private record Wings(Protection protection, Disruption disruption, Ids ids, InstantSource clock) {}

    private Courier(Optional<Wings> wings) {
        this.wings = wings;
    }

    /** A courier who is asked each time. */
    public static Courier of(Protection protection, Disruption disruption, Ids ids, InstantSource clock) {
        return new Courier(Optional.of(new Wings(protection, disruption, ids, clock)));
    }

    /** A courier who goes every hour, the first time at once, until closed. */
    public static Courier start(Protection protection, Disruption disruption, Ids ids, InstantSource clock) {
        Courier courier = of(protection, disruption, ids, clock);
        courier.thread = Thread.ofVirtual().name("gate-courier").start(courier::goOn);
        return courier;
    }

    /** Nobody goes. */
    public static Courier idle() {
        return new Courier(Optional.empty());
    }

    private void goOn() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                carry();
            } catch (ProblemException e) {
                // Sealed, or somebody else was carrying: the next round tries again, and the recall list ages until then.
                wings.ifPresent(w -> w.protection().foundation().accessLog().event("gate-courier", e.problem().code()));
            }
            try {
                Thread.sleep(EVERY);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Carries both ways once. Keys are confirmed the first time: on one host the wings know each other's. */
    public void carry() {
        wings.ifPresent(Courier::carry);
    }

    private static void carry(Wings wings) {
        Hand keeper = hand(wings, Role.GATE_KEEPER);
        Hand analyst = hand(wings, Role.ANALYST);
        var gate = wings.protection().gate();
        var received = wings.disruption().received();
        if (gate.otherFingerprint().isEmpty()) {
            gate.confirm(keeper, wings.disruption().foundation().vault().publicKey());
        }
        if (received.otherFingerprint().isEmpty()) {
            received.confirm(analyst, wings.protection().foundation().vault().publicKey());
        }
        if (received.outbox().size() > gate.taken()) {
            gate.take(keeper, lines(received.outbox(), gate.taken()));
        }
        gate.pass(keeper);
        received.take(analyst, lines(gate.outbox(), received.taken()));
        if (received.outbox().size() > gate.taken()) {
            gate.take(keeper, lines(received.outbox(), gate.taken()));
        }
    }

    private static Hand hand(Wings wings, Role role) {
        Viewer viewer = new Viewer(Uuid7.named(Instant.EPOCH, "gate courier " + role.id()), "gate-courier", role, "gate", Set.of(Viewer.EVERYWHERE));
        return new Hand(viewer, wings.ids(), wings.clock().instant(), "gate-courier");
    }

    private static byte[] lines(Outbox outbox, long after) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            outbox.write(out, after);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }
}
