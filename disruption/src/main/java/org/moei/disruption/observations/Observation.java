package org.moei.disruption.observations;

import java.time.Instant;
import java.util.Optional;
import org.moei.indicators.IndicatorType;

/**
 * A row of a file that is imported.
 *
 * @param value in the form in which it is compared and shown
 * @param grade Admiralty code; empty where the import's holds
 * @param firstSeen when the source saw it first, as far as it says so
 * @param detail where in the source, e.g. {@code chat.txt@120}; never kept of a value that is sealed
 */
record Observation(IndicatorType type, String value, Part part, String grade, Optional<Instant> firstSeen, Optional<Instant> lastSeen, String detail) {}
