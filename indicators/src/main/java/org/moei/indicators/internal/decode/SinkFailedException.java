package org.moei.indicators.internal.decode;

import java.io.IOException;

/** Whoever takes the texts failed, not the source: the run ends. */
public final class SinkFailedException extends IOException {
    private static final long serialVersionUID = 1L;

    public SinkFailedException(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
