package org.moei.foundation.files;

/** A file that is not built like the type that its first bytes name. */
final class MalformedFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedFileException() {
        super("The file is not built like its type.");
    }
}
