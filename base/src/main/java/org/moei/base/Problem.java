package org.moei.base;

import java.util.Optional;

/**
 * What went wrong, in the one form that command line, pages and logs share.
 *
 * <p>{@link #message()} never holds a value of a person's data; the value stands apart in {@link #value()} and is shown
 * to the signed-in importer and in a {@code --rejects} file only.
 *
 * @param code stable, in kebab-case, e.g. {@code document-check-digit}
 * @param where file, row and field as far as known; never null, may be {@link Where#NOWHERE}
 * @param message one sentence that names what is wrong, without personal values
 * @param value the refused value, redacted everywhere but for its importer
 * @param advice what would be right; printed on a line of its own that starts with "Maybe"
 * @param kind decides the exit code of a command and the HTTP status of a page
 */
public record Problem(String code, Where where, String message, Optional<String> value, Optional<String> advice, Kind kind) {

    /** The kinds of failure and what they mean at both borders. */
    public enum Kind {
        /** Rows were refused; what was good is kept. */
        REFUSED(1, 422),
        /** The command or request was wrong as a whole. */
        WRONG_USE(2, 400),
        /** Nobody signed in, or not allowed. The two look the same from outside. */
        DENIED(2, 403),
        /** Based on a version that is no longer the newest. */
        CONFLICT(1, 409),
        /** Names are sealed until officers unlock them. */
        SEALED(3, 423),
        /** It could not run: missing file, disk full, database gone. */
        COULD_NOT_RUN(3, 503);

        private final int exit;
        private final int httpStatus;

        Kind(int exit, int httpStatus) {
            this.exit = exit;
            this.httpStatus = httpStatus;
        }

        /** The exit code of a command. */
        public int exit() {
            return exit;
        }

        /** The status of a response. */
        public int httpStatus() {
            return httpStatus;
        }
    }

    /**
     * A place in an input.
     *
     * @param file as given by the caller, or empty
     * @param row counted from 1 with the header as row 1, or 0 where there is no row
     * @param field the field or column, or empty
     */
    public record Where(String file, long row, String field) {
        public static final Where NOWHERE = new Where("", 0, "");

        public static Where field(String field) {
            return new Where("", 0, field);
        }

        public static Where row(String file, long row, String field) {
            return new Where(file, row, field);
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(file);
            if (row > 0) {
                text.append(text.isEmpty() ? "row " : ", row ").append(row);
            }
            if (!field.isEmpty()) {
                text.append(text.isEmpty() ? "" : ", ").append(field);
            }
            return text.toString();
        }
    }

    public static Problem of(Kind kind, String code, String message) {
        return new Problem(code, Where.NOWHERE, message, Optional.empty(), Optional.empty(), kind);
    }

    public Problem at(Where place) {
        return new Problem(code, place, message, value, advice, kind);
    }

    public Problem withValue(String refused) {
        return new Problem(code, where, message, Optional.of(refused), advice, kind);
    }

    public Problem withAdvice(String text) {
        return new Problem(code, where, message, value, Optional.of(text), kind);
    }

    public ProblemException asException() {
        return new ProblemException(this, null);
    }

    public ProblemException asException(Throwable cause) {
        return new ProblemException(this, cause);
    }

    /** For people and logs: never the value. */
    @Override
    public String toString() {
        String place = where.toString();
        return (place.isEmpty() ? "" : place + ": ") + message + " [" + code + "]" + advice.map(a -> "\nMaybe " + a).orElse("");
    }

    /** For the signed-in importer and the rejects file: with the value. */
    public String withValueShown() {
        return toString() + value.map(v -> "\nRead: " + v).orElse("");
    }
}
