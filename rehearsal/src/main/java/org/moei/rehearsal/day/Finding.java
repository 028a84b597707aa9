package org.moei.rehearsal.day;

/** What a team decides. None of them is a verdict on the person, and any can be reopened by another team. */
public enum Finding {
    /** Reasonable grounds: refer to the multi-disciplinary team. */
    GROUNDS_FOUND,
    /** No grounds in what is known. */
    NO_GROUNDS_FOUND,
    /** What is unknown could change the outcome: listen again. */
    OPEN_QUESTIONS
}
