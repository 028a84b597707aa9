package org.moei.protection.testimony;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.journal.Action;
import org.moei.foundation.journal.Follower;
import org.moei.foundation.journal.Json;
import org.moei.foundation.journal.Recorded;
import org.moei.gate.statement.Minimisation;
import org.moei.gate.statement.Period;
import org.moei.protection.people.RecordKind;
import org.moei.protection.people.Roster;

/** Where people say that they were held, in weeks; sealed under each person's key. Counts here are the crowd in which a witness stands. */
public final class Stays implements Follower, Minimisation.Crowd {
    /** Most stays of one person. */
    public static final int MOST = 30;

    private static final String TOLD = "testimony.stays-told";
    private static final String GROUP = "stays";

    private final WingFoundation foundation;
    private final Roster roster;
    private final Compounds compounds;
    private final Map<UUID, byte[]> sealed = new HashMap<>();

    Stays(WingFoundation foundation, Roster roster, Compounds compounds) {
        this.foundation = foundation;
        this.roster = roster;
        this.compounds = compounds;
    }

    /** Held at a compound through these weeks. */
    public record Stay(String compound, Period period) {}

    /** Group {@code stays} of a person. */
    public record Told(List<Stay> stays) {
        public Told(@Nullable List<Stay> stays) {
            this.stays = stays == null ? List.of() : List.copyOf(stays);
        }
    }

    @Override
    public synchronized void follow(List<Recorded> actions) {
        for (Recorded each : actions) {
            if (each.envelope().type().equals(TOLD)) {
                UUID person = each.envelope().getTouched(RecordKind.PERSON.id());
                each.envelope().findPart(person, GROUP).ifPresent(part -> sealed.put(person, part.sealed()));
            }
        }
    }

    /** The action that keeps where a person says to have been held; replaces what was told before. */
    public Action tell(Hand hand, UUID person, List<Stay> stays) {
        Authoriser authoriser = foundation.authoriser();
        if (!authoriser.permits(hand.viewer(), Permission.TESTIMONY_PROPOSE)) {
            authoriser.require(hand.viewer(), Permission.SCREENING_INTERVIEW);
        }
        if (roster.find(hand.viewer(), person).isEmpty()) {
            throw Authoriser.denied();
        }
        if (stays.size() > MOST || stays.stream().anyMatch(s -> !compounds.has(s.compound()))) {
            throw Problem.of(Problem.Kind.REFUSED, "stay-compound", "A stay names no compound of the list, or there are more than " + MOST + ".").at(Problem.Where.field("stays")).asException();
        }
        return hand.act(TOLD, 1).touch(person, RecordKind.PERSON.id(), Action.ANY).seal(person, GROUP, new Told(stays)).build();
    }

    /** The action that adds a stay to what was told before; the same one twice is told once. */
    public Action add(Hand hand, UUID person, Stay stay) {
        List<Stay> all = new ArrayList<>(of(person));
        if (!all.contains(stay)) {
            all.add(stay);
        }
        return tell(hand, person, all);
    }

    /** Where a person says to have been held; empty where nothing was told or the key is gone. For the system's own use. */
    synchronized List<Stay> of(UUID person) {
        byte[] bytes = sealed.get(person);
        return bytes == null ? List.of() : foundation.vault().findOpen(bytes).map(b -> Json.read(b, Told.class).stays()).orElse(List.of());
    }

    /** People with a stay that fits, each with all records that links join counted once. */
    private Collection<UUID> people(Predicate<Stay> which) {
        Set<UUID> people = new HashSet<>();
        Set<UUID> all;
        synchronized (this) {
            all = Set.copyOf(sealed.keySet());
        }
        for (UUID person : all) {
            if (of(person).stream().anyMatch(which)) {
                people.add(roster.system().cluster(person).stream().min(UUID::compareTo).orElse(person));
            }
        }
        return people;
    }

    @Override
    public long through(String compound, Period period) {
        requireOpen();
        return people(s -> s.compound().equals(compound) && s.period().covers(period)).size();
    }

    /** Whether a person says to have been there through all these weeks. */
    boolean wasThrough(UUID person, String compound, Period period) {
        return of(person).stream().anyMatch(s -> s.compound().equals(compound) && s.period().covers(period));
    }

    /** Whether a person says to have been there in one of these weeks. */
    boolean wasThere(UUID person, String compound, Period period) {
        return of(person).stream().anyMatch(s -> s.compound().equals(compound) && s.period().meets(period));
    }

    private void requireOpen() {
        if (!foundation.vault().isOpen()) {
            throw Problem.of(Problem.Kind.SEALED, "stays-sealed", "Where people were held is sealed.").withAdvice("the officers have not unlocked it since the start.").asException();
        }
    }
}
