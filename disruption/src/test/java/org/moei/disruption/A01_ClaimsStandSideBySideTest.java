package org.moei.disruption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moei.disruption.claims.Claim;
import org.moei.disruption.claims.ClaimGroup;
import org.moei.disruption.claims.Subject;
import org.moei.disruption.picture.Basis;
import org.moei.disruption.picture.Shown;
import org.moei.foundation.access.Role;
import org.moei.foundation.journal.Action;

class A01_ClaimsStandSideBySideTest {
    private final TestDisruption house = new TestDisruption(1);

    @AfterEach
    void close() {
        house.close();
    }

    /** Lines of: key | subject | definition | bound | low | high | said | attributed to | date. */
    private void record(String table) {
        for (String line : table.strip().split("\n")) {
            List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            Basis basis = house.said("text-" + cells.get(0), cells.get(8));
            Claim claim = new Claim(cells.get(0), cells.get(1), Claim.Kind.PEOPLE, cells.get(2), "MMR", cells.get(4), cells.get(5), Claim.Bound.valueOf(cells.get(3)),
                    "people", "as said", cells.get(6), cells.get(7), "", basis);
            house.wing().claims().record(house.analyst(), claim, Action.NEW);
        }
    }

    private ClaimGroup subject(String subject) {
        return house.wing().claims().subject(house.viewer(Role.INVESTIGATOR), subject);
    }

    @Test
    void oneFigureThatTwoTextsAscribeToTwoOriginsIsDisputed() {
        record("""
                a | captives | people held | ABOUT | 120000 | | Text A | Interpol       |
                b | captives | people held | ABOUT | 120000 | | Text B | United Nations |
                """);
        assertThat(subject("captives").disagreements()).singleElement()
                .isEqualTo(new ClaimGroup.Disagreement(ClaimGroup.Kind.ORIGIN_DISPUTED, List.of("a", "b"), "One figure, ascribed to Interpol and to United Nations."));
    }

    @Test
    void figuresOfOneDefinitionThatCannotBothBeTrueDisagree() {
        record("""
                a | compounds | compounds built | EXACT | 30 | | Study          | Study | 2025-09-01
                b | compounds | compounds built | EXACT | 27 | | Other accounts | Study | 2025-09-10
                """);
        assertThat(subject("compounds").disagreements()).singleElement().satisfies(disagreement -> {
            assertThat(disagreement.kind()).isEqualTo(ClaimGroup.Kind.FIGURES_DIFFER);
            assertThat(disagreement.why()).isEqualTo("30 and 27 for the same: compounds built.");
        });
    }

    @Test
    void figuresOfDifferentTimesMayDifferBecauseTheThingChanged() {
        record("""
                a | demolition | buildings torn down | EXACT | 148 | | State | State | 2025-11-12
                b | demolition | buildings torn down | EXACT | 398 | | State | State | 2025-12-13
                """);
        assertThat(subject("demolition").disagreements()).extracting(ClaimGroup.Disagreement::kind).containsExactly(ClaimGroup.Kind.FIGURES_DIFFER_OVER_TIME);
    }

    @Test
    void claimsThatDefineDifferentThingsAreNeitherAddedNorCompared() {
        record("""
                a | captives | people who may be held  | AT_MOST  | 100000 | | Police   | Police   | 2025-03-15
                b | captives | people employed by them | AT_LEAST | 200000 | | Ministry | Ministry | 2025-01-27
                """);
        ClaimGroup group = subject("captives");
        assertThat(group.disagreements()).singleElement().satisfies(d -> {
            assertThat(d.kind()).isEqualTo(ClaimGroup.Kind.DEFINITIONS_DIFFER);
            assertThat(d.why()).isEqualTo("2 meanings stand here: not added, not averaged.");
        });
        assertThat(group.meanings()).isEqualTo(2);
        assertThat(group.figures()).isEqualTo(2);
    }

    @Test
    void claimsThatFitDoNotDisagree() {
        record("""
                a | captives | people held | ABOUT    | 120000 |        | One   | One | 2023-12-01
                b | captives | people held | AT_LEAST | 110000 |        | Two   | Two | 2023-12-01
                c | captives | people held | RANGE    | 100000 | 130000 | Three | Two | 2023-12-01
                d | captives | people held | NO_FIGURE |       |        | Four  | Two | 2023-12-01
                """);
        assertThat(subject("captives").disagreements()).isEmpty();
        assertThat(subject("captives").claims()).extracting(claim -> claim.content().figure()).containsExactlyInAnyOrder("about 120,000", "at least 110,000", "100,000 to 130,000", "");
    }

    @Test
    void aForecastIsNeverInTheColumnOfFacts() {
        Basis basis = house.said("police", "2025-02-10");
        house.wing().claims().record(house.analyst(), new Claim("wave", "first-wave", Claim.Kind.FORECAST, "people expected", "MMR", "7000", "", Claim.Bound.ABOUT, "people",
                "7,000 expected", "Police", "Police", "", basis), Action.NEW);
        assertThat(house.wing().claims().page(house.viewer(Role.ANALYST))).satisfies(page -> {
            assertThat(page.facts()).isEmpty();
            assertThat(page.forecasts()).extracting(ClaimGroup::subject).containsExactly("first-wave");
        });
    }

    @Test
    void aClaimShowsItsSourceItsGradeAndItsAge() {
        record("a | captives | people held | EXACT | 5 | | One | One | 2025-12-02");
        Shown<Claim> shown = subject("captives").claims().getFirst();
        assertThat(shown.sourceTitle()).isEqualTo("What text-a says");
        assertThat(shown.grade()).isEqualTo("B2");
        assertThat(shown.textRead()).isTrue();
        assertThat(shown.ageOn(java.time.LocalDate.of(2025, 12, 12))).hasValue(10);
    }

    @Test
    void aTextThatGivesOnlyAMonthIsNeverMadeFiner() {
        record("a | captives | people held | EXACT | 5 | | One | One | 2025-11");
        assertThat(subject("captives").claims().getFirst().content().basis().words()).isEqualTo("November 2025");
        assertThat(house.said("undated", "").words()).isEqualTo("not dated");
    }

    @Test
    void aSubjectIsAskedInOurWordsOrByItsKey() {
        assertThat(house.wing().claims().question("captives-myanmar")).isEqualTo("captives myanmar");
        house.wing().claims().record(house.analyst(), new Subject("captives-myanmar", "How many people in Myanmar?"), Action.NEW);
        assertThat(house.wing().claims().question("captives-myanmar")).isEqualTo("How many people in Myanmar?");
    }

    @Test
    void aClaimThatIsTakenBackLeavesThePageAndStaysInTheJournal() {
        record("""
                a | captives | people held | EXACT | 5 | | One | One | 2025-12-02
                b | captives | people held | EXACT | 6 | | Two | Two | 2025-12-02
                """);
        house.wing().claims().withdraw(house.analyst(), "b", "The text says something else.");
        assertThat(subject("captives").claims()).extracting(Shown::key).containsExactly("a");
        assertThat(house.wing().picture().find(Claim.class, "b").orElseThrow()).satisfies(entry -> {
            assertThat(entry.withdrawn()).isTrue();
            assertThat(entry.reason()).isEqualTo("The text says something else.");
        });
        assertThat(house.wing().foundation().journal().history(house.wing().picture().find(Claim.class, "b").orElseThrow().record(), Long.MAX_VALUE, 10)).hasSize(2);
    }
}
