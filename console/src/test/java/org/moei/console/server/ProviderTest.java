package org.moei.console.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.moei.base.ProblemException;
import org.moei.console.signin.Provider;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Viewer;

/** An agency's own sign-in, against a real provider on this machine, and tokens that must not open anything. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProviderTest {
    @TempDir
    private static Path folder;

    private @org.jspecify.annotations.Nullable TestProvider started;
    private @org.jspecify.annotations.Nullable RealWings served;

    @BeforeAll
    void start() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        TestProvider.REDIRECTS.add("http://localhost:" + port + "/sign-in/from/ministry");
        started = new TestProvider();
        Files.writeString(folder.resolve("secret"), TestProvider.SECRET + "\n");
        Path settings = folder.resolve("providers.json");
        Files.writeString(settings, """
                {"providers": [{"agency": "ministry", "name": "the ministry", "issuer": "%s", "client": "%s", "secretFile": "%s", "claim": "sub",
                  "accounts": {"someone@ministry": "%s", "desk@ministry": "%s", "command@ministry": "%s"}}]}
                """.formatted(provider().issuer(), TestProvider.CLIENT, folder.resolve("secret"), RealWings.TEAM, RealWings.DESK, RealWings.COMMAND));
        served = new RealWings(false, ConsoleOptions.onLoopback(port).with(Provider.read(settings)));
    }

    @AfterAll
    void stop() {
        wings().close();
        provider().close();
    }

    private TestProvider provider() {
        return Objects.requireNonNull(started);
    }

    private RealWings wings() {
        return Objects.requireNonNull(served);
    }

    @BeforeEach
    void straight() {
        provider().bent.clear();
        wings().protection.foundation().accounts().put(RealWings.viewer(RealWings.TEAM, Role.SCREENER, "ministry"), RealWings.TEAM);
        wings().protection.foundation().secondFactors().forget(RealWings.viewer(RealWings.TEAM, Role.SCREENER, "ministry").account());
    }

    /** A browser that goes to the provider, signs in there and comes back. */
    private final class Browser {
        private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NEVER).build();
        private final String console = "http://localhost:" + wings().console.port();

        HttpResponse<String> get(String address) throws IOException, InterruptedException {
            return client.send(HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());
        }

        private String location(HttpResponse<String> answer) {
            String there = answer.headers().firstValue("location").orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
            return answer.uri().resolve(there).toString();
        }

        /** The address at which the console takes the browser back. */
        String comeBack(String user) throws IOException, InterruptedException {
            String asking = location(get(console + "/sign-in/with/ministry"));
            HttpResponse<String> form = get(location(get(asking)));
            Matcher csrf = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(form.body());
            assertThat(csrf.find()).isTrue();
            String body = "username=" + URLEncoder.encode(user, StandardCharsets.UTF_8) + "&password=" + URLEncoder.encode(TestProvider.PASSWORD, StandardCharsets.UTF_8) + "&_csrf=" + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8);
            HttpResponse<String> signedIn = client.send(
                    HttpRequest.newBuilder(form.uri()).header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
            return location(get(location(signedIn)));
        }

        /** Where the browser stands in the end. */
        String arrive(String back) throws IOException, InterruptedException {
            String next = location(get(back));
            if (!next.contains("/sign-in/onward")) {
                return next.substring(console.length());
            }
            return get(next).headers().firstValue("refresh").orElse("").replaceFirst("0;url=", "");
        }

        String through(String user) throws IOException, InterruptedException {
            return arrive(comeBack(user));
        }
    }

    @Test
    void aProviderThatAskedForTwoFactorsOpensTheAccountThatStandsHere() throws Exception {
        provider().bent.put("amr", List.of("pwd", "mfa"));
        Browser browser = new Browser();
        assertThat(browser.get(browser.console + "/sign-in").body()).contains("Sign in with the ministry");
        assertThat(browser.through("someone@ministry")).isEqualTo("/");
        assertThat(browser.get(browser.console + "/protection").statusCode()).isEqualTo(200);
        assertThat(browser.get(browser.console + "/account").body()).contains("own sign-in");
    }

    @Test
    void aProviderThatAskedForAPasswordOnlyIsTheFirstFactor() throws Exception {
        Browser browser = new Browser();
        assertThat(browser.through("someone@ministry")).isEqualTo("/sign-in/app");
        assertThat(browser.get(browser.console + "/protection").statusCode()).isEqualTo(302);
    }

    @Test
    void nobodyComesInWhoHasNoAccountOrOneOfAnotherAgency() throws Exception {
        provider().bent.put("amr", List.of("mfa"));
        int before = wings().viewers().size();
        assertThat(new Browser().through("stranger@ministry")).isEqualTo("/sign-in?provider");
        provider().bent.put("sub", "desk@ministry");
        assertThat(new Browser().through("someone@ministry")).as("an account of immigration").isEqualTo("/sign-in?provider");
        assertThat(wings().viewers()).hasSize(before);
        provider().bent.remove("sub");
        Viewer team = RealWings.viewer(RealWings.TEAM, Role.SCREENER, "ministry");
        wings().protection.foundation().accounts().shut(team.account(), true);
        assertThat(new Browser().through("someone@ministry")).as("shut").isEqualTo("/sign-in?provider");
    }

    @Test
    void aTokenForAnotherClientWithAnotherNonceOrFromAnotherIssuerOpensNothing() throws Exception {
        for (Map<String, Object> bent : List.<Map<String, Object>>of(
                Map.of("aud", List.of("another-client")),
                Map.of("nonce", "another nonce"),
                Map.of("iss", "http://localhost:1/another"),
                Map.of("exp", Instant.now().minusSeconds(600), "iat", Instant.now().minusSeconds(900)))) {
            provider().bent.clear();
            provider().bent.put("amr", List.of("mfa"));
            provider().bent.putAll(bent);
            assertThat(new Browser().through("someone@ministry")).as(bent.toString()).isEqualTo("/sign-in?provider");
        }
    }

    @Test
    void anAnswerThatSomebodyElseFetchedOrThatIsUsedTwiceOpensNothing() throws Exception {
        provider().bent.put("amr", List.of("mfa"));
        Browser thief = new Browser();
        String back = thief.comeBack("someone@ministry");
        Browser victim = new Browser();
        assertThat(victim.arrive(back)).as("planted in another browser").isEqualTo("/sign-in?provider");
        assertThat(thief.arrive(back.replaceAll("state=[^&]+", "state=made-up"))).as("another state").isEqualTo("/sign-in?provider");
        Browser owner = new Browser();
        String own = owner.comeBack("someone@ministry");
        assertThat(owner.arrive(own)).isEqualTo("/");
        assertThat(owner.arrive(own)).as("again").isEqualTo("/sign-in?provider");
    }

    @Test
    void aStepOnwardLeadsNowhereElse() throws Exception {
        Browser browser = new Browser();
        for (String to : List.of("https://example.org", "//example.org", "/people")) {
            assertThat(browser.get(browser.console + "/sign-in/onward?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8)).headers().firstValue("refresh")).contains("0;url=/");
        }
        assertThat(browser.get(browser.console + "/sign-in/with/nobody").statusCode()).as("no such provider").isNotEqualTo(200);
    }

    @Test
    void settingsThatAreIncompleteOrUnsafeAreRefused() throws IOException {
        for (String wrong : List.of(
                "{\"providers\": [{\"agency\": \"ministry\"}]}",
                "{\"providers\": [{\"agency\": \"ministry\", \"issuer\": \"http://sign-in.example.org\", \"client\": \"moei\", \"secretFile\": \"/dev/null\"}]}",
                "not json")) {
            Path file = folder.resolve("wrong.json");
            Files.writeString(file, wrong);
            assertThatThrownBy(() -> Provider.read(file)).as(wrong).isInstanceOf(ProblemException.class);
        }
    }
}
