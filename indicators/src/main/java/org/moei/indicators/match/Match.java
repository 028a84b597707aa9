package org.moei.indicators.match;

import java.util.Optional;
import org.moei.indicators.IndicatorType;

/**
 * An indicator found in a log.
 *
 * @param line from 1
 * @param offset of the token, in bytes from the line's start
 * @param indicator the value of the list
 * @param scope of a domain indicator
 * @param text the whole token as it stands
 */
public record Match(long line, long offset, String indicator, IndicatorType type, Optional<Scope> scope, String text) {}
