package org.moei.indicators.internal.decode;

import java.io.Reader;

/** A text that came out of something else. */
public record Decoded(Reader reader) {}
