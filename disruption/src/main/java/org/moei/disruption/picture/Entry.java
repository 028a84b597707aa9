package org.moei.disruption.picture;

import java.time.Instant;
import java.util.UUID;

/**
 * An entry as its newest revision says it.
 *
 * @param version position of the newest action on it: what an edit is based on
 * @param revisions how often it was recorded, the first time included
 * @param happened when the newest revision was made
 * @param actor the account that made it
 * @param withdrawn whether somebody took it back; it stays to be seen, struck
 * @param reason why it was taken back, else empty
 */
public record Entry<T extends Content>(
        UUID record, T content, long version, int revisions, Instant happened, UUID actor, String agency, boolean withdrawn, String reason) {

    public String key() {
        return content.key();
    }
}
