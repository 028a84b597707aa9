package org.moei.foundation.access;

import java.time.Instant;
import java.util.UUID;
import org.moei.base.Ids;
import org.moei.foundation.journal.Action;

/**
 * Who does something, when and on what device: what every method that appends takes. In a rehearsal ids and time come
 * from the seed, so that a run that was killed makes the same actions again.
 *
 * @param ids makes the ids of actions and of new records
 * @param now when it happened
 */
public record Hand(Viewer viewer, Ids ids, Instant now, String device) {

    /** Begins an action of this hand. */
    public Action.Builder act(String type, int version) {
        return act(ids.next(), type, version);
    }

    /** Begins an action with an id that the client made. */
    public Action.Builder act(UUID id, String type, int version) {
        return Action.of(id, type, version)
                .by(viewer.account(), viewer.agency(), viewer.homePlace(), viewer.purpose().id(), device)
                .happened(now);
    }
}
