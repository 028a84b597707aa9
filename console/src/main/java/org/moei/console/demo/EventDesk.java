package org.moei.console.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.moei.base.Uuid7;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.journal.Action;
import org.moei.protection.Protection;
import org.moei.protection.people.Consents;
import org.moei.protection.people.Entry;
import org.moei.protection.people.Description;
import org.moei.protection.people.People;
import org.moei.protection.people.RecordKind;
import org.moei.protection.people.Track;
import org.moei.protection.repatriation.Repatriation;
import org.moei.protection.screening.Answer;
import org.moei.protection.screening.RuleSet;
import org.moei.protection.screening.Screening;
import org.moei.rehearsal.day.DayEvent;
import org.moei.rehearsal.day.Finding;
import org.moei.rehearsal.day.PersonEvent;
import org.moei.rehearsal.day.Reply;
import org.moei.rehearsal.generator.MadePerson;
import org.moei.rehearsal.scenario.Capacities;

/** Turns what happens to people on a day into actions of the house, made by the accounts whose work it is. */
final class EventDesk {
    /** Tokens that the desk gives by hand begin here, so that they cannot meet those on the sheets. */
    private static final long BY_HAND = 50_000_000;

    private final Protection protection;
    private final Keeper keeper;
    private final FileDesk files;
    private final DayIds ids;
    private final long seed;
    private final Capacities capacities;
    private final java.util.Set<String> apart = new java.util.HashSet<>();
    private final Viewer reception;
    private final Viewer screener;
    private final Viewer repatriation;
    private final Viewer caseworker;

    EventDesk(Protection protection, Keeper keeper, FileDesk files, Cast cast, Capacities capacities, long seed, Instant begin) {
        this.capacities = capacities;
        this.protection = protection;
        this.keeper = keeper;
        this.files = files;
        this.seed = seed;
        this.ids = new DayIds(seed, "events", begin);
        this.reception = cast.whoMay(Permission.ARRIVAL_REGISTER, "");
        this.screener = cast.whoMay(Permission.SCREENING_DECIDE, "");
        this.repatriation = cast.whoMay(Permission.JOURNEY_PLAN, "");
        this.caseworker = cast.whoMay(Permission.CONSENT_RECORD, "");
    }

    /** What somebody said; a child of the rehearsal is heard with a social worker as its guardian. */
    static Consents.Answer answer(Protection protection, UUID person, Consents.State state) {
        Consents.Answer heard = Consents.Answer.of(state, "");
        boolean child = protection.roster().system().find(person).map(Entry::isChild).orElse(false);
        return child ? heard.withGuardian("social worker on duty", "first assessment") : heard;
    }

    private Hand hand(Viewer viewer, Instant time) {
        ids.at(time);
        return new Hand(viewer, ids, time, "rehearsal");
    }

    static Instant time(PersonEvent event) {
        return event.date().atStartOfDay().plusMinutes(event.minute()).toInstant(ZoneOffset.ofHours(7));
    }

    void happen(PersonEvent event, MadePerson person) {
        Instant time = time(event);
        java.util.Optional<UUID> found = files.findRecord(person.index());
        if (found.isEmpty()) {
            if (!(event.event() instanceof DayEvent.TokenGiven)) {
                return;
            }
            registerByHand(person, time);
            return;
        }
        UUID record = found.get();
        switch (event.event()) {
            case DayEvent.TakenOut out -> {}
            case DayEvent.LeftOutOfPlan out -> {}
            case DayEvent.LeftBehindAtEnd left -> {}
            case DayEvent.DidNotCome away -> {}
            case DayEvent.TokenGiven token -> keepApart(person, record, time);
            case DayEvent.UrgentNeedSeen need -> {
                keeper.settle(record);
                keep(protection.health().seenAtDesk(hand(reception, time), record, need.need().name().toLowerCase(Locale.ROOT).replace('_', '-')));
            }
            case DayEvent.ArrivedAtPlace place -> keep(hand(reception, time).act("reception.place-changed", 1)
                    .touch(record, RecordKind.PERSON.id(), Action.ANY)
                    .clear("holder-place", place.place())
                    .clear("how-out", person.wayOut().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .build());
            case DayEvent.GuardianNamed guardian -> keep(protection.repatriation().clearForTravel(hand(caseworker, time), record, "guardian"));
            case DayEvent.FitToTravel fit -> keep(protection.repatriation().clearForTravel(hand(caseworker, time), record, "fit to travel"));
            case DayEvent.CalledToInterview called -> keep(protection.screening().call(hand(screener, time), record));
            case DayEvent.Interviewed interviewed -> keep(protection.screening().interview(hand(screener, time), record, Action.ANY, interview(interviewed)));
            case DayEvent.Decided decided -> decide(record, time, decided);
            case DayEvent.Sorted sorted -> keep(sorted(record, time, sorted));
            case DayEvent.DeclarationMade made -> keep(protection.repatriation().declare(hand(caseworker, time), record, Repatriation.Wish.TRAVEL, ""));
            case DayEvent.DeclarationDeclined declined -> keep(protection.repatriation().declare(hand(caseworker, time), record, Repatriation.Wish.NOT_YET, ""));
            case DayEvent.FearClaimed fear -> keep(protection.repatriation().declare(hand(caseworker, time), record, Repatriation.Wish.FEAR, ""));
            case DayEvent.EmbassyConsentGiven given -> keep(protection.people().consent(hand(caseworker, time), record, Consents.OWN_EMBASSY, "packet", answer(protection, record, Consents.State.GIVEN)));
            case DayEvent.EmbassyConsentRefused refused -> keep(protection.people().consent(hand(caseworker, time), record, Consents.OWN_EMBASSY, "packet", answer(protection, record, Consents.State.REFUSED)));
            case DayEvent.PacketSent sent -> {
                keeper.settle(record);
                keep(protection.repatriation().sendPacket(hand(repatriation, time), record, sent.recipient()));
            }
            case DayEvent.IdentityAskedAgain again -> keep(protection.repatriation().askAgain(hand(repatriation, time), record, again.recipient()));
            case DayEvent.IdentityConfirmed confirmed -> keep(protection.repatriation().confirmIdentity(hand(repatriation, time), record, confirmed.by()));
            case DayEvent.TravelDocumentIssued issued -> keep(protection.repatriation().issueDocument(hand(repatriation, time), record, issued.by()));
            case DayEvent.MoneyThere money -> keep(protection.repatriation().secureMoney(hand(repatriation, time), record, money.by()));
            case DayEvent.SeatPlanned seat -> {
                keeper.settle(record);
                keep(protection.repatriation().giveSeat(hand(repatriation, time), record, seat.departure()));
            }
            case DayEvent.ExitCleared exit -> keep(protection.repatriation().clearExit(hand(repatriation, time), record));
            case DayEvent.Departed departed -> {
                keeper.settle(record);
                String override = departed.override().map(o -> o.name() + " · " + o.answersForIt()).orElse("");
                keep(protection.repatriation().depart(hand(repatriation, time), record, override));
            }
            case DayEvent.Landed landed -> keep(protection.repatriation().land(hand(repatriation, time), record));
            case DayEvent.ReachedHome home -> keep(protection.repatriation().reachHome(hand(repatriation, time), record));
        }
    }

    /** A step of a sorting; its end stands for the screening only where no teams decide. */
    private Action sorted(UUID record, Instant time, DayEvent.Sorted sorted) {
        Action.Builder action = hand(screener, time).act("screening.sorted", 1)
                .touch(record, RecordKind.PERSON.id(), Action.ANY)
                .clear("step", sorted.step())
                .seal(record, "sorted:" + sorted.step(), Map.of("group", sorted.group()));
        if (capacities.screening().isEmpty()) {
            boolean last = capacities.sorting().getLast().name().equals(sorted.step());
            action.clear(Track.SCREENING.id(), (last ? Track.State.DONE : Track.State.PART).id());
        }
        return action.build();
    }

    /** Asked apart when the second of the two has a token. */
    private void keepApart(MadePerson person, UUID record, Instant time) {
        for (int other : new java.util.TreeSet<>(person.companions().apartFrom())) {
            java.util.Optional<UUID> found = files.findRecord(other);
            if (found.isPresent() && apart.add(Math.min(other, person.index()) + "/" + Math.max(other, person.index()))) {
                keeper.settle(record);
                keeper.settle(found.get());
                boolean known = protection.roster().find(caseworker, record).isPresent() && protection.roster().find(caseworker, found.get()).isPresent();
                if (known) {
                    keep(protection.keepApart().ask(hand(caseworker, time), record, found.get(), ""));
                }
            }
        }
    }

    private void keep(Action action) {
        keeper.keep(action);
    }

    /** Somebody who is on no sheet, or whose row was refused: the desk types a token and what the person says. */
    private void registerByHand(MadePerson person, Instant time) {
        UUID record = Uuid7.named(time, "rehearsal\n" + seed + "\nby hand\n" + person.id());
        Hand hand = hand(reception, time);
        String nationality = person.nationality().equals("STATELESS") ? "XXA" : person.nationality();
        int age = person.birth().ageOn(person.takenOutOn());
        People.Arrival arrival = new People.Arrival(
                BY_HAND + person.index(), nationality, person.sex().name().substring(0, 1).toLowerCase(Locale.ROOT), band(age),
                person.languages().isEmpty() ? "" : person.languages().getFirst(), "", "", person.heldAt(), "");
        keep(protection.people().register(hand, record, arrival));
        // Only who holds a record describes it, and it is held once it is read back.
        keeper.settle(record);
        keep(protection.people().describe(
                hand,
                record,
                Action.ANY,
                new Description.Names(List.of(new Description.Name(person.name().written(), "", "full", "person"), new Description.Name(person.name().latin(), "", "full", "person"))),
                new Description.Births(List.of(new Description.Birth(person.birth().iso(), "date", "person", "")))));
        files.enteredByHand(person.index(), record);
    }

    private static String band(int age) {
        return age < 18 ? "0-17" : age < 25 ? "18-24" : age < 35 ? "25-34" : age < 45 ? "35-44" : "45+";
    }

    private static Screening.Interview interview(DayEvent.Interviewed interviewed) {
        Map<String, String> answers = new TreeMap<>();
        interviewed.replies().forEach((code, reply) -> {
            if (RuleSet.find(code).isPresent()) {
                answers.put(code, answer(reply).id());
            }
        });
        return new Screening.Interview(RuleSet.VERSION, interviewed.team(), interviewed.language(), "", "", answers, "");
    }

    private static Answer answer(Reply reply) {
        return switch (reply) {
            case YES -> Answer.YES;
            case NO -> Answer.NO;
            case UNKNOWN -> Answer.NOT_KNOWN;
        };
    }

    private void decide(UUID record, Instant time, DayEvent.Decided decided) {
        keeper.settle(record);
        Screening.Outcome outcome = decided.finding() == Finding.GROUNDS_FOUND
                ? Screening.Outcome.REFERRED
                : decided.finding() == Finding.OPEN_QUESTIONS ? Screening.Outcome.REFLECTION : Screening.Outcome.NOT_INDICATED;
        keep(protection.screening().decide(
                hand(screener, time),
                record,
                Action.ANY,
                new Screening.Decision(decided.team(), RuleSet.VERSION, outcome.id(), "Decided by the team in the rehearsal after the interview.")));
    }
}
