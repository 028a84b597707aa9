package org.moei.console.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Role;
import org.moei.foundation.journal.Action;
import org.moei.gate.statement.Period;
import org.moei.protection.people.Consents;
import org.moei.protection.people.People;
import org.moei.protection.screening.RuleSet;
import org.moei.protection.screening.Screening;
import org.moei.protection.testimony.Stays;

/** Through the gate by the pages of both wings alone: proposed, released by two, carried as a file, seen, recalled; a question that goes back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GateWingsTest {
    private final RealWings wings = new RealWings();
    private final Hand desk = wings.hand(RealWings.viewer(RealWings.DESK, Role.RECEPTION, "immigration"));
    private final Hand worker = wings.hand(RealWings.viewer(RealWings.CASE, Role.CASE_MANAGER, "welfare"));
    private final Hand team = wings.hand(RealWings.viewer(RealWings.TEAM, Role.SCREENER, "ministry"));
    private final Hand keeper = wings.hand(RealWings.viewer(RealWings.KEEPER, Role.GATE_KEEPER, "gate-office"));

    @AfterAll
    void stop() {
        wings.close();
    }

    private Visitor as(String name) throws IOException, InterruptedException {
        return Visitor.signedIn(wings.console.port(), name);
    }

    private void keep(Action action) {
        wings.protection.people().keep(action);
    }

    private static String find(String pattern, String body) {
        Matcher matcher = Pattern.compile(pattern).matcher(body);
        assertThat(matcher.find()).as(pattern + " in\n" + body.replaceAll("(?s).*<main", "<main")).isTrue();
        return matcher.group(1);
    }

    private List<UUID> crowd() {
        keep(wings.protection.gate().compounds().name(keeper, "kk-park", "KK Park"));
        List<UUID> all = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            UUID person = wings.id();
            keep(wings.protection.people().register(desk, person, new People.Arrival(i, "ETH", "f", "18-24", "am", "", "released", "mae-sot", "")));
            keep(wings.protection.gate().stays().tell(worker, person, List.of(new Stays.Stay("kk-park", Period.of("2025-W01", "2025-W06")))));
            all.add(person);
        }
        return all;
    }

    private void consent(UUID person, String state) {
        keep(wings.protection.people().consent(worker, person, "gate", "testimony", Consents.Answer.of(Consents.State.valueOf(state.toUpperCase(java.util.Locale.ROOT)), "as she said")));
    }

    private HttpResponse<String> release(String name) throws IOException, InterruptedException {
        Visitor visitor = as(name);
        Matcher form = Pattern.compile("action=\"(/testimony/[0-9a-f-]{36}/release)\".*?name=\"version\" value=\"(\\d+)\"", Pattern.DOTALL).matcher(visitor.get("/testimony").body());
        assertThat(form.find()).as("a release that " + name + " may make").isTrue();
        return visitor.post("/testimony", form.group(1), Map.of("version", form.group(2)));
    }

    private byte[] passage() throws IOException, InterruptedException {
        Visitor visitor = as(RealWings.KEEPER);
        assertThat(visitor.post("/testimony", "/testimony/passage", Map.of()).statusCode()).isEqualTo(302);
        return visitor.get("/testimony/passage").body().getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void aStatementIsCarriedFromOneWingToTheOtherAndRecalledAndAQuestionGoesBack() throws IOException, InterruptedException {
        List<UUID> crowd = crowd();
        UUID witness = crowd.getFirst();
        String token = wings.protection.roster().system().find(witness).orElseThrow().token();
        keep(wings.protection.screening().interview(team, witness, Action.ANY, new Screening.Interview(RuleSet.VERSION, "team", "am", "", "", Map.of(), "")));
        Map<String, String> fields = Map.of("token", token, "compound", "kk-park", "first", "2025-W03", "last", "2025-W05", "practice", "QUOTA", "role", "GUARD",
                "indicators", "tron T" + "A".repeat(33) + "\nexample-trade.top", "note", "Guards beat people who missed the quota.", "grade", "B3", "until", "2025-09-01");
        Visitor caseWorker = as(RealWings.CASE);
        assertThat(caseWorker.get("/testimony/new").body()).contains("KK Park").contains("a daily quota");
        assertThat(caseWorker.post("/testimony/new", "/testimony", fields).body()).contains("Without the person's consent to testimony nothing goes to the gate.");
        consent(witness, "given");
        assertThat(caseWorker.post("/testimony/new", "/testimony", fields).statusCode()).isEqualTo(302);
        assertThat(caseWorker.get("/testimony").body()).contains("proposed").doesNotContain("/release");

        assertThat(release(RealWings.KEEPER).statusCode()).isEqualTo(302);
        assertThat(as(RealWings.KEEPER).get("/testimony").body()).contains("released by one").doesNotContain("/release").doesNotContain(token);
        assertThat(release(RealWings.OTHER_KEEPER).statusCode()).isEqualTo(302);
        byte[] first = passage();
        String fingerprint = find("<bdi dir=\"ltr\">([0-9a-f-]{79})</bdi>", as(RealWings.KEEPER).get("/testimony").body());

        Visitor analyst = as(RealWings.ANALYST);
        Visitor investigator = as(RealWings.INVESTIGATOR);
        assertThat(analyst.postFile("/statements", "/statements/passage?fingerprint=" + encoded(fingerprint), "file", "passage.moei", first).statusCode()).isEqualTo(302);
        assertThat(investigator.get("/statements").body()).contains("a daily quota").contains("2025-W03 to 2025-W05").contains("example-trade.top").contains("B3").doesNotContain(token).doesNotContain("fingerprint");
        assertThat(investigator.get("/testimony").statusCode()).isEqualTo(403);
        assertThat(caseWorker.get("/statements").statusCode()).isEqualTo(403);

        consent(witness, "revoked");
        assertThat(analyst.postFile("/statements", "/statements/passage", "file", "passage.moei", passage()).statusCode()).isEqualTo(302);
        assertThat(investigator.get("/statements").body()).contains("1 statement was recalled.").doesNotContain("2025-W03 to 2025-W05");
        assertThat(analyst.postFile("/statements", "/statements/passage", "file", "passage.moei", first).headers().firstValue("location")).isPresent();
        assertThat(analyst.get("/statements").body()).as("the older file again").contains("it is an older one").doesNotContain("2025-W03 to 2025-W05");

        assertThat(investigator.post("/witness-requests", "/witness-requests", Map.of("compound", "kk-park", "first", "2025-W02", "last", "2025-W02", "practice", "BEATEN", "note", "who saw it", "why", "case 7"))
                .statusCode()).isEqualTo(302);
        assertThat(investigator.get("/witness-requests").body()).contains("not before its deadline");
        byte[] back = analyst.get("/statements/passage").body().getBytes(StandardCharsets.UTF_8);
        assertThat(new String(back, StandardCharsets.UTF_8)).doesNotContain("case 7").doesNotContain("police");
        assertThat(as(RealWings.KEEPER).postFile("/testimony", "/testimony/passage/other?fingerprint=" + encoded(fingerprint), "file", "back.moei", back).statusCode()).isEqualTo(302);
        String questions = caseWorker.get("/witness-questions").body();
        assertThat(questions).contains("people beaten").contains(token).contains("ask for consent to contact first").doesNotContain("police");
        String told = find("action=\"(/witness-questions/[0-9a-f-]{36}/told/" + witness + ")\"", questions);
        assertThat(caseWorker.post("/witness-questions", told, Map.of("counsel", "legal aid", "wish", "NOT_DECIDED")).statusCode()).isEqualTo(302);
    }

    @Test
    void anEnquiryIsTakenAndItsLetterWaitsForItsDeadline() throws IOException, InterruptedException {
        Visitor caseWorker = as(RealWings.CASE);
        assertThat(caseWorker.post("/enquiries", "/enquiries", Map.of("asker", "EMBASSY", "who", "a consul", "about", "somebody", "reply", "an address")).statusCode()).isEqualTo(302);
        assertThat(caseWorker.get("/enquiries").body()).contains("a consul").contains("not before its deadline").contains("6 Apr 2025, 19:00");
        assertThat(as(RealWings.INVESTIGATOR).get("/enquiries").statusCode()).isEqualTo(403);
        assertThat(as(RealWings.KEEPER).get("/enquiries").statusCode()).isEqualTo(403);
    }
}
