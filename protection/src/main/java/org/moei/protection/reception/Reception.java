package org.moei.protection.reception;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.moei.foundation.WingFoundation;
import org.moei.protection.people.People;
import org.moei.protection.people.Roster;

/** The reception: lists and their import, what does not add up, records that may be one person, the next token. */
public final class Reception {
    private final Roster roster;
    private final ListBook lists;
    private final ListImport imports;
    private final SamePerson samePerson;
    private final ArrivalBook arrivals;
    private final AtomicLong nextToken = new AtomicLong(1);

    public Reception(WingFoundation foundation, Roster roster, People people, boolean rehearsal) {
        this.roster = roster;
        this.lists = new ListBook(foundation.vault());
        this.imports = new ListImport(foundation, new RowActions(rehearsal, nextToken), rehearsal, this::countGivenTokens);
        this.samePerson = new SamePerson(foundation, roster, people, lists);
        this.arrivals = new ArrivalBook(foundation, people);
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

    public ArrivalBook arrivals() {
        return arrivals;
    }

    /** All contradictions in all lists. */
    public List<Reconciliation.Contradiction> contradictions() {
        return Reconciliation.ofAll(lists.list());
    }

    /** Takes the number of the next token; tokens that were given before a restart are counted. */
    public synchronized long takeToken() {
        countGivenTokens();
        return nextToken.getAndIncrement();
    }

    private void countGivenTokens() {
        nextToken.accumulateAndGet(roster.system().highestToken() + 1, Math::max);
    }
}
