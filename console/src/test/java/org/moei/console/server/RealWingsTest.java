package org.moei.console.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Viewer;
import org.moei.protection.people.Entry;
import org.moei.protection.people.RecordKind;
import org.moei.protection.people.Track;

/** The thread through the house, by the pages alone: register, name, import, reconcile, link, screen, plan, refuse. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealWingsTest {
    private final RealWings wings = new RealWings();

    @AfterAll
    void stop() {
        wings.close();
    }

    private Visitor as(String name) throws IOException, InterruptedException {
        return Visitor.signedIn(wings.console.port(), name);
    }

    private static String find(String pattern, String body) {
        Matcher matcher = Pattern.compile(pattern).matcher(body);
        assertThat(matcher.find()).as(pattern + " in\n" + body.replaceAll("(?s).*<main", "<main")).isTrue();
        return matcher.group(1);
    }

    /** Opens a group and enters one line; the person's page. */
    private String register(Visitor desk, Map<String, String> line) throws IOException, InterruptedException {
        String group = desk.post("/arrivals", "/arrivals", Map.of("label", "Bus 3", "announced", "14")).headers().firstValue("location").orElseThrow();
        String path = group.replaceAll("^https?://[^/]+", "");
        String action = find("name=\"action\" value=\"([^\"]+)\"", desk.get(path).body());
        Map<String, String> fields = new java.util.HashMap<>(line);
        fields.put("action", action);
        assertThat(desk.post(path, path + "/lines", fields).statusCode()).isEqualTo(302);
        return find("href=\"(/people/[0-9a-f-]{36})\"", desk.get(path).body());
    }

    @Test
    void noPageLinksToAPageThatItsReaderMayNotSee() throws IOException, InterruptedException {
        register(as(RealWings.DESK), Map.of("sex", "F", "age", "about 25", "language", "am"));
        for (String name : List.of(
                RealWings.DESK, RealWings.TEAM, RealWings.RETURN, RealWings.AUDIT, RealWings.ANALYST, RealWings.CASE, RealWings.KEEPER, RealWings.INVESTIGATOR, "command-of-all", "interpreter-one", "administrator", "auditor-of-sites")) {
            Visitor visitor = as(name);
            Deque<String> open = new ArrayDeque<>(List.of("/"));
            Set<String> seen = new LinkedHashSet<>();
            while (!open.isEmpty() && seen.size() < 60) {
                String path = open.remove();
                if (!seen.add(path)) {
                    continue;
                }
                HttpResponse<String> answer = visitor.get(path);
                assertThat(answer.statusCode()).as(name + " " + path).isIn(200, 302);
                answer.headers().firstValue("location").ifPresent(l -> open.add(l.replaceAll("^https?://[^/]+", "")));
                Matcher links = Pattern.compile("<a [^>]*href=\"(/[^\"#]*)").matcher(answer.body());
                while (links.find()) {
                    open.add(links.group(1).replace("&amp;", "&"));
                }
            }
            assertThat(seen.size()).as(name).isGreaterThan(3);
        }
    }

    @Test
    void aPersonIsRegisteredAndTakesABurmeseAndAnAmharicName() throws IOException, InterruptedException {
        Visitor desk = as(RealWings.DESK);
        String person = register(desk, Map.of("sex", "F", "age", "about 25", "language", "am", "wayOut", "fled", "name", "ብርቱካን ታደሰ"));
        assertThat(desk.get(person).body()).contains("ብርቱካን ታደሰ").contains("lang=\"am\"").contains("R-");
        assertThat(desk.post(person, person + "/statements", Map.of("field", "name", "text", "မအေးအေး", "saidBy", "person")).statusCode()).isEqualTo(302);
        assertThat(desk.post(person, person + "/statements", Map.of("field", "birth", "text", "1990", "saidBy", "person")).statusCode()).isEqualTo(302);
        assertThat(desk.get(person).body()).contains("ብርቱካን ታደሰ").contains("မအေးအေး").contains("lang=\"my\"").contains("born 1 Jan 1990 to 31 Dec 1990");
        String token = find("class=\"token\">(R-[0-9]+-[A-Z])<", desk.get(person).body());
        assertThat(desk.get("/people?token=" + token.toLowerCase(java.util.Locale.ROOT)).headers().firstValue("location").orElse("")).endsWith(person);
        assertThat(as(RealWings.OTHER).get(person).statusCode()).as("another agency").isEqualTo(403);
        assertThat(as(RealWings.OTHER).get("/people?token=" + token).statusCode()).isEqualTo(403);
    }

    @Test
    void aLineThatIsSentTwiceIsOnePerson() throws IOException, InterruptedException {
        Visitor desk = as(RealWings.DESK);
        String path = desk.post("/arrivals", "/arrivals", Map.of("label", "Twice", "announced", "1")).headers().firstValue("location").orElseThrow().replaceAll("^https?://[^/]+", "");
        String action = find("name=\"action\" value=\"([^\"]+)\"", desk.get(path).body());
        for (int i = 0; i < 2; i++) {
            desk.post(path, path + "/lines", Map.of("action", action, "sex", "M", "age", "30"));
        }
        assertThat(Pattern.compile("data-line").matcher(desk.get(path).body()).results().count()).isEqualTo(1);
    }

    @Test
    void aListIsImportedWithItsBadRowsNamedAndItsRowsLinkedAndTakenApart() throws IOException, InterruptedException {
        Visitor desk = as(RealWings.DESK);
        String file = "name,birth_date,nationality,made-for-rehearsal\nAung Ko Lin,1998-03-04,Myanmar,yes\nNobody Born,1998-13-45,Myanmar,yes\nTeshome Kebede,1990,Ethiopia,yes\n";
        String draft = desk.postFile("/lists/import", "/lists/import", "file", "people.csv", file.getBytes(StandardCharsets.UTF_8)).body();
        assertThat(draft).contains("Aung Ko Lin").contains("1998-13-45").contains("The birth date");
        String keep = find("action=\"(/lists/import/[0-9a-f-]{36})\"", draft);
        String list = desk.post("/lists/import", keep, Map.of("act", "keep", "list", "Names from the force", "sender", "The force", "version", "1", "stated", "4"))
                .headers().firstValue("location").orElseThrow().replaceAll("^https?://[^/]+", "");
        String page = desk.get(list).body();
        assertThat(page).contains("Aung Ko Lin").contains("Teshome Kebede").doesNotContain("Nobody Born");
        assertThat(desk.get("/lists").body()).contains("Names from the force");
        assertThat(as(RealWings.OTHER).get(list).body()).doesNotContain("Aung Ko Lin");

        String person = register(desk, Map.of("sex", "M", "age", "35", "language", "am", "name", "ተሾመ ከበደ"));
        UUID id = UUID.fromString(person.substring("/people/".length()));
        Viewer viewer = RealWings.viewer(RealWings.DESK, Role.RECEPTION, "immigration");
        Entry row = wings.protection.roster().list(viewer, e -> e.kind() == RecordKind.LIST_ROW && e.nationality().equals("ETH"), 1).getFirst();
        wings.protection.people().keep(wings.protection.people().link(wings.hand(viewer), id, row.id(), "human", Double.NaN));
        String linked = desk.get(person).body();
        assertThat(linked).contains("Teshome Kebede").contains("ተሾመ ከበደ");
        String unlink = find("action=\"(/people/[0-9a-f-]{36}/unlink/[0-9a-f-]{36})\"", linked);
        assertThat(desk.post(person, unlink, Map.of("reason", "another father’s name")).statusCode()).isEqualTo(302);
        assertThat(desk.get(person).body()).doesNotContain("Teshome Kebede").contains("Link taken apart");
    }

    @Test
    void twoVersionsOfAListAreComparedFieldByFieldOnlyWhenAskedAndOnlyForOneWhoSeesTheRows() throws IOException, InterruptedException {
        Visitor desk = as(RealWings.DESK);
        importVersion(desk, "1", "Zaw Lin Htut,1991-02-03,Myanmar,yes");
        String later = importVersion(desk, "2", "Zaw Lin Htut,1991-03-02,Myanmar,yes\nMekonnen Alemu,1990,Ethiopia,yes");
        Viewer viewer = RealWings.viewer(RealWings.DESK, Role.RECEPTION, "immigration");
        List<Entry> both = wings.protection.reception().lists().versionsOf("Compared").stream()
                .map(v -> wings.protection.roster().system().rows(v.id().toString()).stream().min(Comparator.comparingLong(Entry::row)).orElseThrow())
                .toList();
        wings.protection.people().keep(wings.protection.people().link(wings.hand(viewer), both.get(0).id(), both.get(1).id(), "human", Double.NaN));

        assertThat(desk.get(later).body()).contains("Compare fields").doesNotContain("Birth date in");
        assertThat(desk.post(later, later + "/compare", Map.of()).statusCode()).isEqualTo(302);
        assertThat(desk.get(later).body()).containsIgnoringCase("1 of 1 rows on both versions changed: birth date in 1 row");
        assertThat(desk.get(later).body()).as("it is told once").doesNotContainIgnoringCase("birth date in 1 row");
        assertThat(as(RealWings.OTHER).post(later, later + "/compare", Map.of()).statusCode()).isEqualTo(302);
        assertThat(as(RealWings.OTHER).get(later).body()).doesNotContainIgnoringCase("birth date in 1 row");
    }

    private String importVersion(Visitor desk, String version, String rows) throws IOException, InterruptedException {
        String file = "name,birth_date,nationality,made-for-rehearsal\n" + rows + "\n";
        String draft = desk.postFile("/lists/import", "/lists/import", "file", "v.csv", file.getBytes(StandardCharsets.UTF_8)).body();
        String keep = find("action=\"(/lists/import/[0-9a-f-]{36})\"", draft);
        return desk.post("/lists/import", keep, Map.of("act", "keep", "list", "Compared", "sender", "The force", "version", version, "stated", ""))
                .headers().firstValue("location").orElseThrow().replaceAll("^https?://[^/]+", "");
    }

    @Test
    void consentIsAskedInThePersonsLanguageKeptAsHeardTakenBackAtOnceAndTestimonyIsNeverOnTheSlip() throws IOException, InterruptedException {
        String person = register(as(RealWings.DESK), Map.of("sex", "F", "age", "24", "language", "am"));
        UUID id = UUID.fromString(person.substring("/people/".length()));
        Visitor worker = as(RealWings.CASE);
        String page = worker.get(person + "/consents").body();
        assertThat(page).contains("እዚህ መሆንዎን ለቤተሰብዎ ልንነግር እንችላለን?").contains("May we tell your family that you are here?").contains("lang=\"am\"");
        assertThat(answer(worker, person, "told", "yes", "words", "እናቴ ብቻ", "interpreter", "I-07", "withhold", "the uncle")).isEqualTo(302);
        assertThat(answer(worker, person, "testimony", "yes")).isEqualTo(302);
        assertThat(worker.get(person + "/consents").body()).contains("እናቴ ብቻ").contains("interpreted by I-07").contains("not to be told to the uncle");
        String slip = worker.get(person + "/slip").body();
        assertThat(slip).contains("እዚህ መሆንዎን ለቤተሰብዎ ልንነግር እንችላለን? <strong>እሺ</strong>").doesNotContain("ያዩትን", "the uncle", "እናቴ");

        assertThat(wings.protection.roster().system().find(id).orElseThrow().hasConsent("family", "told")).isTrue();
        assertThat(answer(worker, person, "told", "no")).isEqualTo(302);
        assertThat(wings.protection.roster().system().find(id).orElseThrow().hasConsent("family", "told")).as("taken back, at once").isFalse();
        assertThat(worker.get(person).body()).contains("Took a consent back");
        assertThat(answer(as(RealWings.DESK), person, "told", "yes")).as("who may not ask").isEqualTo(403);
        assertThat(worker.post(person + "/consents", person + "/consents", Map.of("purpose", "told", "answer", "yes", "words", "w".repeat(2001))).statusCode()).isEqualTo(400);
    }

    @Test
    void aChildsYesNeedsAGuardianAndAStepOfTheProcedure() throws IOException, InterruptedException {
        String person = register(as(RealWings.DESK), Map.of("sex", "M", "age", "15", "language", "my"));
        UUID id = UUID.fromString(person.substring("/people/".length()));
        Visitor worker = as(RealWings.CASE);
        assertThat(worker.get(person + "/consents").body()).contains("needs a guardian");
        assertThat(answer(worker, person, "packet", "yes")).isNotEqualTo(302);
        assertThat(answer(worker, person, "packet", "yes", "guardian", "an aunt")).isNotEqualTo(302);
        assertThat(wings.protection.roster().system().find(id).orElseThrow().hasConsent("own-embassy", "packet")).isFalse();
        assertThat(answer(worker, person, "packet", "yes", "guardian", "an aunt", "step", "panel of 3 March")).isEqualTo(302);
        assertThat(wings.protection.roster().system().find(id).orElseThrow().hasConsent("own-embassy", "packet")).isTrue();
    }

    private static int answer(Visitor visitor, String person, String purpose, String answer, String... more) throws IOException, InterruptedException {
        Map<String, String> fields = new java.util.LinkedHashMap<>(Map.of("purpose", purpose, "answer", answer));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return visitor.post(person + "/consents", person + "/consents", fields).statusCode();
    }

    @Test
    void aTeamDecidesAfterAnInterviewAndNeverBefore() throws IOException, InterruptedException {
        String person = register(as(RealWings.DESK), Map.of("sex", "M", "age", "24", "language", "ur"));
        Visitor team = as(RealWings.TEAM);
        String path = person.replace("/people/", "/screening/");
        assertThat(team.get("/screening").body()).contains(path);
        team.post(path + "/interest", path + "/interest", Map.of("kind", "none"));
        assertThat(team.get(path).body()).contains("name=\"indicator\"").doesNotContain("name=\"reasons\"");
        assertThat(team.post(path, path + "/answers", Map.of("indicator", "CD1", "answer", "yes")).statusCode()).isEqualTo(302);
        assertThat(team.post(path, path + "/answers", Map.of("indicator", "EX1", "answer", "not-known")).statusCode()).isEqualTo(302);
        assertThat(team.post(path, path + "/decision", Map.of("team", "Team A", "outcome", "reflection", "reasons", " ")).statusCode()).isEqualTo(400);
        assertThat(team.post(path, path + "/decision", Map.of("team", "Team A", "outcome", "reflection", "reasons", "Much is not known yet.")).statusCode()).isEqualTo(302);
        assertThat(team.get(path).body()).contains("Team A").contains("Much is not known yet.");
    }

    @Test
    void aDepartureIsPlannedForThoseReadyAndKept() throws IOException, InterruptedException {
        String person = register(as(RealWings.DESK), Map.of("sex", "M", "age", "30"));
        UUID id = UUID.fromString(person.substring("/people/".length()));
        wings.makeReady(id);
        Visitor desk = as(RealWings.RETURN);
        String journey = desk.post("/journeys", "/journeys", Map.of("date", "2025-04-05", "mode", "bus", "to", "Don Mueang", "seats", "44"))
                .headers().firstValue("location").orElseThrow().replaceAll("^https?://[^/]+", "");
        assertThat(desk.get(journey).body()).contains("of 44 seats").contains(person);
        assertThat(desk.post(journey, journey + "/keep", Map.of()).statusCode()).isEqualTo(302);
        assertThat(wings.protection.roster().system().find(id).map(e -> e.track(Track.SEAT))).contains(Track.State.DONE);
        assertThat(desk.get("/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void whatWasReadStandsInTheLogWithoutAName() throws IOException, InterruptedException {
        String person = register(as(RealWings.DESK), Map.of("sex", "F", "name", "Somebody Invented"));
        as(RealWings.DESK).get(person);
        String log = as(RealWings.AUDIT).get("/access-log").body();
        assertThat(log).contains("<code>person</code>").doesNotContain("Somebody Invented");
        assertThat(as(RealWings.AUDIT).get(person).statusCode()).isEqualTo(403);
    }
}
