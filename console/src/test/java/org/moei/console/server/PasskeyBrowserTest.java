package org.moei.console.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A passkey made and used in a real browser, with an authenticator that the browser pretends to have. */
@Tag("browser")
class PasskeyBrowserTest {

    private static void giveAuthenticator(Page page) {
        CDPSession devtools = page.context().newCDPSession(page);
        devtools.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject asked = new JsonObject();
        asked.add("options", options);
        devtools.send("WebAuthn.addVirtualAuthenticator", asked);
    }

    @Test
    void aPasskeyIsMadeOnTheAccountsPageAndOpensTheHouseAfterSigningOut() {
        try (Browsers browsers = new Browsers(); RealWings wings = new RealWings()) {
            String base = "http://localhost:" + wings.console.port();
            Page page = browsers.signedIn(base, RealWings.TEAM);
            giveAuthenticator(page);
            page.navigate("/account");
            page.fill("#passkey-password", RealWings.TEAM);
            page.locator("button:has-text('Make a passkey')").click();
            assertThat(page.locator("main [role=status]").first()).containsText("The passkey is kept");
            page.locator("text=Sign out").first().click();
            page.waitForURL("**/sign-in?out");
            page.locator("button:has-text('Sign in by passkey')").click();
            page.waitForURL("**/protection");
            page.navigate("/account");
            assertThat(page.locator("main")).containsText("passkey");

            page.navigate("http://127.0.0.1:" + wings.console.port() + "/sign-in");
            assertThat(page.locator("main")).containsText("not to an address in figures");
            assertThat(browsers.complaints).filteredOn(complaint -> !complaint.startsWith("outside: http://127.0.0.1")).isEmpty();
        }
    }
}
