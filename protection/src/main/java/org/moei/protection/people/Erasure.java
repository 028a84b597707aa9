package org.moei.protection.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.moei.base.Problem;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.journal.Action;
import org.moei.foundation.journal.Follower;
import org.moei.foundation.journal.Recorded;

/**
 * Destroys what is held on somebody. The key goes, so that names, births, documents, interviews and consents open no more
 * in the database, the journal, exports and backups; the clear fields of the record are emptied. What stays is told before:
 * the random id and the token, that there was an action and of which kind, and the clear fields in the journal's past.
 */
public final class Erasure implements Follower {
    static final String ERASED = "people.person-erased";
    private static final String GONE = "erased";
    /** Clear fields that the record loses. */
    static final List<String> EMPTIED = List.of("nationality", "sex", "age-band", "language", "how-out", "urgent", "group", "journey", "unscreened");

    private final WingFoundation foundation;
    private final Roster roster;

    public Erasure(WingFoundation foundation, Roster roster) {
        this.foundation = foundation;
        this.roster = roster;
    }

    /**
     * What an erasure would do.
     *
     * @param records the person's record and the rows that the same agency holds on lists and that count as the same person
     * @param elsewhere rows and requests of other agencies: these stay until those agencies erase them
     */
    public record Plan(List<UUID> records, long elsewhere) {}

    /**
     * What would go and what would stay, by token.
     *
     * @throws org.moei.base.ProblemException {@code DENIED}, in the same words whether or not there is such a token
     */
    public Plan plan(Hand hand, String token) {
        foundation.authoriser().require(hand.viewer(), Permission.PERSON_ERASE);
        return plan(hand, roster.system().list(e -> e.kind() == RecordKind.PERSON && e.token().equals(token)).stream().findFirst().orElseThrow(Authoriser::denied));
    }

    /**
     * What would go and what would stay of a record: with a person the rows of the same agency, of a row or a request itself alone.
     *
     * @throws org.moei.base.ProblemException {@code DENIED}, in the same words whether or not there is such a record
     */
    public Plan plan(Hand hand, UUID record) {
        foundation.authoriser().require(hand.viewer(), Permission.PERSON_ERASE);
        return plan(hand, roster.system().find(record).filter(e -> !e.state().equals(GONE)).orElseThrow(Authoriser::denied));
    }

    private Plan plan(Hand hand, Entry person) {
        List<UUID> records = new ArrayList<>(List.of(person.id()));
        long elsewhere = 0;
        for (UUID each : roster.system().cluster(person.id())) {
            Entry entry = roster.system().find(each).orElseThrow(Authoriser::denied);
            if (each.equals(person.id())) {
                continue;
            }
            if (person.kind() == RecordKind.PERSON && entry.kind() == RecordKind.LIST_ROW && entry.agency().equals(person.agency())) {
                records.add(each);
            } else {
                elsewhere++;
            }
        }
        foundation.accessLog().read(hand.viewer(), "erasure-plan", records);
        return new Plan(records, elsewhere);
    }

    /**
     * The actions that erase; the keys are destroyed as soon as they are kept.
     *
     * @param reason why, in words that name nobody; kept under the agency's key
     */
    public List<Action> erase(Hand hand, Plan plan, String reason) {
        foundation.authoriser().require(hand.viewer(), Permission.PERSON_ERASE);
        if (reason.isBlank()) {
            throw Problem.of(Problem.Kind.REFUSED, "reason-missing", "An erasure needs a reason.").asException();
        }
        return plan.records().stream().map(record -> erase(hand, record, reason)).toList();
    }

    /**
     * The actions that say once more who was erased, for a journal that was restored from before: of those records that it
     * holds and does not know as erased.
     */
    public List<Action> again(Hand hand, Collection<UUID> erased) {
        foundation.authoriser().require(hand.viewer(), Permission.PERSON_ERASE);
        return erased.stream()
                .filter(record -> roster.system().find(record).map(entry -> !entry.state().equals(GONE)).orElse(false))
                .map(record -> erase(hand, record, "The ledger of erasures names this record."))
                .toList();
    }

    private Action erase(Hand hand, UUID record, String reason) {
        Entry entry = roster.system().find(record).orElseThrow(Authoriser::denied);
        return hand.act(ERASED, 1)
                .touch(record, entry.kind().id(), Action.ANY)
                .clear("state", GONE)
                .sealForAgency("erasure", Map.of("reason", reason))
                .build();
    }

    /** Keys go where the journal says so: also after a crash between the two, and on a database or keys that were restored. */
    @Override
    public void follow(List<Recorded> actions) {
        for (Recorded each : actions) {
            if (each.envelope().type().equals(ERASED)) {
                each.envelope().touches().forEach(touch -> foundation.vault().destroy(touch.record()));
            }
        }
    }
}
