package org.moei.base;

import java.util.UUID;

/** Makes ids of actions and records: UUID version 7 (RFC 9562), so that they sort by time. */
public interface Ids {

    /** A new id, unlike any other that this source has made. */
    UUID next();
}
