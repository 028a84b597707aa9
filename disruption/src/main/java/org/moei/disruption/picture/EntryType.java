package org.moei.disruption.picture;

/**
 * A type of entry and the action that records it.
 *
 * @param action module and past participle, e.g. {@code sites.compound-recorded}
 * @param version of the action's payload; each version has a golden file
 * @param content the record that is sealed
 */
public record EntryType<T extends Content>(String action, int version, Class<T> content) {}
