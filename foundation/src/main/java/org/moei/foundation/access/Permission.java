package org.moei.foundation.access;

/** What a page, endpoint, export, count, preview or message asks for. */
public enum Permission {
    /** The wing's own home page. */
    HOME,
    /** One's own settings and sign-out. */
    OWN_SETTINGS,
    LIST_SEE,
    LIST_IMPORT,
    ARRIVAL_REGISTER,
    PERSON_SEE,
    PERSON_EDIT,
    /** Destroying what is held on a person, for good. */
    PERSON_ERASE,
    /** Opening somebody outside of the own scope, with a written reason; the officer is told at once. */
    BREAK_GLASS,
    /** Printing what is held on somebody and who read it, for whoever it is about. */
    PERSON_COPY,
    /** Moving somebody's case to another agency, with their consent. */
    CASE_MOVE,
    /** What is known of a person's health; a case manager needs the person's consent besides. */
    HEALTH_SEE,
    HEALTH_EDIT,
    CONSENT_RECORD,
    PAIR_REVIEW,
    /** The one interview that one interprets, while it lasts. */
    SESSION_SEE,
    SCREENING_SEE,
    SCREENING_INTERVIEW,
    SCREENING_DECIDE,
    READINESS_SEE,
    PACKET_SEND,
    JOURNEY_SEE,
    JOURNEY_PLAN,
    TRACING_SEE,
    TRACING_ANSWER,
    TESTIMONY_SEE,
    TESTIMONY_PROPOSE,
    /** Releasing statements through the gate, and passing what was released. */
    TESTIMONY_RELEASE,
    /** Finding, for a question from the other wing, whom it may concern. */
    WITNESS_SEEK,
    /** Taking a question whether somebody is here; the answer is the same in every case. */
    PRESENCE_ASKED,
    NUMBERS_SEE,
    ACCESS_LOG_SEE,
    SYSTEM_SEE,
    /** What the watch noticed, how many people an account may open, records that nobody should open. */
    WATCH_SEE,
    /** Making accounts, giving them new passwords, ending their sessions. */
    ACCOUNTS_MANAGE,
    /** Opening what an administrator did to an account. */
    ACCOUNTS_CONFIRM,
    SITES_SEE,
    SUPPLIES_SEE,
    NETWORKS_SEE,
    CLAIMS_SEE,
    PICTURE_EDIT,
    /** What was observed, in clear: operators' values and those of unknown role. */
    COLLECTIONS_SEE,
    COLLECTIONS_IMPORT,
    /** Values of people who are no operators, for whoever asks for the whole value. */
    COLLECTIONS_PEOPLE,
    /** What came through the gate. */
    STATEMENTS_SEE,
    /** Taking the other wing's passage in. */
    GATE_READ,
    WITNESS_ASK
}
