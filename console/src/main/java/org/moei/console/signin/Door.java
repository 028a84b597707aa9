package org.moei.console.signin;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.moei.foundation.access.Passkeys;
import org.moei.foundation.access.Viewer;

/** Who comes in, by which ways, and whose session stands. What was tried and what opened is logged before it answers. */
public interface Door {

    /** What a name and a password open. */
    sealed interface Answer {
        /** Nothing: wrong, unknown, resting, waiting or shut. Which of them is never said. */
        record Refused() implements Answer {}

        /** The house. */
        record Open(Viewer viewer) implements Answer {}

        /** The question for a code of the authenticator app. */
        record CodeNeeded(Viewer viewer) implements Answer {}

        /** The page on which an authenticator app is set up, since this role reads people and the account has none. */
        record MustEnrol(Viewer viewer) implements Answer {}
    }

    /** Takes equally long for wrong names and wrong passwords. */
    Answer byPassword(String name, String password);

    /** What an agency's own provider opens: an account of that agency that stands here.
     *
     * @param strong whether the provider asked for two factors, so that none is asked here
     */
    Answer byProvider(String name, String agency, boolean strong);

    /** Whether a code of the app, or one on paper, completes what the password began. */
    boolean byCode(Viewer viewer, String code);

    /** A new secret for an authenticator app. */
    byte[] propose();

    /** Keeps the secret once a code of it was shown; the codes on paper, or empty where the code does not fit. */
    Optional<List<String>> enrol(Viewer viewer, byte[] secret, String code);

    /** Whether the password was handed over, so that its owner chooses another before a session begins. */
    boolean mustChoose(Viewer viewer);

    /** Keeps the owner's first choice.
     *
     * @return empty where it is kept; else why not, as a key of texts after {@code account.}
     */
    Optional<String> choose(Viewer viewer, String fresh);

    /** A passkey of one of the accounts. */
    Optional<Passkeys.Passkey> findPasskey(byte[] id);

    /** Whose passkey answered; empty where the account is shut or waits, or the answer did not fit.
     *
     * @param uses the authenticator's count, or empty where its answer did not fit
     */
    Optional<Viewer> byPasskey(Passkeys.Passkey passkey, OptionalLong uses);

    /** Begins a session.
     *
     * @param way {@code password}, {@code code}, {@code passkey} or {@code provider}
     * @param device in two words
     */
    void begin(UUID session, Viewer viewer, String way, String device);

    /** Whether the session stands; asked at every request. */
    boolean stands(UUID session, Viewer viewer);

    /** Ends a session whose owner signs out. */
    void end(UUID session, Viewer viewer);
}
