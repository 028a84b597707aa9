package org.moei.foundation.access;

import static org.moei.foundation.access.Permission.*;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.moei.foundation.database.Wing;

/** The roles, each in one wing, with one purpose and what it permits. Nothing else is permitted. */
public enum Role {
    RECEPTION(Wing.PROTECTION, Purpose.RECEPTION, LIST_SEE, LIST_IMPORT, ARRIVAL_REGISTER, PERSON_SEE, PERSON_EDIT, BREAK_GLASS, PAIR_REVIEW, NUMBERS_SEE),
    SCREENER(Wing.PROTECTION, Purpose.SCREENING, PERSON_SEE, BREAK_GLASS, CONSENT_RECORD, SCREENING_SEE, SCREENING_INTERVIEW, SCREENING_DECIDE),
    /** Sees the interview that it was given, and nobody else. */
    INTERPRETER(Wing.PROTECTION, Purpose.SCREENING, SESSION_SEE),
    MEDICAL(Wing.PROTECTION, Purpose.HEALTH, PERSON_SEE, PERSON_EDIT, HEALTH_SEE, HEALTH_EDIT, BREAK_GLASS),
    LAWYER(Wing.PROTECTION, Purpose.REFERRAL, PERSON_SEE, CONSENT_RECORD, TESTIMONY_SEE, TESTIMONY_PROPOSE, WITNESS_SEEK),
    REPATRIATION(Wing.PROTECTION, Purpose.REPATRIATION, LIST_SEE, LIST_IMPORT, PERSON_SEE, CONSENT_RECORD, READINESS_SEE, PACKET_SEND, JOURNEY_SEE, JOURNEY_PLAN, NUMBERS_SEE),
    CASE_MANAGER(
            Wing.PROTECTION, Purpose.REFERRAL, LIST_SEE, PERSON_SEE, PERSON_EDIT, BREAK_GLASS, PERSON_COPY, CASE_MOVE, HEALTH_SEE, CONSENT_RECORD, PAIR_REVIEW, SCREENING_SEE, READINESS_SEE, JOURNEY_SEE, TRACING_SEE,
            TESTIMONY_SEE, TESTIMONY_PROPOSE, WITNESS_SEEK, PRESENCE_ASKED),
    TRACING(Wing.PROTECTION, Purpose.TRACING, LIST_SEE, LIST_IMPORT, PERSON_SEE, CONSENT_RECORD, TRACING_SEE, TRACING_ANSWER, PAIR_REVIEW, PRESENCE_ASKED),
    /** Takes the calls of those who are still inside and of their families; sees requests, and whom they are about only behind broken glass. */
    RESCUE_DESK(Wing.PROTECTION, Purpose.TRACING, TRACING_SEE, BREAK_GLASS, PRESENCE_ASKED, NUMBERS_SEE),
    /** Releases statements, two keepers each; sees what leaves and nobody who said it. */
    GATE_KEEPER(Wing.PROTECTION, Purpose.GATE, TESTIMONY_SEE, TESTIMONY_RELEASE),
    COMMAND(Wing.PROTECTION, Purpose.COMMAND, NUMBERS_SEE, READINESS_SEE, JOURNEY_SEE, LIST_SEE),
    AUDITOR(Wing.PROTECTION, Purpose.AUDIT, ACCESS_LOG_SEE, SYSTEM_SEE),
    DATA_PROTECTION_OFFICER(Wing.PROTECTION, Purpose.AUDIT, PERSON_ERASE, PERSON_COPY, WATCH_SEE, ACCESS_LOG_SEE, SYSTEM_SEE, ACCOUNTS_CONFIRM),
    /** Runs the system and reads nobody. */
    ADMINISTRATOR(Wing.PROTECTION, Purpose.ADMINISTRATION, SYSTEM_SEE, ACCOUNTS_MANAGE),
    ANALYST(Wing.DISRUPTION, Purpose.ANALYSIS, SITES_SEE, SUPPLIES_SEE, NETWORKS_SEE, CLAIMS_SEE, PICTURE_EDIT, COLLECTIONS_SEE, COLLECTIONS_IMPORT, STATEMENTS_SEE, GATE_READ),
    INVESTIGATOR(Wing.DISRUPTION, Purpose.INVESTIGATION, SITES_SEE, SUPPLIES_SEE, NETWORKS_SEE, CLAIMS_SEE, COLLECTIONS_SEE, COLLECTIONS_PEOPLE, STATEMENTS_SEE, WITNESS_ASK),
    THREAT_ANALYST(Wing.DISRUPTION, Purpose.ANALYSIS, SITES_SEE, NETWORKS_SEE, CLAIMS_SEE, PICTURE_EDIT, COLLECTIONS_SEE, COLLECTIONS_IMPORT, STATEMENTS_SEE, GATE_READ),
    DISRUPTION_COMMAND(Wing.DISRUPTION, Purpose.COMMAND, SITES_SEE, SUPPLIES_SEE, NETWORKS_SEE, CLAIMS_SEE, COLLECTIONS_SEE, STATEMENTS_SEE),
    DISRUPTION_AUDITOR(Wing.DISRUPTION, Purpose.AUDIT, ACCESS_LOG_SEE, SYSTEM_SEE, ACCOUNTS_CONFIRM),
    DISRUPTION_ADMINISTRATOR(Wing.DISRUPTION, Purpose.ADMINISTRATION, SYSTEM_SEE, ACCOUNTS_MANAGE);

    private static final Set<Permission> STRONG =
            EnumSet.of(PERSON_SEE, PERSON_COPY, BREAK_GLASS, SESSION_SEE, SCREENING_SEE, TESTIMONY_RELEASE, PERSON_ERASE, PERSON_COPY, WATCH_SEE, ACCESS_LOG_SEE, SYSTEM_SEE, ACCOUNTS_MANAGE, PICTURE_EDIT, COLLECTIONS_SEE, STATEMENTS_SEE);

    private final Wing wing;
    private final Purpose purpose;
    private final Set<Permission> permissions;

    Role(Wing wing, Purpose purpose, Permission... permissions) {
        this.wing = wing;
        this.purpose = purpose;
        this.permissions = EnumSet.of(HOME, OWN_SETTINGS);
        this.permissions.addAll(Set.of(permissions));
    }

    public Wing wing() {
        return wing;
    }

    public Purpose purpose() {
        return purpose;
    }

    public boolean permits(Permission permission) {
        return permissions.contains(permission);
    }

    /** Whether a password alone is too little for it: it reads persons, or looks after those who do. */
    public boolean needsSecondFactor() {
        return STRONG.stream().anyMatch(permissions::contains);
    }

    /** As scenario files and tables write it, e.g. {@code case-manager}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads {@link #id()}.
     *
     * @throws IllegalArgumentException where there is no such role
     */
    public static Role of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
