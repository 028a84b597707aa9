package org.moei.console.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Viewer;

/** Passkeys at http://localhost, and every way in which an answer can be none of ours. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PasskeyTest {
    private final RealWings wings = new RealWings();
    private final String base = "http://localhost:" + wings.console.port();
    private final Viewer team = RealWings.viewer(RealWings.TEAM, Role.SCREENER, "ministry");
    private SoftAuthenticator authenticator = fresh();

    private static SoftAuthenticator fresh() {
        try {
            return new SoftAuthenticator();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    void stop() {
        wings.close();
    }

    @BeforeEach
    void begin() {
        wings.protection.foundation().passkeys().forget(team.account());
        authenticator = fresh();
    }

    private static String to(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("").replaceAll("^https?://[^/]+", "");
    }

    private static String challenge(String page) {
        Matcher found = Pattern.compile("data-challenge=\"([A-Za-z0-9_-]{43})\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private int kept() {
        return wings.protection.foundation().passkeys().list(team.account()).size();
    }

    private Visitor signedIn() throws IOException, InterruptedException {
        Visitor visitor = new Visitor(base);
        visitor.signIn(RealWings.TEAM, RealWings.TEAM);
        return visitor;
    }

    private void make(Visitor visitor, String origin, String password) throws Exception {
        // The form's own page asks anew, so the challenge is read from the page that the form is taken from.
        String[] asked = new String[1];
        visitor.post("/account", "/account/passkeys", page -> {
            asked[0] = challenge(page);
            try {
                return Map.of("password", password, "clientData", SoftAuthenticator.write(SoftAuthenticator.clientData("webauthn.create", asked[0], origin)),
                        "attestation", SoftAuthenticator.write(authenticator.attestation()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** An answer to the question on the sign-in page, with what may be wrong about it. */
    private record Wrong(String origin, String type, String challenge, boolean otherKey) {}

    private Map<String, String> answer(String asked, Wrong how) {
        try {
            byte[] client = SoftAuthenticator.clientData(how.type, how.challenge.isEmpty() ? asked : how.challenge, how.origin);
            byte[] data = authenticator.authenticatorData();
            SoftAuthenticator signer = how.otherKey ? fresh() : authenticator;
            return Map.of("id", authenticator.id(), "clientData", SoftAuthenticator.write(client), "authenticatorData", SoftAuthenticator.write(data), "signature", SoftAuthenticator.write(signer.sign(data, client)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String use(Wrong how) throws IOException, InterruptedException {
        return to(new Visitor(base).post("/sign-in", "/sign-in/passkey", page -> answer(challenge(page), how)));
    }

    private Wrong right() {
        return new Wrong(base, "webauthn.get", "", false);
    }

    @Test
    void aPasskeyIsMadeWithThePasswordAndSignsInWithoutIt() throws Exception {
        Visitor visitor = signedIn();
        make(visitor, base, "not the password");
        assertThat(kept()).isZero();
        make(visitor, base, RealWings.TEAM);
        assertThat(kept()).isEqualTo(1);
        authenticator.uses = 2;
        assertThat(use(right())).isEqualTo("/");
        assertThat(wings.protection.foundation().sessions().list(team.account(), org.moei.foundation.access.SessionRules.of(true))).anyMatch(s -> s.way().equals("passkey"));
        String id = wings.protection.foundation().passkeys().list(team.account()).getFirst().id();
        visitor.post("/account", "/account/passkeys/" + id + "/remove", Map.of("password", RealWings.TEAM));
        authenticator.uses = 3;
        assertThat(use(right())).as("after it was removed").isEqualTo("/sign-in?passkey");
    }

    @Test
    void aPasskeyForAnotherSiteOrWithoutItsOwnerIsNotKept() throws Exception {
        Visitor visitor = signedIn();
        authenticator.site = "moei.example.org";
        make(visitor, base, RealWings.TEAM);
        authenticator.site = "localhost";
        make(visitor, "https://moei.example.org", RealWings.TEAM);
        authenticator.flags = 0x01;
        make(visitor, base, RealWings.TEAM);
        assertThat(kept()).isZero();
    }

    @Test
    void anAnswerThatIsNotToOurQuestionOpensNothing() throws Exception {
        make(signedIn(), base, RealWings.TEAM);
        authenticator.uses = 5;
        assertThat(use(new Wrong("https://moei.example.org", "webauthn.get", "", false))).as("another origin").isEqualTo("/sign-in?passkey");
        assertThat(use(new Wrong(base, "webauthn.create", "", false))).as("an answer to the other question").isEqualTo("/sign-in?passkey");
        assertThat(use(new Wrong(base, "webauthn.get", "A".repeat(43), false))).as("another challenge").isEqualTo("/sign-in?passkey");
        assertThat(use(new Wrong(base, "webauthn.get", "", true))).as("another key").isEqualTo("/sign-in?passkey");
        authenticator.site = "moei.example.org";
        assertThat(use(right())).as("another site's id").isEqualTo("/sign-in?passkey");
        authenticator.site = "localhost";
        authenticator.flags = 0x01;
        assertThat(use(right())).as("without finger or code").isEqualTo("/sign-in?passkey");
        authenticator.flags = 0x05;
        authenticator.uses = 1;
        assertThat(use(right())).as("an old count: a copy").isEqualTo("/sign-in?passkey");
        authenticator.uses = 6;
        assertThat(use(right())).as("and ours, as it should be").isEqualTo("/");
    }

    @Test
    void anAnswerThatWasRecordedOpensNothingASecondTime() throws Exception {
        make(signedIn(), base, RealWings.TEAM);
        authenticator.uses = 7;
        Visitor visitor = new Visitor(base);
        Map<String, String> recorded = answer(challenge(visitor.get("/sign-in").body()), right());
        // The form is read again for its field, and with it the question is another one.
        assertThat(to(visitor.post("/sign-in", "/sign-in/passkey", recorded))).isEqualTo("/sign-in?passkey");
    }

    @Test
    void anAccountThatIsShutIsNotOpenedByItsPasskeyAndOneThatRestsIs() throws Exception {
        make(signedIn(), base, RealWings.TEAM);
        for (int i = 0; i < 5; i++) {
            new Visitor(base).signIn(RealWings.TEAM, "wrong");
        }
        authenticator.uses = 2;
        assertThat(use(right())).as("guesses by others don't lock its owner out").isEqualTo("/");
        wings.protection.foundation().accounts().shut(team.account(), true);
        authenticator.uses = 3;
        assertThat(use(right())).isEqualTo("/sign-in?passkey");
        wings.protection.foundation().accounts().put(team, RealWings.TEAM);
    }

    @Test
    void anAddressInFiguresSaysWhyThereAreNoPasskeys() throws IOException, InterruptedException {
        Visitor visitor = new Visitor(wings.console.port());
        assertThat(visitor.get("/sign-in").body()).contains("not to an address in figures").doesNotContain("data-passkey");
        visitor.signIn(RealWings.TEAM, RealWings.TEAM);
        assertThat(visitor.get("/account").body()).contains("not to an address in figures").doesNotContain("data-passkey");
    }

    @Test
    void inAnOperationAPasswordAloneSetsNoAppUpBesideAPasskey() throws Exception {
        try (RealWings operation = new RealWings(false)) {
            operation.protection.foundation().passkeys().add(team.account(), new byte[] {1}, new byte[] {2}, 0, false, "a device");
            Visitor thief = new Visitor(operation.console.port());
            assertThat(to(thief.signIn(RealWings.TEAM, RealWings.TEAM))).isEqualTo("/sign-in?again");
        }
    }
}
