package org.moei.protection.testimony;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.moei.base.Problem;
import org.moei.gate.statement.Statement;

/**
 * A statement as the queue shows it; nobody's name, token or id is in it.
 *
 * @param version what a release is based on
 * @param hindrance why it cannot be released or pass as things are now, empty where it can
 * @param passedAs its id on the other side, empty before it passed
 * @param reason why it was withdrawn
 */
public record StatementView(
        UUID record, long version, Statement statement, String agency, LocalDate until, State state, int releases, boolean mayRelease, boolean mayWithdraw,
        Optional<Problem> hindrance, String passedAs, Optional<Reason> reason) {

    /** Where a statement is. */
    public enum State {
        PROPOSED,
        RELEASED_ONCE,
        /** Leaves with the next passage. */
        RELEASED,
        PASSED,
        WITHDRAWN,
        EXPIRED
    }

    /** Why a statement was withdrawn. */
    public enum Reason {
        /** The witness took the consent back. */
        CONSENT_REVOKED,
        /** The witness's record was erased. */
        ERASED,
        /** A case worker or keeper says why. */
        OTHER
    }
}
