package org.moei.simulation;

/** What has to hold at every moment of every run. */
public enum Invariant {
    /** What a device was told is kept stands in the journal for good. */
    ACKNOWLEDGED_IS_KEPT,
    /** However often an action is sent, it stands once. */
    EFFECT_ONCE,
    /** Positions are dense, and the tree over a prefix never changes. */
    ORDER_STANDS,
    /** Of two edits of one field made without knowing of each other, a person sees the second; neither is dropped or taken silently. */
    CONFLICT_IS_SEEN,
    /** Whatever a device wrote arrives or is shown to a person, once all can reach each other. */
    EVERYTHING_ARRIVES,
    /** No statement leaves that was made without a consent in force at that moment. */
    NOTHING_LEAVES_WITHOUT_CONSENT,
    /** Beyond the gate nothing of somebody is shown once the recall list that names it was read. */
    RECALL_HAS_EFFECT,
    /** Beyond the gate nothing is shown while the recall list is older than its limit. */
    STALE_LIST_SHOWS_NOTHING,
    /** Whoever asks whether somebody is here gets the same words of the same size at the same time. */
    ANSWER_TELLS_NOTHING
}
