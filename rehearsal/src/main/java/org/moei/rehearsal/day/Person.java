package org.moei.rehearsal.day;

import java.util.ArrayList;
import java.util.List;

/** Where one person stands on each track. Days count from the scenario's first; −1 is not yet. */
final class Person {
    final int index;
    final Traveller traveller;
    final HomeState state;
    final int takenOutOn;
    final int arrivesOn;
    /** Bound companions with the same destination, this person included, by index. */
    List<Person> group = new ArrayList<>(1);

    String place = "";
    int tokenOn = -1;
    boolean fear;
    boolean declared;
    int declined;
    boolean consentGiven;
    boolean consentRefused;
    boolean packetSent;
    boolean identity;
    boolean document;
    boolean money;
    boolean guardian;
    boolean fit;
    int sortedSteps;
    boolean called;
    boolean decided;
    /** Day on which all tracks of travel were done. */
    int readyOn = -1;
    String seat = "";
    int departedOn = -1;
    String leftOutFor = "";
    /** How often each step was asked again, so that each ask has a draw of its own. */
    int asks;

    Person(int index, Traveller traveller, HomeState state, int takenOutOn, int arrivesOn) {
        this.index = index;
        this.traveller = traveller;
        this.state = state;
        this.takenOutOn = takenOutOn;
        this.arrivesOn = arrivesOn;
        this.guardian = !traveller.needs().contains(Need.CHILD_ALONE);
        this.fit = traveller.needs().stream().noneMatch(Need::needsFitToTravel);
        group.add(this);
    }

    String id() {
        return traveller.id();
    }

    boolean isPresent(int day) {
        return takenOutOn <= day && departedOn < 0;
    }

    /** Whether the person will not travel as things stand, so that companions need not wait. */
    boolean staysFor() {
        return fear || consentRefused || (!declared && declined >= 2);
    }

    boolean tracksDone() {
        return tokenOn >= 0 && !fear && declared && identity && document && money && guardian && fit;
    }

    /** The first track that is open. */
    WhyStill whyStill(int day, boolean maySkipScreening) {
        if (fear) {
            return WhyStill.FEAR_CLAIMED;
        }
        if (tokenOn < 0) {
            return WhyStill.NOT_REGISTERED;
        }
        if (!declared) {
            return declined > 0 ? WhyStill.DECLINED_TO_TRAVEL : WhyStill.NOT_YET_ASKED;
        }
        if (consentRefused) {
            return WhyStill.NO_CONSENT_TO_EMBASSY;
        }
        if (state.agreesOn > day) {
            return WhyStill.STATE_HAS_NOT_AGREED;
        }
        if (!identity) {
            return WhyStill.IDENTITY_NOT_CONFIRMED;
        }
        if (!document) {
            return WhyStill.NO_TRAVEL_DOCUMENT;
        }
        if (!money) {
            return WhyStill.NO_MONEY;
        }
        if (!guardian) {
            return WhyStill.NO_GUARDIAN;
        }
        if (!fit) {
            return WhyStill.NOT_FIT_TO_TRAVEL;
        }
        return decided || maySkipScreening ? WhyStill.NO_SEAT : WhyStill.NOT_SCREENED;
    }
}
