package org.moei.rehearsal.day;

import org.moei.rehearsal.scenario.Embassy;

/** A state, or who stands in for it, on its way from the first packet to seats. */
final class HomeState {
    static final int NOT_YET = Integer.MAX_VALUE;

    final String nationality;
    final Embassy embassy;
    /** Where packets go and papers come from. */
    final String recipient;
    /** Transports of this destination; {@code *} is the pool of those without one of their own. */
    final String destination;
    /** Days since the scenario's first, {@link #NOT_YET} before the first packet. */
    int agreesOn = NOT_YET;
    int seatsFrom = NOT_YET;

    HomeState(String nationality, Embassy embassy, String destination) {
        this.nationality = nationality;
        this.embassy = embassy;
        this.destination = destination;
        this.recipient = switch (embassy.kind()) {
            case NONE -> embassy.standIn().orElse("mandated-organisation");
            case NEAR, FAR -> embassy.standIn().isPresent() ? embassy.standIn().get() : "embassy-" + nationality;
            case OWN -> "own-state";
        };
    }

    boolean isOwn() {
        return embassy.kind() == Embassy.Kind.OWN;
    }
}
