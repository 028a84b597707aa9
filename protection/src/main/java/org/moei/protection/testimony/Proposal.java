package org.moei.protection.testimony;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moei.foundation.journal.Recorded;

/** A statement on its way, as the book keeps it: content sealed, the two who released it, what became of it. Changed by the book alone. */
final class Proposal {
    final UUID record;
    final byte[] statement;
    final byte[] origin;
    final UUID proposer;
    final String agency;
    final LocalDate until;
    final List<UUID> releasedBy = new ArrayList<>();
    byte @Nullable [] passage;
    byte @Nullable [] withdrawal;
    long version;

    Proposal(UUID record, byte[] statement, byte[] origin, Recorded each) {
        this.record = record;
        this.statement = statement;
        this.origin = origin;
        this.proposer = each.envelope().actor();
        this.agency = each.envelope().agency();
        this.until = LocalDate.parse(each.envelope().clear("until"));
        this.version = each.position();
    }

    boolean isWithdrawn() {
        return withdrawal != null;
    }

    boolean isPassed() {
        return passage != null;
    }

    boolean isReleased() {
        return releasedBy.size() >= Testimony.KEEPERS;
    }
}
