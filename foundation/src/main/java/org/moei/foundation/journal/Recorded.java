package org.moei.foundation.journal;

/**
 * An envelope at its place in the journal.
 *
 * @param position dense, from 1
 */
public record Recorded(long position, Envelope envelope) {}
