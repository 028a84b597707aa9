package org.moei.indicators.internal.find;

import org.moei.indicators.IndicatorType;

/** A hit in the page's own places: [from, to) of the normalised text. */
public record Found(IndicatorType type, String value, int from, int to, double confidence, String why) {}
