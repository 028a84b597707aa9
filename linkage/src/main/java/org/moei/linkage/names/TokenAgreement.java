package org.moei.linkage.names;

/**
 * How two tokens agree.
 *
 * @param kind as in {@link NameAgreement}
 * @param similarity 0 to 1
 * @param weight natural log likelihood ratio
 */
record TokenAgreement(NameAgreement.Kind kind, double similarity, double weight) {
    /** Not comparable. */
    static final TokenAgreement NONE = new TokenAgreement(NameAgreement.Kind.DIFFERENT, 0, -5.2);

    boolean aligns() {
        return kind != NameAgreement.Kind.DIFFERENT;
    }

    TokenPair pair(int left, int leftCount, int right, int rightCount) {
        return new TokenPair(left, leftCount, right, rightCount, kind, similarity, weight);
    }
}
