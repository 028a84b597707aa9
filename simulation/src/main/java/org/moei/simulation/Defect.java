package org.moei.simulation;

/** Faults of the software itself, put in to see that the invariants find them. */
public enum Defect {
    NONE,
    /** The writer answers, then its process dies, and nothing was committed. */
    ANSWERS_BEFORE_THE_COMMIT,
    /** The writer does not recognise an action that it has. */
    FORGETS_IDS,
    /** The writer takes an edit whatever it was based on. */
    IGNORES_THE_BASE,
    /** A device forgets what it sent, whether or not it was answered. */
    DEVICE_FORGETS_WHAT_IT_SENT,
    /** A statement is passed without looking at the consent again. */
    PASSES_WITHOUT_LOOKING,
    /** The other wing goes on showing what the recall list names. */
    IGNORES_THE_RECALL,
    /** The other wing shows what it has however old its recall list is. */
    TRUSTS_AN_OLD_LIST,
    /** Who is not here is answered about at once. */
    ANSWERS_SOONER_WHERE_NOBODY_IS
}
