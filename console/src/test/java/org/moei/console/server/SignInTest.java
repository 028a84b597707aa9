package org.moei.console.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moei.foundation.access.OneTimeCode;

/** The ways into an operation (not a rehearsal), by the pages alone, and what is tried against them. */
class SignInTest {
    private final RealWings wings = new RealWings(false);
    private final int port = wings.console.port();

    @AfterEach
    void stop() {
        wings.close();
    }

    private static String to(java.net.http.HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("").replaceAll("^https?://[^/]+", "");
    }

    /** Half a minute passes, and the app shows its next code. */
    private String nextCode(byte[] secret) {
        return OneTimeCode.at(secret, OneTimeCode.step(wings.now.updateAndGet(now -> now.plusSeconds(30))));
    }

    private static byte[] secretOn(String page) {
        Matcher spelled = Pattern.compile("<code>([A-Z2-7 ]{30,})</code>").matcher(page);
        assertThat(spelled.find()).isTrue();
        String text = spelled.group(1).replace(" ", "");
        byte[] secret = new byte[text.length() * 5 / 8];
        for (int bit = 0; bit < secret.length * 8; bit++) {
            int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(text.charAt(bit / 5));
            secret[bit / 8] |= (byte) ((value >> (4 - bit % 5) & 1) << (7 - bit % 8));
        }
        return secret;
    }

    /** Signs in for the first time and sets an app up; the secret that it now holds. */
    private byte[] enrolled(String name) throws IOException, InterruptedException {
        Visitor visitor = new Visitor(port);
        assertThat(to(visitor.signIn(name, name))).isEqualTo("/sign-in/app");
        byte[] secret = secretOn(visitor.get("/sign-in/app").body());
        assertThat(to(visitor.post("/sign-in/app", "/sign-in/app", Map.of("code", nextCode(secret))))).isEqualTo("/account/paper");
        return secret;
    }

    private Visitor signedIn(String name, byte[] secret) throws IOException, InterruptedException {
        Visitor visitor = new Visitor(port);
        assertThat(to(visitor.signIn(name, name))).isEqualTo("/sign-in/code");
        assertThat(to(visitor.post("/sign-in/code", "/sign-in/code", Map.of("code", nextCode(secret))))).isEqualTo("/");
        return visitor;
    }

    @Test
    void aRoleThatReadsPeopleSetsAnAppUpBeforeItSeesAnything() throws IOException, InterruptedException {
        Visitor visitor = new Visitor(port);
        assertThat(to(visitor.signIn(RealWings.TEAM, RealWings.TEAM))).isEqualTo("/sign-in/app");
        for (String page : List.of("/", "/protection", "/people", "/help", "/account", "/account/app")) {
            assertThat(visitor.get(page).statusCode()).as(page).isEqualTo(302);
            assertThat(to(visitor.get(page))).as(page).isEqualTo("/sign-in");
        }
        assertThat(to(visitor.post("/sign-in/app", "/sign-in/app", Map.of("code", "000000")))).isEqualTo("/sign-in/app?again");
        assertThat(to(visitor.get("/sign-in/code"))).as("the step of others").isEqualTo("/sign-in");
        byte[] secret = secretOn(visitor.get("/sign-in/app").body());
        visitor.post("/sign-in/app", "/sign-in/app", Map.of("code", nextCode(secret)));
        String paper = visitor.get("/account/paper").body();
        assertThat(paper).containsPattern("<code>[a-z2-7]{4}-[a-z2-7]{4}-[a-z2-7]{4}-[a-z2-7]{4}</code>");
        assertThat(to(visitor.get("/account/paper"))).as("shown once").isEqualTo("/account");
        assertThat(visitor.get("/protection").statusCode()).isEqualTo(200);
    }

    @Test
    void aRoleThatSeesCountsOnlyAndARehearsalSignInByPassword() throws IOException, InterruptedException {
        assertThat(to(Visitor.signedIn(port, RealWings.COMMAND).get("/"))).isEqualTo("/protection");
        try (RealWings rehearsal = new RealWings()) {
            assertThat(to(Visitor.signedIn(rehearsal.console.port(), RealWings.TEAM).get("/"))).isEqualTo("/protection");
            assertThat(to(Visitor.signedIn(rehearsal.console.port(), RealWings.ANALYST).get("/"))).isEqualTo("/disruption");
        }
    }

    @Test
    void thePictureHoldsTheSecretThatIsSpelledBesideIt() throws Exception {
        Visitor visitor = new Visitor(port);
        visitor.signIn(RealWings.TEAM, RealWings.TEAM);
        String page = visitor.get("/sign-in/app").body();
        Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) \\d+\"><rect").matcher(page);
        assertThat(box.find()).isTrue();
        int size = Integer.parseInt(box.group(1));
        int scale = 4;
        int[] pixels = new int[size * scale * size * scale];
        Arrays.fill(pixels, 0xFFFFFF);
        Matcher dots = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(page);
        while (dots.find()) {
            for (int i = 0; i < scale * scale; i++) {
                pixels[(Integer.parseInt(dots.group(2)) * scale + i / scale) * size * scale + Integer.parseInt(dots.group(1)) * scale + i % scale] = 0;
            }
        }
        String read = new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(size * scale, size * scale, pixels))), Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE)))
                .getText();
        assertThat(read).isEqualTo(OneTimeCode.address("Moei Myawaddy release 2025", RealWings.TEAM, secretOn(page)));
    }

    @Test
    void aCodeThatWasUsedIsRefusedAndSoIsAPaperCode() throws IOException, InterruptedException {
        byte[] secret = enrolled(RealWings.TEAM);
        Visitor first = new Visitor(port);
        first.signIn(RealWings.TEAM, RealWings.TEAM);
        String code = nextCode(secret);
        assertThat(to(first.post("/sign-in/code", "/sign-in/code", Map.of("code", code)))).isEqualTo("/");
        Visitor thief = new Visitor(port);
        thief.signIn(RealWings.TEAM, RealWings.TEAM);
        assertThat(to(thief.post("/sign-in/code", "/sign-in/code", Map.of("code", code)))).as("replayed").isEqualTo("/sign-in/code?again");
        assertThat(to(thief.get("/protection"))).isEqualTo("/sign-in");
    }

    @Test
    void aPasswordAloneDoesNotOpenThePagesOfAnAccountWithAnApp() throws IOException, InterruptedException {
        enrolled(RealWings.TEAM);
        Visitor visitor = new Visitor(port);
        assertThat(to(visitor.signIn(RealWings.TEAM, RealWings.TEAM))).isEqualTo("/sign-in/code");
        assertThat(to(visitor.get("/people"))).isEqualTo("/sign-in");
        assertThat(to(visitor.get("/sign-in/app"))).as("no second app by the side door").isEqualTo("/sign-in");
        wings.now.updateAndGet(now -> now.plus(Duration.ofMinutes(6)));
        assertThat(to(visitor.get("/sign-in/code"))).as("after five minutes").isEqualTo("/sign-in");
    }

    @Test
    void wrongCodesRestTheAccountAlsoWhereThePasswordIsTypedAgainBetweenThem() throws IOException, InterruptedException {
        byte[] secret = enrolled(RealWings.TEAM);
        Visitor thief = new Visitor(port);
        for (int i = 0; i < 5; i++) {
            assertThat(to(thief.signIn(RealWings.TEAM, RealWings.TEAM))).isEqualTo("/sign-in/code");
            assertThat(to(thief.post("/sign-in/code", "/sign-in/code", Map.of("code", "00000" + i + "x")))).isEqualTo("/sign-in/code?again");
        }
        assertThat(to(thief.post("/sign-in/code", "/sign-in/code", Map.of("code", nextCode(secret))))).as("rests").isEqualTo("/sign-in/code?again");
        assertThat(to(thief.signIn(RealWings.TEAM, RealWings.TEAM))).as("rests").isEqualTo("/sign-in?again");
        wings.now.updateAndGet(now -> now.plus(Duration.ofMinutes(16)));
        signedIn(RealWings.TEAM, secret);
    }

    @Test
    void fiveFailuresLockTheAccountForAQuarterOfAnHourAndTheAnswerIsTheSame() throws IOException, InterruptedException {
        Visitor visitor = new Visitor(port);
        for (int i = 0; i < 5; i++) {
            assertThat(to(visitor.signIn(RealWings.COMMAND, "wrong"))).isEqualTo("/sign-in?again");
        }
        assertThat(to(visitor.signIn(RealWings.COMMAND, RealWings.COMMAND))).as("locked").isEqualTo("/sign-in?again");
        assertThat(to(visitor.signIn("interpreter-one", "x".repeat(5_000)))).isEqualTo("/sign-in?again");
        wings.now.updateAndGet(now -> now.plus(Duration.ofMinutes(16)));
        assertThat(to(new Visitor(port).signIn(RealWings.COMMAND, RealWings.COMMAND))).as("after the lock").isEqualTo("/");
    }

    @Test
    void aSessionThatWasPlantedBeforeSignInOpensNothingAfterwards() throws IOException, InterruptedException {
        Visitor victim = new Visitor(port);
        String planted = cookie(victim.get("/sign-in").headers().firstValue("set-cookie").orElse(""));
        String after = victim.signIn(RealWings.COMMAND, RealWings.COMMAND).headers().firstValue("set-cookie").orElse("");
        assertThat(after).contains("MOEI=").contains("HttpOnly").contains("SameSite=Strict");
        assertThat(cookie(after)).isNotEqualTo(planted);
        assertThat(to(Visitor.withCookie(port, planted).get("/protection"))).isEqualTo("/sign-in");
        assertThat(Visitor.withCookie(port, cookie(after)).get("/protection").statusCode()).isEqualTo(200);

        byte[] secret = enrolled(RealWings.TEAM);
        Visitor second = new Visitor(port);
        String between = cookie(second.signIn(RealWings.TEAM, RealWings.TEAM).headers().firstValue("set-cookie").orElse(""));
        second.post("/sign-in/code", "/sign-in/code", Map.of("code", nextCode(secret)));
        assertThat(to(Visitor.withCookie(port, between).get("/protection"))).as("from between the steps").isEqualTo("/sign-in");
    }

    private static String cookie(String header) {
        return header.replaceAll(";.*", "");
    }

    @Test
    void signingOutEndsTheSessionInTheHouseToo() throws IOException, InterruptedException {
        Visitor visitor = new Visitor(port);
        String session = cookie(visitor.signIn(RealWings.COMMAND, RealWings.COMMAND).headers().firstValue("set-cookie").orElse(""));
        assertThat(to(visitor.post("/help", "/sign-out", Map.of()))).isEqualTo("/sign-in?out");
        assertThat(to(Visitor.withCookie(port, session).get("/help"))).isEqualTo("/sign-in");
        assertThat(wings.protection.foundation().sessions().list(RealWings.viewer(RealWings.COMMAND, org.moei.foundation.access.Role.COMMAND, "command").account(),
                org.moei.foundation.access.SessionRules.of(false))).isEmpty();
    }

    @Test
    void oneDeviceEndsAnotherAndSigningOutEverywhereHoldsAtOnce() throws IOException, InterruptedException {
        Visitor here = Visitor.signedIn(port, RealWings.COMMAND);
        wings.now.updateAndGet(now -> now.plusSeconds(1));
        Visitor tablet = Visitor.signedIn(port, RealWings.COMMAND);
        String page = here.get("/account").body();
        Matcher other = Pattern.compile("/account/sessions/([0-9a-f-]{36})/end").matcher(page);
        assertThat(other.find()).isTrue();
        assertThat(page).contains("this one");
        here.post("/account", other.group(), Map.of());
        assertThat(to(tablet.get("/protection"))).isEqualTo("/sign-in?expired");
        assertThat(here.get("/protection").statusCode()).isEqualTo(200);
        Visitor third = Visitor.signedIn(port, RealWings.COMMAND);
        assertThat(to(third.post("/account", "/account/sign-out-everywhere", Map.of()))).isEqualTo("/sign-in?out");
        assertThat(to(here.get("/protection"))).isEqualTo("/sign-in?expired");
        assertThat(to(third.get("/protection"))).isEqualTo("/sign-in?expired");
    }

    @Test
    void aSessionLastsAShiftHoweverBusyItIs() throws IOException, InterruptedException {
        Visitor visitor = Visitor.signedIn(port, RealWings.COMMAND);
        for (int i = 0; i < 35; i++) {
            wings.now.updateAndGet(now -> now.plus(Duration.ofMinutes(20)));
            assertThat(visitor.get("/help").statusCode()).isEqualTo(200);
        }
        wings.now.updateAndGet(now -> now.plus(Duration.ofMinutes(25)));
        assertThat(to(visitor.get("/help"))).isEqualTo("/sign-in?expired");
    }

    @Test
    void anOwnerChangesThePasswordAndEveryDeviceIsSignedOut() throws IOException, InterruptedException {
        Visitor here = Visitor.signedIn(port, RealWings.COMMAND);
        for (Map<String, String> wrong : List.of(Map.of("old", "not the password", "fresh", "a password of my own"), Map.of("old", RealWings.COMMAND, "fresh", "my Command-of-all 1"))) {
            assertThat(to(here.post("/account", "/account/password", wrong))).isEqualTo("/account");
        }
        for (Map.Entry<String, String> refused : Map.of("short", "12 characters or more", "Command2025 moei", "tried first", "P4$$w0rd-qwerty", "tried first", RealWings.COMMAND + " 2", "A password does not contain").entrySet()) {
            assertThat(to(here.post("/account", "/account/password", Map.of("old", RealWings.COMMAND, "fresh", refused.getKey())))).isEqualTo("/account");
            assertThat(here.get("/account").body()).as(refused.getKey()).contains(refused.getValue());
        }
        assertThat(to(here.post("/account", "/account/password", Map.of("old", RealWings.COMMAND, "fresh", "a password of my own")))).isEqualTo("/sign-in?expired");
        assertThat(to(here.get("/protection"))).isEqualTo("/sign-in?expired");
        assertThat(to(new Visitor(port).signIn(RealWings.COMMAND, "a password of my own"))).isEqualTo("/");
    }

    @Test
    void aPasswordThatWasHandedOverOpensThePageOnWhichItsOwnerChoosesAnotherAndNothingElse() throws IOException, InterruptedException {
        String handed = "k3vtq-9fmwz-x2ha";
        wings.protection.foundation().accounts().hand(RealWings.viewer(RealWings.COMMAND, org.moei.foundation.access.Role.COMMAND, "command"), handed);
        Visitor visitor = new Visitor(port);
        assertThat(to(visitor.signIn(RealWings.COMMAND, handed))).isEqualTo("/sign-in/password");
        for (String page : List.of("/", "/protection", "/account", "/help", "/sign-in/code", "/sign-in/app")) {
            assertThat(to(visitor.get(page))).as(page).isEqualTo("/sign-in");
        }
        Map<String, String> wrong = Map.of("password1234", "password-common", "command-moei-1", "password-common", handed, "password-same", "short", "password-length");
        for (Map.Entry<String, String> each : wrong.entrySet()) {
            assertThat(to(visitor.post("/sign-in/password", "/sign-in/password", Map.of("fresh", each.getKey(), "again", each.getKey())))).isEqualTo("/sign-in/password?why=" + each.getValue());
        }
        assertThat(to(visitor.post("/sign-in/password", "/sign-in/password", Map.of("fresh", "a password of my own", "again", "a password of my 0wn")))).isEqualTo("/sign-in/password?why=password-twice");
        assertThat(visitor.get("/sign-in/password?why=password-common").body()).contains("tried first").doesNotContain(handed);
        assertThat(to(visitor.post("/sign-in/password", "/sign-in/password", Map.of("fresh", "a password of my own", "again", "a password of my own")))).isEqualTo("/");
        assertThat(visitor.get("/protection").statusCode()).isEqualTo(200);
        assertThat(to(new Visitor(port).signIn(RealWings.COMMAND, handed))).as("the one that was handed over").isEqualTo("/sign-in?again");
        assertThat(to(new Visitor(port).signIn(RealWings.COMMAND, "a password of my own"))).as("asked once").isEqualTo("/");
    }

    @Test
    void whoSetsAnAppUpChoosesAPasswordAfterwardsAndSeesThePaperCodesThen() throws IOException, InterruptedException {
        String handed = "k3vtq-9fmwz-x2ha";
        wings.protection.foundation().accounts().hand(RealWings.viewer(RealWings.TEAM, org.moei.foundation.access.Role.SCREENER, "ministry"), handed);
        Visitor visitor = new Visitor(port);
        assertThat(to(visitor.signIn(RealWings.TEAM, handed))).isEqualTo("/sign-in/app");
        assertThat(to(visitor.post("/sign-in/password", "/sign-in/password", Map.of("fresh", "a password of my own", "again", "a password of my own")))).as("not before the app").isEqualTo("/sign-in?expired");
        byte[] secret = secretOn(visitor.get("/sign-in/app").body());
        assertThat(to(visitor.post("/sign-in/app", "/sign-in/app", Map.of("code", nextCode(secret))))).isEqualTo("/sign-in/password");
        assertThat(to(visitor.post("/sign-in/password", "/sign-in/password", Map.of("fresh", "a password of my own", "again", "a password of my own")))).isEqualTo("/account/paper");
        assertThat(visitor.get("/account/paper").body()).containsPattern("<code>[a-z2-7]{4}-");
        assertThat(visitor.get("/protection").statusCode()).isEqualTo(200);
    }

    @Test
    void anAdministratorEndsSessionsAndWhatGivesAccessWaitsForTheOfficer() throws IOException, InterruptedException {
        Visitor administrator = signedIn(RealWings.ADMINISTRATOR, enrolled(RealWings.ADMINISTRATOR));
        Visitor officer = signedIn(RealWings.OFFICER, enrolled(RealWings.OFFICER));
        Visitor command = Visitor.signedIn(port, RealWings.COMMAND);
        String id = RealWings.viewer(RealWings.COMMAND, org.moei.foundation.access.Role.COMMAND, "command").account().toString();
        administrator.post("/accounts", "/accounts/" + id + "/end-sessions", Map.of());
        assertThat(to(command.get("/protection"))).isEqualTo("/sign-in?expired");

        administrator.post("/accounts", "/accounts/" + id + "/password", Map.of());
        Matcher password = Pattern.compile(RealWings.COMMAND + ": ([a-z2-9-]{16})").matcher(administrator.get("/accounts").body());
        assertThat(password.find()).isTrue();
        assertThat(to(new Visitor(port).signIn(RealWings.COMMAND, password.group(1)))).as("before the officer").isEqualTo("/sign-in?again");
        assertThat(administrator.post("/accounts", "/accounts-waiting/" + id + "/confirm", Map.of()).statusCode()).as("not by the administrator").isEqualTo(403);
        assertThat(officer.get("/accounts-waiting").body()).contains(RealWings.COMMAND);
        officer.post("/accounts-waiting", "/accounts-waiting/" + id + "/confirm", Map.of());
        assertThat(to(new Visitor(port).signIn(RealWings.COMMAND, password.group(1)))).as("a password that was handed over").isEqualTo("/sign-in/password");

        administrator.post("/accounts", "/accounts", Map.of("name", "new-desk", "role", "screener", "agency", "ministry"));
        assertThat(officer.get("/accounts-waiting").body()).contains("new-desk");
        assertThat(administrator.post("/accounts", "/accounts", Map.of("name", "new-desk-2", "role", "analyst", "agency", "police")).statusCode()).as("a role of the other wing").isEqualTo(403);
    }
}
