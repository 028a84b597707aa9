package org.moei.foundation.journal;

/**
 * Something that a verification found.
 *
 * @param kind {@code changed}, {@code missing}, {@code inserted}, {@code not-canonical}, {@code root}, {@code head}, {@code column}, {@code record-index}, {@code unreadable}
 * @param position the action or line concerned, 0 where it is the whole
 * @param detail without any content of the action
 */
public record Finding(String kind, long position, String detail) {}
