package org.moei.gate.passage;

import java.time.Instant;
import org.moei.foundation.journal.Json;

/**
 * One message as the sender meant it.
 *
 * @param sequence dense, from 1
 * @param made when; whole hours, so that it does not tell when somebody was heard
 * @param body canonical JSON
 */
public record Message(long sequence, MessageKind kind, Instant made, byte[] body) {

    /** Reads the body. */
    public <T> T read(Class<T> type) {
        return Json.read(body, type);
    }

    /** A message that is not yet numbered. */
    public record Draft(MessageKind kind, Instant made, Object body) {}
}
