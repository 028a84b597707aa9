package org.moei.linkage.names;

/**
 * Two tokens that were aligned.
 *
 * @param left index into the left name's {@link ParsedName#parts()}
 * @param right index into the right name's parts
 * @param leftCount how many adjacent parts are joined on the left (1 unless one side writes two parts as one word)
 * @param rightCount the same on the right
 * @param kind how these two agree
 * @param similarity 0 to 1
 * @param logLikelihoodRatio natural logarithm; above 0 speaks for the same name
 */
public record TokenPair(int left, int leftCount, int right, int rightCount, NameAgreement.Kind kind, double similarity, double logLikelihoodRatio) {}
