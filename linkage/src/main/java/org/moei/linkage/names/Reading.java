package org.moei.linkage.names;

/**
 * One way to write a token in Latin letters.
 *
 * @param latin lower-case a–z only
 * @param source the rule set or table it comes from
 * @param weight share of this reading among those of the token, 0 to 1
 */
public record Reading(String latin, ReadingSource source, float weight) {}
