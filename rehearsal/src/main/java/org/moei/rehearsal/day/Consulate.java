package org.moei.rehearsal.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.moei.rehearsal.scenario.Embassy;

/** From the question "do you want to go home" to papers and money: what people say and what states answer, each after its own time. */
final class Consulate {
    /** Somebody who declined says yes when asked again in one case of three (assumed). */
    private static final double CHANGES_MIND = 1 / 3.0;
    private static final int OFFICE_OPENS = 12 * 60;
    /** After the desk has closed, apart and in private. */
    private static final int PRIVATE_TALK = 18 * 60 + 30;
    private static final String PASSPORT = "passport";
    /** A count below this is told to no embassy without each person's consent. */
    private static final int SMALLEST_COUNT_TOLD = 10;

    private final Situation situation;
    private final Places places;
    private final int askedAgainAfter;
    private int fearsClaimed;

    Consulate(Situation situation, Places places) {
        this.situation = situation;
        this.places = places;
        this.askedAgainAfter = Math.max(1, (int) Math.round(situation.scenario.followUp().askedAgainAfterDays().value()));
    }

    int fearsClaimed() {
        return fearsClaimed;
    }

    /**
     * From the first token of the operation on, a state learns how many of its people are there, unless they are so few that the number
     * names them; its own clock starts then, or with the first packet.
     */
    void notifyStates(int day, Map<String, Integer> takenOutByNationality) {
        takenOutByNationality.forEach((nationality, people) -> {
            HomeState state = situation.states.get(nationality);
            if (state != null && people >= SMALLEST_COUNT_TOLD) {
                open(state, day);
            }
        });
    }

    /** Nationalities whose state agrees on this day. */
    List<String> agreements(int day) {
        List<String> agreed = new ArrayList<>();
        situation.states.forEach((nationality, state) -> {
            if (state.agreesOn == day) {
                agreed.add(nationality);
            }
        });
        return agreed;
    }

    void ask(Person person, int day, DayLog log) {
        Traveller traveller = person.traveller;
        if (traveller.fearsReturn()) {
            claimFear(person, DayEvent.FearClaimed.Stage.DECLARATION, day, PRIVATE_TALK, log);
            return;
        }
        boolean willing = person.declined == 0
                ? traveller.declaresVoluntarily()
                : situation.chance.happens(CHANGES_MIND, Chance.Purpose.LATER_DECLARATION, person.index, person.declined);
        if (!willing) {
            person.declined++;
            log.add(PRIVATE_TALK, person, new DayEvent.DeclarationDeclined(situation.dateOf(day + askedAgainAfter)));
            situation.agenda.add(day + askedAgainAfter, Agenda.Step.DECLARATION, person);
            return;
        }
        person.declared = true;
        log.add(PRIVATE_TALK, person, new DayEvent.DeclarationMade());
        askConsent(person, day, log);
    }

    /** A citizen of the country of reception needs no consulate. */
    void askConsent(Person person, int day, DayLog log) {
        HomeState state = person.state;
        if (state.isOwn()) {
            state.agreesOn = Math.min(state.agreesOn, day);
            state.seatsFrom = Math.min(state.seatsFrom, day);
            person.identity = true;
            person.document = true;
            person.money = true;
            situation.trackChanged(person, day);
            return;
        }
        boolean refuses = person.traveller.fearsOwnEmbassy()
                || (!person.traveller.consentsToEmbassy()
                        && (person.asks == 0 || !situation.chance.happens(CHANGES_MIND, Chance.Purpose.LATER_CONSENT, person.index, person.asks)));
        if (!refuses) {
            person.consentRefused = false;
            person.consentGiven = true;
            log.add(PRIVATE_TALK + 20, person, new DayEvent.EmbassyConsentGiven(state.recipient));
            int later = situation.chance.days(0, 1, Chance.Purpose.PACKET_DAY, person.index, 0);
            if (later == 0) {
                sendPacket(person, day, log);
            } else {
                situation.agenda.add(day + later, Agenda.Step.PACKET, person);
            }
            return;
        }
        person.consentRefused = true;
        person.asks++;
        log.add(PRIVATE_TALK + 20, person, new DayEvent.EmbassyConsentRefused(state.recipient));
        if (person.traveller.passportHeld()) {
            travelOnOwnPassport(person, day, log);
        } else if (!person.traveller.fearsOwnEmbassy()) {
            situation.agenda.add(day + 2 * askedAgainAfter, Agenda.Step.CONSENT, person);
        }
    }

    /** Without a word to the embassy: the passport is enough for the border, and a mandated organisation pays. */
    private void travelOnOwnPassport(Person person, int day, DayLog log) {
        person.consentRefused = false;
        person.identity = true;
        person.document = true;
        log.add(PRIVATE_TALK + 40, person, new DayEvent.IdentityConfirmed(PASSPORT));
        open(person.state, day);
        situation.agenda.add(day + delay(person, Embassy.Step.MONEY, Chance.Purpose.MONEY, 0), Agenda.Step.MONEY, person);
    }

    void sendPacket(Person person, int day, DayLog log) {
        if (person.fear) {
            return;
        }
        person.packetSent = true;
        log.add(PRIVATE_TALK + 60, person, new DayEvent.PacketSent(person.state.recipient));
        open(person.state, day);
        int answer = day + Math.max(1, delay(person, Embassy.Step.IDENTITY, Chance.Purpose.IDENTITY, 0));
        situation.agenda.add(Math.max(answer, person.state.agreesOn), Agenda.Step.IDENTITY, person);
    }

    /** Starts a state's own clock, once: until it agrees to collect and pay, and until its first seats. */
    private void open(HomeState state, int day) {
        if (state.agreesOn == HomeState.NOT_YET) {
            int index = state.nationality.hashCode();
            DayParameters.Range agreement = situation.parameters.range(state.embassy, Embassy.Step.AGREEMENT);
            DayParameters.Range lead = situation.parameters.range(state.embassy, Embassy.Step.SEAT);
            state.agreesOn = day + situation.chance.days(agreement.low(), agreement.high(), Chance.Purpose.AGREEMENT, index, 0);
            state.seatsFrom = state.agreesOn + situation.chance.days(lead.low(), lead.high(), Chance.Purpose.SEAT_LEAD, index, 0);
        }
    }

    void answerIdentity(Person person, int day, DayLog log) {
        if (person.fear) {
            return;
        }
        int round = person.asks;
        boolean found = situation.chance.happens(situation.parameters.foundAtFirstAsk(), Chance.Purpose.FOUND, person.index, round);
        if (!found) {
            person.asks++;
            log.add(OFFICE_OPENS + 80, person, new DayEvent.IdentityAskedAgain(person.state.recipient));
            situation.agenda.add(day + Math.max(1, 2 * delay(person, Embassy.Step.IDENTITY, Chance.Purpose.IDENTITY, round + 1)), Agenda.Step.IDENTITY, person);
            return;
        }
        person.identity = true;
        log.add(OFFICE_OPENS + 80, person, new DayEvent.IdentityConfirmed(person.state.recipient));
        situation.agenda.add(day + delay(person, Embassy.Step.MONEY, Chance.Purpose.MONEY, 0), Agenda.Step.MONEY, person);
        int document = person.traveller.passportHeld() ? 0 : delay(person, Embassy.Step.DOCUMENT, Chance.Purpose.DOCUMENT, 0);
        situation.agenda.add(day + document, Agenda.Step.DOCUMENT, person);
    }

    void issueDocument(Person person, int day, DayLog log) {
        if (person.fear) {
            return;
        }
        person.document = true;
        if (!person.traveller.passportHeld()) {
            log.add(OFFICE_OPENS + 200, person, new DayEvent.TravelDocumentIssued(person.state.recipient));
        }
        situation.trackChanged(person, day);
    }

    void pay(Person person, int day, DayLog log) {
        if (person.fear) {
            return;
        }
        person.money = true;
        log.add(OFFICE_OPENS + 220, person, new DayEvent.MoneyThere(person.packetSent ? person.state.recipient : "mandated-organisation"));
        situation.trackChanged(person, day);
    }

    void claimFear(Person person, DayEvent.FearClaimed.Stage stage, int day, int minute, DayLog log) {
        person.fear = true;
        person.seat = "";
        fearsClaimed++;
        log.add(minute, person, new DayEvent.FearClaimed(stage));
        places.shelter(person, minute + 60, log);
        situation.trackChanged(person, day);
    }

    private int delay(Person person, Embassy.Step step, Chance.Purpose purpose, int round) {
        DayParameters.Range range = situation.parameters.range(person.state.embassy, step);
        return situation.chance.days(range.low(), range.high(), purpose, person.index, round);
    }
}
