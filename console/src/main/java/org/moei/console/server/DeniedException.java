package org.moei.console.server;

/** Not there, or not allowed: which of the two is never said. */
public final class DeniedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DeniedException() {
        super("denied", null, false, false);
    }
}
