package org.moei.rehearsal.day;

/** Why somebody is still there, by the first track that is open. */
public enum WhyStill {
    FEAR_CLAIMED,
    NOT_REGISTERED,
    NOT_YET_ASKED,
    DECLINED_TO_TRAVEL,
    NO_CONSENT_TO_EMBASSY,
    STATE_HAS_NOT_AGREED,
    IDENTITY_NOT_CONFIRMED,
    NO_TRAVEL_DOCUMENT,
    NO_MONEY,
    NO_GUARDIAN,
    NOT_FIT_TO_TRAVEL,
    NOT_SCREENED,
    NO_SEAT
}
