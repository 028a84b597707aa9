package org.moei.console.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.gate.statement.Period;
import org.moei.gate.statement.Week;
import org.moei.protection.Protection;
import org.moei.protection.people.Consents;
import org.moei.protection.people.Entry;
import org.moei.protection.people.Track;
import org.moei.protection.testimony.Stays;
import org.moei.protection.testimony.Testimony;
import org.moei.rehearsal.generator.MadePerson;
import org.moei.rehearsal.generator.Population;
import org.moei.rehearsal.scenario.Scenario;

/**
 * What the gate needs before anybody can speak through it: the compounds, and where some of those who were heard say to have been. Statements themselves are left to
 * whoever tries the rehearsal: a passage is signed with the time of its making, and the same seed would no longer give the same journal.
 */
final class GateRehearsal {
    /** People of a compound who tell where they were; more than the ten who must be known, so that a few weeks have a crowd. */
    private static final int TOLD = 30;

    /** Of those, every so many consents to testimony. */
    private static final int CONSENTS = 3;

    private static final int LEAST_WEEKS = 6;
    private static final int SPREAD = 20;

    private final Protection protection;
    private final Keeper keeper;
    private final FileDesk files;
    private final Cast cast;

    GateRehearsal(Protection protection, Keeper keeper, FileDesk files, Cast cast) {
        this.protection = protection;
        this.keeper = keeper;
        this.files = files;
        this.cast = cast;
    }

    void play(Scenario scenario, Population population, long seed, Instant end) {
        keeper.settle();
        Hand gate = new Hand(cast.whoMay(Permission.TESTIMONY_RELEASE, ""), new DayIds(seed, "compounds", end), end, "rehearsal");
        scenario.picture().compounds().forEach(c -> keeper.keep(protection.gate().compounds().name(gate, c.id(), c.name())));
        keeper.settle();
        Hand worker = new Hand(cast.whoMay(Permission.TESTIMONY_PROPOSE, ""), new DayIds(seed, "stays", end), end, "rehearsal");
        Map<String, Integer> told = new HashMap<>();
        for (MadePerson person : population.people()) {
            Optional<UUID> record = files.findRecord(person.index());
            if (person.compound().isEmpty() || record.isEmpty() || told.getOrDefault(person.compound(), 0) >= TOLD || !wasHeard(worker, record.get())) {
                continue;
            }
            int number = told.merge(person.compound(), 1, Integer::sum);
            keeper.keep(protection.gate().stays().tell(worker, record.get(), List.of(new Stays.Stay(person.compound(), weeks(person)))));
            if (number % CONSENTS == 0) {
                keeper.keep(protection.people().consent(worker, record.get(), Testimony.RECIPIENT, Testimony.PURPOSE, Consents.Answer.of(Consents.State.GIVEN, "")));
            }
        }
        keeper.settle();
    }

    private boolean wasHeard(Hand worker, UUID record) {
        return protection.roster().find(worker.viewer(), record).filter(GateRehearsal::isHeardAndGrownUp).isPresent();
    }

    private static boolean isHeardAndGrownUp(Entry entry) {
        Track.State screening = entry.track(Track.SCREENING);
        return (screening == Track.State.PART || screening == Track.State.DONE) && !entry.isChild();
    }

    /** Some months up to the week before the person came out; an assumption of the rehearsal. */
    private static Period weeks(MadePerson person) {
        LocalDate last = person.takenOutOn().minusWeeks(1);
        return new Period(Week.of(last.minusWeeks(LEAST_WEEKS + person.index() % SPREAD)), Week.of(last));
    }
}
