package org.moei.protection.reception;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.moei.foundation.WingFoundation;
import org.moei.protection.people.Entry;
import org.moei.protection.people.People;
import org.moei.protection.people.RecordKind;
import org.moei.protection.people.Roster;

/** The reception: lists and their import, what does not add up, records that may be one person, the next token. */
public final class Reception {
    private final Roster roster;
    private final ListBook lists;
    private final ListImport imports;
    private final SamePerson samePerson;
    private final AtomicLong nextToken = new AtomicLong(1);

    public Reception(WingFoundation foundation, Roster roster, People people, boolean rehearsal) {
        this.roster = roster;
        this.lists = new ListBook(foundation.vault());
        this.imports = new ListImport(foundation, new RowActions(rehearsal, nextToken));
        this.samePerson = new SamePerson(foundation, roster, people);
    }

    public ListBook lists() {
        return lists;
    }

    public ListImport imports() {
        return imports;
    }

    public SamePerson samePerson() {
        return samePerson;
    }

    /** All contradictions in all lists. */
    public List<Reconciliation.Contradiction> contradictions() {
        return Reconciliation.ofAll(lists.list());
    }

    /** Takes the number of the next token; tokens that were given before a restart are counted. */
    public synchronized long takeToken() {
        long given = roster.system().list(e -> e.kind() == RecordKind.PERSON).stream().map(Entry::token).mapToLong(Reception::number).max().orElse(0);
        nextToken.accumulateAndGet(given + 1, Math::max);
        return nextToken.getAndIncrement();
    }

    private static long number(String token) {
        String digits = token.replaceAll("\\D", "");
        return digits.isEmpty() || digits.length() > 12 ? 0 : Long.parseLong(digits);
    }
}
