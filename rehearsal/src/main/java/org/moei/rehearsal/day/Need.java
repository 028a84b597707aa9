package org.moei.rehearsal.day;

/** What somebody must see to at once. */
public enum Need {
    PREGNANT,
    CHILD_ALONE,
    TUBERCULOSIS,
    INJURY,
    CHRONIC_ILLNESS,
    MENTAL_HEALTH,
    DISABILITY;

    /** Whether a health worker must say that the person may travel. */
    boolean needsFitToTravel() {
        return switch (this) {
            case PREGNANT, TUBERCULOSIS, INJURY -> true;
            case CHILD_ALONE, CHRONIC_ILLNESS, MENTAL_HEALTH, DISABILITY -> false;
        };
    }
}
