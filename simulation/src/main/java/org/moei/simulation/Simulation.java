package org.moei.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.moei.foundation.journal.Hash;
import org.moei.gate.answer.FixedAnswer;

/**
 * Days of an operation, played from a seed: tablets that write offline and send over a bad line, a writer whose process dies, people who give and
 * take back their consent, a gate that is pulled. One thread, no clock, no other randomness: a seed is one run. After each
 * tick the invariants are looked at.
 */
public final class Simulation {
    /** Ticks of a day: four hours each. */
    static final int TICKS = 6;

    private static final int PEOPLE = 200;
    private static final int WITNESSES = 12;
    /** What is added and replaces nothing. */
    static final String ADDED = "notes";

    private static final List<String> FIELDS = List.of("names", "births", ADDED);
    private static final Instant START = Instant.parse("2025-02-12T00:00:00Z");
    private static final double LOSS = 0.1;

    private final long seed;
    private final Defect defect;
    private final SplittableRandom chance;
    private final ModelWriter writer;
    private final Gate gate;
    private final List<Device> devices = new ArrayList<>();
    private final List<UUID> people = new ArrayList<>();
    private final List<Request> sent = new ArrayList<>();
    private final Map<Integer, byte[]> heads = new HashMap<>();
    private int crashes;

    /**
     * What a run did.
     *
     * @param fingerprint of the journal in the end: the same for the same seed
     */
    public record Outcome(long deviceDays, long actions, long conflicts, long crashes, long statements, String fingerprint) {}

    private Simulation(long seed, int count, Defect defect) {
        this.seed = seed;
        this.defect = defect;
        this.chance = new SplittableRandom(seed);
        this.writer = new ModelWriter(defect);
        this.gate = new Gate(chance.split(), defect);
        for (int i = 0; i < count; i++) {
            devices.add(new Device(chance.split(), defect));
        }
        for (int i = 0; i < PEOPLE; i++) {
            people.add(new UUID(chance.nextLong(), chance.nextLong()));
        }
    }

    /**
     * Plays a run to its end.
     *
     * @throws BrokenInvariant which names what did not hold, the seed and the tick
     */
    public static Outcome run(long seed, int devices, int days, Defect defect) {
        Simulation simulation = new Simulation(seed, devices, defect);
        for (int tick = 0; tick < days * TICKS; tick++) {
            simulation.play(tick);
        }
        return simulation.end(days);
    }

    /** The requests of a run in the order in which they reached the writer, repetitions too: for playing them through another writer. */
    public static List<Request> requests(long seed, int devices, int days) {
        Simulation simulation = new Simulation(seed, devices, Defect.NONE);
        for (int tick = 0; tick < days * TICKS; tick++) {
            simulation.play(tick);
        }
        return List.copyOf(simulation.sent);
    }

    private void play(int tick) {
        for (Device device : devices) {
            if (chance.nextInt(3) == 0) {
                UUID person = anyone();
                if (device.isOnline(tick)) {
                    device.read(person, writer.version(person));
                }
                device.write(person, FIELDS.get(chance.nextInt(FIELDS.size())));
            }
            if (chance.nextInt(40) == 0) {
                device.goOffline(tick);
            }
            if (device.isOnline(tick)) {
                UUID read = anyone();
                device.read(read, writer.version(read));
                device.send(this::reach, LOSS);
            }
        }
        consents(tick);
        presence(tick);
        check(tick);
    }

    private UUID anyone() {
        return people.get(chance.nextInt(people.size()));
    }

    /** The writer's process may die before its commit, or after it and before the answer. Either way the device learns nothing and sends again. */
    private long reach(Request request) {
        boolean dies = chance.nextInt(200) == 0;
        boolean committed = !dies || chance.nextBoolean();
        crashes += dies ? 1 : 0;
        if (dies && defect == Defect.ANSWERS_BEFORE_THE_COMMIT) {
            return writer.journal().size() + 1L;
        }
        if (committed) {
            sent.add(request);
            long position = writer.append(request);
            return dies ? Writer.NO_ANSWER : position;
        }
        return Writer.NO_ANSWER;
    }

    /** Few of those who are here may testify, so that consents, releases and withdrawals meet often. */
    private UUID witness() {
        return people.get(chance.nextInt(WITNESSES));
    }

    private void consents(int tick) {
        if (chance.nextInt(4) == 0) {
            gate.consent(witness());
        }
        if (chance.nextInt(6) == 0) {
            gate.withdraw(witness(), tick);
        }
        if (chance.nextInt(3) == 0) {
            gate.release(witness(), new UUID(chance.nextLong(), chance.nextLong()));
        }
        if (chance.nextInt(3) == 0) {
            gate.pass(tick);
        }
        if (chance.nextInt(5) == 0) {
            gate.pull(tick);
        }
    }

    /** Somebody asks about somebody who is here, and in another world about somebody who is not. */
    private void presence(int tick) {
        Instant asked = START.plus(Duration.ofHours(4L * tick)).plusSeconds(chance.nextInt(14_400));
        if (!dueWhere(true, asked).equals(dueWhere(false, asked)) || FixedAnswer.PRESENCE.text().getBytes(java.nio.charset.StandardCharsets.UTF_8).length != FixedAnswer.SIZE) {
            throw new BrokenInvariant(Invariant.ANSWER_TELLS_NOTHING, seed, tick, "asked at " + asked);
        }
    }

    private Instant dueWhere(boolean here, Instant asked) {
        return !here && defect == Defect.ANSWERS_SOONER_WHERE_NOBODY_IS ? asked : FixedAnswer.PRESENCE.due(asked);
    }

    private void check(int tick) {
        gate.check(seed, tick);
        if (tick % TICKS == 0) {
            heads.put(writer.journal().size(), writer.root());
            checkJournal(tick);
        }
    }

    private void checkJournal(int tick) {
        Set<UUID> standing = new HashSet<>();
        for (Request request : writer.journal()) {
            if (!standing.add(request.id())) {
                throw new BrokenInvariant(Invariant.EFFECT_ONCE, seed, tick, "an action stands twice");
            }
        }
        for (Device device : devices) {
            device.acknowledged().forEach((id, position) -> {
                if (position > writer.journal().size() || !writer.journal().get((int) (position - 1)).id().equals(id)) {
                    throw new BrokenInvariant(Invariant.ACKNOWLEDGED_IS_KEPT, seed, tick, "position " + position + " holds something else");
                }
            });
        }
    }

    private Outcome end(int days) {
        int tick = days * TICKS;
        for (int round = 0; round < 1_000 && devices.stream().anyMatch(Device::hasUnanswered); round++) {
            devices.forEach(device -> device.send(this::reach, LOSS));
        }
        checkJournal(tick);
        writer.unlike(heads).stream().findFirst().ifPresent(size -> {
            throw new BrokenInvariant(Invariant.ORDER_STANDS, seed, tick, "the head over " + size + " actions fits no more");
        });
        long conflicts = devices.stream().mapToLong(device -> device.toSettle().size()).sum();
        long written = devices.stream().mapToLong(Device::written).sum();
        checkConflicts(tick);
        if (writer.journal().size() + conflicts != written) {
            throw new BrokenInvariant(Invariant.EVERYTHING_ARRIVES, seed, tick, written + " were written, " + writer.journal().size() + " stand, " + conflicts + " wait for a person");
        }
        return new Outcome((long) days * devices.size(), writer.journal().size(), conflicts, crashes, gate.passed(), Hash.hex(writer.root()));
    }

    /** Of what stands, no edit came after another of the same field that its writer had not seen. */
    private void checkConflicts(int tick) {
        Map<String, Long> last = new HashMap<>();
        long position = 0;
        for (Request request : writer.journal()) {
            position++;
            Long before = last.put(request.record() + request.field(), position);
            if (request.base() != Request.ANY && before != null && before > request.base()) {
                throw new BrokenInvariant(Invariant.CONFLICT_IS_SEEN, seed, tick, "position " + position + " overwrote " + before + " unseen");
            }
        }
    }
}
