package org.moei.console.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Viewer;
import org.moei.protection.people.Entry;
import org.moei.protection.people.RecordKind;

/** The main work in a real browser over both real wings, from the desk to the departure: what is typed is in the journal. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealBrowserTest {
    private static final Viewer DESK = RealWings.viewer(RealWings.DESK, Role.RECEPTION, "immigration");

    private final RealWings wings = new RealWings();
    private final String base = "http://localhost:" + wings.console.port();
    private @Nullable Browsers opened;

    @BeforeAll
    void open() {
        opened = new Browsers();
    }

    @AfterAll
    void stop() {
        if (opened != null) {
            opened.close();
        }
        wings.close();
    }

    @AfterEach
    void theBrowserComplainedOfNothing() {
        assertThat(browsers().complaints).filteredOn(complaint -> !complaint.contains("status of 403") && !complaint.contains("status of 400")).isEmpty();
    }

    private Browsers browsers() {
        return Objects.requireNonNull(opened);
    }

    private Page as(String name) {
        return browsers().signedIn(base, name);
    }

    /** A group with one line for each set of cells, in the order of the grid; the page of the grid. */
    private Page enter(String label, List<List<String>> lines) {
        Page page = as(RealWings.DESK);
        page.navigate("/arrivals");
        page.fill("#label", label);
        page.locator("button.go").click();
        page.waitForURL("**/arrivals/**");
        int before = 0;
        for (List<String> cells : lines) {
            page.locator("[name=sex]").focus();
            for (String cell : cells) {
                page.keyboard().type(cell);
                page.keyboard().press("Tab");
            }
            page.locator("[name=name]").press("Enter");
            before++;
            assertThat(page.locator("tr[data-line]")).hasCount(before);
        }
        return page;
    }

    private static String person(Page grid, int line) {
        return Objects.requireNonNull(grid.locator("tr[data-line] .token a").nth(line).getAttribute("href"));
    }

    @Test
    void theGridKeepsWhatWasTypedAndWhoCameWithWhomAndANameOfEachScript() {
        Page page = enter("Bus 7", List.of(
                List.of("F", "about 25", "am", "", "no", "fled", "", "ብርቱካን ታደሰ"),
                List.of("M", "31", "my", "! bleeding", "", "released", "+", "ကိုအေး")));
        Locator second = page.locator("tr[data-line]").nth(1);
        // What ails somebody is kept apart: the line says that there is a need, and not which.
        assertThat(second).containsText("a medic was called");
        assertThat(second).not().containsText("bleeding");
        assertThat(second).containsText(page.locator("tr[data-line] .token a").first().innerText());
        assertThat(page.locator("tr[data-line]").first()).containsText("about 25");
        page.navigate(person(page, 1));
        assertThat(page.locator(".headline")).containsText("ကိုအေး");
        page.locator("details.add summary").first().click();
        page.fill("#text", "አየለ");
        page.locator(".addform button").first().click();
        assertThat(page.locator("td bdi[lang=am]")).containsText("አየለ");
        assertThat(page.locator("td bdi[lang=my]")).containsText("ကိုအေး");
        page.navigate("/arrivals");
        assertThat(page.locator("tbody").first()).containsText("Bus 7");
    }

    @Test
    void aListWithBadRowsIsImportedReconciledLinkedAndTakenApart() {
        Page page = as(RealWings.DESK);
        page.navigate("/lists/import");
        page.setInputFiles("#file", new FilePayload("names.csv", "text/csv",
                "name,birth_date,nationality,made-for-rehearsal\nAung Ko Lin,1998-03-04,Myanmar,yes\nNobody Born,1998-13-45,Myanmar,yes\n王小明,1999,China,yes\n".getBytes(StandardCharsets.UTF_8)));
        page.locator("button.go").click();
        assertThat(page.locator("tr.odd")).containsText("1998-13-45");
        page.fill("[name=list]", "Names of the force");
        page.fill("[name=sender]", "The force");
        page.fill("[name=version]", "1");
        page.fill("[name=stated]", "3");
        page.locator("button.go").click();
        assertThat(page.locator("main [role=status]").first()).containsText("2 rows are kept");
        assertThat(page.locator("bdi[lang=zh-Hans]")).containsText("王小明");
        page.navigate("/lists");
        assertThat(page.locator("tr:has-text('Names of the force')")).containsText("3");

        String person = person(enter("Bus 8", List.of(List.of("M", "26", "zh", "", "", "", "", "王小明"))), 0);
        UUID id = UUID.fromString(person.substring("/people/".length()));
        Entry row = wings.protection.roster().list(DESK, e -> e.kind() == RecordKind.LIST_ROW && e.nationality().equals("CHN"), 1).getFirst();
        wings.protection.people().keep(wings.protection.people().link(wings.hand(DESK), id, row.id(), "human", Double.NaN));
        page.navigate(person);
        assertThat(page.locator("main")).containsText("Names of the force 1, row");
        page.locator("button:has-text('unlink')").click();
        assertThat(page.locator("button:has-text('unlink')")).hasCount(0);
        page.locator("form.undo button").click();
        assertThat(page.locator("button:has-text('unlink')")).hasCount(1);
    }

    @Test
    void twoRecordsAreComparedAndADecisionThatIsUndoneIsAskedAgain() {
        enter("Bus 9", List.of(
                List.of("M", "27", "hi", "", "", "", "", "Rajesh Kumar Yadav"),
                List.of("M", "27", "hi", "", "", "", "", "Rajesh Kumar Yadav")));
        wings.compare();
        Page page = as(RealWings.DESK);
        page.navigate("/pairs");
        int open = page.locator("tr[data-row]").count();
        assertThat(open).isPositive();
        page.locator("tr[data-row] a").first().click();
        page.waitForURL("**/pairs/**");
        assertThat(page.locator("[name=decision]:checked")).hasCount(0);
        page.keyboard().press("2");
        page.keyboard().press("Enter");
        assertThat(page.locator("form.undo")).containsText("two people");
        assertThat(wings.protection.samePerson().suggestions(DESK, 100)).hasSize(open - 1);
        page.locator("form.undo button").click();
        page.waitForURL("**/pairs/**");
        assertThat(page.locator("form.undo")).hasCount(0);
        page.navigate("/pairs");
        assertThat(page.locator("tr[data-row]")).hasCount(open);
    }

    @Test
    void aNamedTeamDecidesWithReasonsAndAnotherAgencySeesNoPage() {
        String person = person(enter("Bus 10", List.of(List.of("F", "24", "ur", "", "", "", "", "فہد"))), 0);
        Page team = as(RealWings.TEAM);
        team.navigate(person.replace("/people/", "/screening/"));
        team.locator("[name=kind][value=none]").check();
        team.locator("main button.go").click();
        team.locator("#CD1 button[value=yes]").click();
        team.locator("#team").selectOption("Team A");
        team.locator("[name=outcome]").first().check();
        team.fill("#reasons", "The passport was taken and nobody could leave.");
        team.locator("button.go:has-text('Keep the decision')").click();
        assertThat(team.locator(".time")).containsText("Team A");

        Page other = as(RealWings.OTHER);
        other.navigate(person);
        String one = other.locator("main").innerText();
        other.navigate("/people/01930000-0000-7000-8000-00000000abcd");
        assertThat(other.locator("main").innerText()).isEqualTo(one).contains("Either nothing is here");
    }

    @Test
    void aDepartureIsPlannedAndNeverWithTwoWhoMustBeKeptApart() {
        Page grid = enter("Bus 11", List.of(List.of("M", "30"), List.of("M", "33")));
        List<String> people = List.of(person(grid, 0), person(grid, 1));
        List<String> tokens = grid.locator("tr[data-line] .token a").allInnerTexts();
        people.forEach(person -> wings.makeReady(UUID.fromString(person.substring("/people/".length()))));
        Page desk = as(RealWings.RETURN);
        desk.navigate(people.get(0));
        desk.locator("summary:has-text('kept apart')").click();
        desk.fill("#apart-token", tokens.get(1));
        desk.fill("#apart-words", "he sold me");
        desk.locator("button:has-text('Keep apart')").click();
        assertThat(desk.locator("span.stop:has-text('keep apart')")).hasCount(1);
        desk.navigate("/journeys");
        desk.fill("#to", "Don Mueang");
        desk.fill("#seats", "44");
        desk.locator("button.go").click();
        desk.waitForURL("**/journeys/**");
        assertThat(desk.locator("main")).containsText("kept apart from somebody on it");
        desk.locator("button:has-text('Keep this plan')").click();
        assertThat(desk.locator("main [role=status]").first()).containsText("booked");
    }
}
