package org.moei.console.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The work of a day by keyboard and mouse in a real browser, over the sample house. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {
    private final SampleHouse house = new SampleHouse();
    private final ConsoleServer console = SampleConsole.start(house, InstantSource.system(), pages -> List.of());
    private final String base = "http://localhost:" + console.port();
    private @org.jspecify.annotations.Nullable Browsers opened;

    @BeforeAll
    void open() {
        opened = new Browsers();
    }

    @AfterAll
    void stop() {
        if (opened != null) {
            opened.close();
        }
        console.close();
    }

    @AfterEach
    void theBrowserComplainedOfNothing() {
        assertThat(browsers().complaints).filteredOn(complaint -> !complaint.contains("status of 403")).isEmpty();
    }

    private Browsers browsers() {
        return java.util.Objects.requireNonNull(opened);
    }

    private Page as(String name) {
        return browsers().signedIn(base, name);
    }

    @Test
    void signingInOpensTheHomePageAndSigningOutShutsIt() {
        Page page = as("desk");
        assertThat(page.title()).startsWith("[Rehearsal]").contains("Protection");
        assertThat(page.locator(".band")).containsText("REHEARSAL");
        page.locator("text=Sign out").click();
        page.waitForURL("**/sign-in?out");
        page.navigate("/protection");
        assertThat(page.url()).contains("/sign-in");
    }

    @Test
    void aWrongPasswordSaysOneThingOnly() {
        Page page = browsers().page(base);
        page.navigate("/sign-in");
        page.fill("[name=username]", "nobody");
        page.fill("[name=password]", "nothing");
        page.keyboard().press("Enter");
        assertThat(page.locator("[role=alert]:not([hidden])")).containsText("not right");
    }

    @Test
    void aListWithBadRowsIsImportedAndTheBadRowsAreNamed() {
        Page page = as("desk");
        page.navigate("/lists/import");
        page.setInputFiles("#file", new FilePayload("people.csv", "text/csv",
                "name,nationality,made-for-rehearsal\nAung Ko Lin,MMR,yes\nbroken row\nተሾመ ከበደ,ETH,yes\n".getBytes(StandardCharsets.UTF_8)));
        page.click("button.go");
        assertThat(page.locator("tr.odd")).containsText("3");
        assertThat(page.locator("tr.odd")).containsText("cells");
        page.selectOption("select[name='column:nationality']", "nationality");
        page.fill("[name=list]", "Try");
        page.fill("[name=sender]", "A desk");
        page.fill("[name=version]", "1");
        page.fill("[name=stated]", "3");
        page.click("button.go");
        assertThat(page.locator("main [role=status]").first()).containsText("2 rows are kept");
        assertThat(page.locator("bdi[lang=am]")).containsText("ተሾመ");
    }

    @Test
    void aListThatDoesNotAddUpShowsBothSumsAndTheSlips() {
        Page page = as("desk");
        page.navigate("/lists");
        page.locator("a:has-text('Border Guard Force')").first().click();
        assertThat(page.locator(".sum")).containsText("7,141");
        assertThat(page.locator(".sum")).containsText("7,158");
        assertThat(page.locator(".odds")).containsText("Pakistan");
        assertThat(page.locator(".odds")).containsText("inferred");
    }

    @Test
    void theArrivalsGridKeepsALineAtATimeByKeyboardAndTakesItBack() {
        Page page = as("desk");
        page.navigate("/arrivals/00000000-0000-7500-0000-000000000001");
        int before = page.locator("tr[data-line]").count();
        type(page, "M", "about 25", "my", "", "no", "released", "", "မိုးသန့်စင်");
        assertThat(page.locator("tr[data-line]")).hasCount(before + 1);
        assertThat(page.locator("bdi[lang=my]").last()).containsText("မိုးသန့်စင်");
        page.keyboard().type("F");
        page.keyboard().press("Tab");
        page.keyboard().press("=");
        assertThat(page.locator("[name=age]")).hasValue("about 25");
        page.locator("[name=sex]").fill("");
        page.locator("[name=age]").fill("");
        page.keyboard().press("Escape");
        page.keyboard().press("u");
        assertThat(page.locator("tr[data-line]")).hasCount(before);
    }

    @Test
    void aPersonIsRegisteredWithABurmeseAndAnAmharicName() {
        Page page = as("desk");
        page.navigate("/arrivals/00000000-0000-7500-0000-000000000001");
        type(page, "F", "20–29", "am", "", "no", "fled", "", "ብርቱካን ታደሰ");
        page.locator("tr[data-line] .token a").last().click();
        page.waitForURL("**/people/**");
        for (List<String> name : List.of(List.of("မအေးအေး", "my"), List.of("ብርቱካን ታደሰ", "am"))) {
            page.locator("details.add summary").click();
            page.selectOption("#field", "name");
            page.fill("#text", name.getFirst());
            page.locator(".addform button").click();
            assertThat(page.locator("td bdi[lang=" + name.get(1) + "]")).containsText(name.getFirst());
        }
    }

    private static void type(Page page, String... cells) {
        page.locator("[name=sex]").focus();
        for (String cell : cells) {
            page.keyboard().type(cell);
            page.keyboard().press("Tab");
        }
        page.locator("[name=name]").press("Enter");
        page.waitForLoadState();
    }

    @Test
    void twoRecordsAreLinkedByKeysAndTheDecisionIsUndone() {
        Page page = as("desk");
        page.navigate("/pairs");
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        page.waitForURL("**/pairs/**");
        assertThat(page.locator("[name=decision]:checked")).hasCount(0);
        page.keyboard().press("1");
        assertThat(page.locator("[name=decision][value=same]")).isChecked();
        page.keyboard().press("Enter");
        assertThat(page.locator("form.undo")).containsText("same person");
        page.locator("h1").click();
        page.keyboard().press("u");
        page.waitForURL("**/pairs/**");
        assertThat(page.locator("form.undo")).hasCount(0);
    }

    @Test
    void aLinkToAListRowIsTakenApartAndMadeAgain() {
        Page page = as("desk");
        page.navigate("/people/00000000-0000-7000-0000-000000000001");
        Locator linked = page.locator("td:has-text('FAHAD MANZUR')");
        assertThat(linked).hasCount(1);
        page.locator("button:has-text('unlink')").click();
        assertThat(linked).hasCount(0);
        page.locator("form.undo button").click();
        assertThat(linked).hasCount(1);
    }

    @Test
    void aScreeningDecisionIsKeptByANamedTeamWithReasons() {
        Page page = as("screen");
        page.navigate("/screening");
        page.locator("a.token").first().click();
        page.locator("#DR1 button[value=yes]").click();
        assertThat(page.locator("#DR1")).containsText("yes");
        page.selectOption("#team", "team-a");
        page.locator("[name=outcome][value=identified]").check();
        page.fill("#reasons", "Deceived about the work, and the passport was taken.");
        page.locator("button.go:has-text('Keep the decision')").click();
        assertThat(page.locator(".time")).containsText("team-a");
    }

    @Test
    void aDepartureIsPlannedWithItsBoundAndKept() {
        Page page = as("return");
        page.navigate("/journeys");
        page.fill("#to", "Don Mueang");
        page.fill("#seats", "44");
        page.locator("button:has-text('Plan')").last().click();
        assertThat(page.locator(".sum")).containsText("38 of 44 seats");
        assertThat(page.locator(".sum")).containsText("111.9");
        page.locator("button:has-text('Keep this plan')").click();
        assertThat(page.locator("main [role=status]").first()).containsText("booked");
    }

    @Test
    void aPageOfAnotherAgencyLooksLikeAPageThatIsNotThere() {
        Page page = as("screen");
        page.navigate("/people/" + SampleProtection.OTHER_AGENCY);
        String one = page.locator("main").innerText();
        page.navigate("/people/00000000-0000-7000-0000-00000000abcd");
        assertThat(page.locator("main").innerText()).isEqualTo(one).contains("Either nothing is here");
        assertThat(house.read).contains("screen denied page");
    }

    @Test
    void lettersAfterGGoToPagesAndCanBeSwitchedOff() {
        Page page = as("desk");
        page.keyboard().press("g");
        page.keyboard().press("l");
        page.waitForURL("**/lists");
        page.keyboard().press("?");
        page.waitForURL("**/help");
        page.uncheck("[name=letterKeys]");
        page.check("[name=theme][value=dark]");
        page.locator("button.go").click();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        page.keyboard().press("g");
        page.keyboard().press("l");
        page.waitForTimeout(200);
        assertThat(page.url()).contains("/help");
    }

    @Test
    void theMapDrawsCountriesAndTownshipsWithoutAnythingFromOutside() {
        Page page = as("analyst");
        page.navigate("/sites");
        page.waitForSelector("#map path");
        assertThat(page.locator("#map .town")).containsText("Myawaddy");
    }

    @Test
    void noPageIsWiderThanTheScreen() {
        for (String name : List.of("desk", "screen", "return", "trace", "command", "audit", "analyst")) {
            Page page = as(name);
            for (Object href : (List<?>) page.evaluate("[...document.querySelectorAll('nav a')].map(a => a.getAttribute('href'))")) {
                page.navigate(String.valueOf(href));
                for (int width : new int[] {1280, 820}) {
                    page.setViewportSize(width, 900);
                    assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).as("%s at %d", href, width).isEqualTo(0);
                }
            }
        }
    }
}
