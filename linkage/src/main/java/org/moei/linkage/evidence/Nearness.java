package org.moei.linkage.evidence;

/** How two tokens, or two values of a column, agree: from a graph made once, or on the spot. */
interface Nearness {
    /** {@link Vocabulary#SAME}, {@code NEAR}, {@code FAR}, {@code INITIAL} or 0. */
    byte tokens(int a, int b);

    /** A level of {@link TextColumn}. */
    byte texts(int column, int a, int b);
}
