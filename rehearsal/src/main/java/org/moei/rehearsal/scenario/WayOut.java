package org.moei.rehearsal.scenario;

/** How a person came out of a compound. */
public enum WayOut {
    RELEASED,
    FLED,
    RAIDED_OUT,
    BOUGHT_FREE
}
