package org.moei.linkage.names;

import java.util.List;

/**
 * How two names agree.
 *
 * @param kind the weakest kind that holds for all aligned parts, or {@link Kind#PARTIAL} if parts of both names are left over
 * @param similarity 0 to 1; 1 for the same characters
 * @param logLikelihoodRatio ln P(this pair of spellings | same person) − ln P(… | two people drawn at random), from letter tables alone:
 *     rarity is that of the spelling, not of the name in the data at hand
 * @param aligned the aligned parts, by position on the left
 * @param orderChanged whether the aligned parts stand in another order
 * @param initialsUsed whether an initial was aligned with a name
 * @param missingParts parts of the shorter name's partner, plus parts of the shorter name, that found no counterpart
 */
public record NameAgreement(
        Kind kind, double similarity, double logLikelihoodRatio, List<TokenPair> aligned, boolean orderChanged, boolean initialsUsed, int missingParts) {

    /** Kinds of agreement, the strongest first. */
    public enum Kind {
        /** The same characters after repair of encoding, width and case. */
        SAME_CHARACTERS,
        /** Other characters, the same first reading. */
        SAME_READING,
        /** Some readings are the same. */
        READINGS_INTERSECT,
        /** A reading of one is a usual misspelling or another romanisation of a reading of the other. */
        NEAR_READING,
        /** Only the consonants agree. */
        SKELETON_EQUAL,
        /** Some parts agree and others don't. */
        PARTIAL,
        /** Nothing agrees. */
        DIFFERENT,
        /** One of the names is empty or a placeholder: neither agreement nor disagreement. */
        MISSING
    }

    /** The answer where one side says nothing. */
    public static final NameAgreement NOTHING = new NameAgreement(Kind.MISSING, 0, 0, List.of(), false, false, 0);
}
