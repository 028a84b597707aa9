package org.moei.protection.people;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The nine independent tracks of a person. In the real event their order was never certain, so none enforces another. */
public enum Track {
    REGISTRATION,
    SCREENING,
    CUSTODY,
    HEALTH,
    IDENTITY,
    DOCUMENT,
    MONEY,
    SEAT,
    EXIT;

    /** The states of a track. */
    public enum State {
        /** Not begun. */
        OPEN,
        /** Under way. */
        PART,
        /** Waits for others. */
        WAIT,
        DONE,
        /** Asked and not known. */
        UNKNOWN,
        NOT_NEEDED,
        STOPPED;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static State of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        /** Whether nothing more is expected on the track. */
        public boolean isSettled() {
            return this == DONE || this == NOT_NEEDED;
        }
    }

    /** As clear fields and columns write it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What a filled track depends on. An open one among them is a gap: somebody has a seat and was never screened.
     */
    public Set<Track> dependsOn() {
        return switch (this) {
            case REGISTRATION, CUSTODY, HEALTH -> EnumSet.noneOf(Track.class);
            case SCREENING, IDENTITY -> EnumSet.of(REGISTRATION);
            case DOCUMENT -> EnumSet.of(IDENTITY);
            case MONEY -> EnumSet.noneOf(Track.class);
            case SEAT -> EnumSet.of(SCREENING, DOCUMENT, MONEY);
            case EXIT -> EnumSet.of(SCREENING, DOCUMENT, SEAT);
        };
    }
}
