package org.moei.rehearsal.scenario;

/** The side of the house that an agency or account works on. No account is in both. */
public enum Wing {
    PROTECTION,
    DISRUPTION,
    /** Agencies only: parties without an account here, such as an armed group or an embassy. */
    OUTSIDE
}
