package org.moei.protection.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.moei.linkage.api.PersonRecord;
import org.moei.protection.reception.SamePerson.Suggestion;

/** Which likely pairs are linked without a person looking, and which wait for one. */
class AutomaticLinksTest {
    private final Map<UUID, PersonRecord> records = new LinkedHashMap<>();
    private final Map<UUID, String> versions = new HashMap<>();
    private final Map<UUID, UUID> repeats = new LinkedHashMap<>();
    private final Map<PairOf, RecordBook.Decision> decided = new HashMap<>();

    /** A row of a list's version, as in {@code BGF/2}; a person with a token where the version is empty. */
    private UUID row(String version, String name, String birth, String document) {
        UUID id = new UUID(0, records.size() + 1);
        PersonRecord.Builder builder = PersonRecord.of(id.toString()).name(name).birthDate(birth);
        if (!document.isEmpty()) {
            builder.document(document);
        }
        records.put(id, builder.build());
        versions.put(id, version);
        return id;
    }

    private AutomaticLinks.Outcome choose(Suggestion... pairs) {
        RecordBook.Snapshot now = new RecordBook.Snapshot(records, repeats, decided);
        return new AutomaticLinks(now, this::listOf, id -> versions.getOrDefault(id, "")).choose(List.of(pairs));
    }

    private String listOf(UUID id) {
        String version = versions.getOrDefault(id, "");
        return version.isEmpty() ? "" : version.substring(0, version.indexOf('/'));
    }

    private static Suggestion pair(UUID left, UUID right, double probability) {
        return new Suggestion(left, right, probability);
    }

    @Test
    void aPairThatStandsOutIsLinked() {
        UUID row = row("BGF/1", "Nguyen Khac Kien", "1998-03-02", "");
        UUID person = row("", "Nguyen Khac Kien", "1998", "");
        assertThat(choose(pair(row, person, 0.97)).links()).extracting(Suggestion::left).containsExactly(row);
    }

    @Test
    void aPairWaitsWhereSomebodyElseOnTheListComesAsNear() {
        UUID person = row("", "Chala Lemi Feyisa", "1996", "");
        UUID one = row("BGF/1", "Chala Lemi Feyisa", "1996-02-01", "");
        UUID other = row("BGF/1", "Chala Lemi Feyisa", "1996-11-20", "");
        AutomaticLinks.Outcome outcome = choose(pair(person, one, 0.99), pair(person, other, 0.99));
        assertThat(outcome.links()).isEmpty();
        assertThat(outcome.open()).hasSize(2).allSatisfy(p -> assertThat(p.probability()).isBetween(0.45, 0.5));
    }

    @Test
    void aNearNameOnAnotherListIsNoRival() {
        UUID person = row("", "Chala Lemi Feyisa", "1996", "");
        UUID one = row("BGF/1", "Chala Lemi Feyisa", "1996-02-01", "");
        UUID other = row("embassy/1", "Chala Lemi Feyisa", "1996-02-01", "");
        assertThat(choose(pair(person, one, 0.99), pair(person, other, 0.99), pair(one, other, 0.999)).links()).hasSize(3);
    }

    @Test
    void twoRowsOfOneListDoNotBecomeOnePersonThroughAThirdRecord() {
        UUID one = row("BGF/1", "Farook Mohamed Ismail", "2000", "");
        UUID other = row("BGF/1", "Farook Mohammad Ismael", "2000", "");
        UUID embassy = row("embassy/1", "Farook Mohamed Ismail", "2000-05-06", "");
        UUID state = row("state/1", "Farook Mohammad Ismael", "2000-05-06", "");
        AutomaticLinks.Outcome outcome = choose(pair(one, embassy, 0.99), pair(other, state, 0.98), pair(embassy, state, 0.97));
        assertThat(outcome.links()).hasSize(2);
        assertThat(outcome.open()).extracting(Suggestion::left, Suggestion::right).containsExactly(org.assertj.core.groups.Tuple.tuple(embassy, state));
    }

    @Test
    void documentsOfTwoPeopleOutweighAnyProbabilityAndAreNotEvenShown() {
        UUID row = row("BGF/1", "Rina Hartati", "2001-01-07", "X1756055");
        UUID other = row("embassy/1", "Rina Hartati", "2001-01-07", "C9920418");
        AutomaticLinks.Outcome outcome = choose(pair(row, other, 0.9999));
        assertThat(outcome.links()).isEmpty();
        assertThat(outcome.open()).isEmpty();
    }

    @Test
    void aDigitMistypedInADocumentLeavesAPairThatStandsOutAlone() {
        UUID row = row("BGF/1", "Rina Hartati", "2001-01-07", "X1756055");
        UUID other = row("embassy/1", "Rina Hartati", "2001-01-07", "X1756085");
        assertThat(choose(pair(row, other, 0.9999)).links()).hasSize(1);
        assertThat(choose(pair(row, other, 0.90)).links()).isEmpty();
    }

    @Test
    void twoPeopleWithTokensAreForHumansOnlyAndNotJoinedThroughARow() {
        UUID one = row("", "Asha Tolera", "1999-09-12", "");
        UUID other = row("", "Asha Tolera", "1999-09-12", "");
        UUID row = row("BGF/1", "Asha Tolera", "1999", "");
        assertThat(choose(pair(one, other, 0.9999)).links()).isEmpty();
        AutomaticLinks.Outcome outcome = choose(pair(one, row, 0.999), pair(other, row, 0.999), pair(one, other, 0.999));
        assertThat(outcome.links()).hasSize(1);
        assertThat(outcome.open()).hasSize(2);
    }

    @Test
    void whatAPersonTookApartStaysApartThroughEveryThirdRecord() {
        UUID one = row("BGF/1", "Le Thi Mai", "1997-07-12", "");
        UUID other = row("embassy/1", "Le Thi Mai", "1997-07-12", "");
        UUID third = row("state/1", "Le Thi Mai", "1997-07-12", "");
        decided.put(new PairOf(one, other), RecordBook.Decision.KEPT_APART);
        AutomaticLinks.Outcome outcome = choose(pair(one, other, 0.99), pair(one, third, 0.99), pair(other, third, 0.99));
        assertThat(outcome.links()).hasSize(1);
        assertThat(outcome.open()).hasSize(1);
    }

    @Test
    void aLinkThatAPersonTookBackWaitsAgainAndIsNeverAutomatic() {
        UUID one = row("BGF/1", "Le Thi Mai", "1997-07-12", "");
        UUID other = row("embassy/1", "Le Thi Mai", "1997-07-12", "");
        decided.put(new PairOf(one, other), RecordBook.Decision.TAKEN_BACK);
        AutomaticLinks.Outcome outcome = choose(pair(one, other, 0.9999));
        assertThat(outcome.links()).isEmpty();
        assertThat(outcome.open()).hasSize(1);
    }

    @Test
    void aRowThatRepeatsAnEarlierVersionStandsForItThere() {
        UUID first = row("BGF/1", "Thi Linh Tam Nguyen", "1997", "");
        UUID again = new UUID(0, 99);
        versions.put(again, "BGF/2");
        repeats.put(again, first);
        UUID stranger = row("BGF/2", "Nguyen Thi Linh Tam", "1997", "");
        assertThat(choose(pair(first, stranger, 0.94)).links()).extracting(Suggestion::left).containsExactly(again);
    }
}
