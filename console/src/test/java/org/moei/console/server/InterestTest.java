package org.moei.console.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.moei.base.ProblemException;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.journal.Recorded;
import org.moei.protection.people.People;

/** Whoever screens, interprets or decides is asked before what binds them to the person; who is bound is refused for that person. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterestTest {
    private final RealWings wings = new RealWings();

    @AfterAll
    void stop() {
        wings.close();
    }

    private UUID register(long number) {
        UUID person = wings.id();
        wings.protection.people().keep(wings.protection.people().register(
                wings.hand(RealWings.viewer(RealWings.DESK, Role.RECEPTION, "immigration")), person, new People.Arrival(number, "ETH", "F", "18-29", "am", "", "released", "mae-sot", "")));
        return person;
    }

    private static String to(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("").replaceAll("^https?://[^/]+", "");
    }

    @Test
    void theCaseOpensForWhoIsBoundByNothingAndNotBefore() throws Exception {
        UUID person = register(951);
        String page = "/screening/" + person;
        Visitor team = Visitor.signedIn(wings.console.port(), RealWings.TEAM);
        assertThat(to(team.get(page))).isEqualTo(page + "/interest");
        assertThat(team.post(page + "/interest", page + "/answers", Map.of("indicator", "CD1", "answer", "yes")).statusCode()).as("before the question").isEqualTo(422);
        assertThat(team.post(page + "/interest", page + "/interest", Map.of()).statusCode()).as("no answer").isEqualTo(400);
        assertThat(to(team.post(page + "/interest", page + "/interest", Map.of("kind", "none")))).isEqualTo(page);
        assertThat(team.get(page).statusCode()).isEqualTo(200);
        assertThat(team.post(page, page + "/answers", Map.of("indicator", "CD1", "answer", "yes")).statusCode()).isEqualTo(302);
        assertThat(Visitor.signedIn(wings.console.port(), RealWings.CASE).get(page).statusCode()).as("who only reads it").isEqualTo(200);
    }

    @Test
    void whoIsBoundIsRefusedForThatPersonForGoodAndForNobodyElse() throws Exception {
        UUID person = register(952);
        UUID another = register(953);
        String page = "/screening/" + person;
        Viewer viewer = RealWings.viewer(RealWings.TEAM, Role.SCREENER, "ministry");
        Visitor team = Visitor.signedIn(wings.console.port(), RealWings.TEAM);
        String words = "She is the daughter of my aunt.";
        assertThat(to(team.post(page + "/interest", page + "/interest", Map.of("kind", "relative", "words", words)))).isEqualTo("/screening");
        assertThat(team.get(page).statusCode()).isEqualTo(403);
        for (String path : List.of("/answers", "/decision", "/reopen", "/interest")) {
            Map<String, String> fields = Map.of("indicator", "CD1", "answer", "yes", "team", "Team A", "outcome", "reflection", "reasons", "r", "reason", "r", "kind", "none");
            assertThat(team.post("/screening", page + path, fields).statusCode()).as(path).isEqualTo(422);
        }
        assertThatThrownBy(() -> wings.protection.screening().call(wings.hand(viewer), person)).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo("interest-declared"));
        assertThat(to(team.get("/screening/" + another))).isEqualTo("/screening/" + another + "/interest");

        List<Recorded> kept = wings.protection.foundation().journal().history(person, Long.MAX_VALUE, 50);
        assertThat(kept).anyMatch(r -> r.envelope().type().equals("screening.interest-asked"))
                .allSatisfy(r -> assertThat(new String(r.envelope().encode(), java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("relative", "aunt"));
        assertThat(Visitor.signedIn(wings.console.port(), RealWings.CASE).get("/copies/" + person).body()).as("the person may know").contains(words);
    }

    @Test
    void anInterpreterIsAskedBeforeTheInterviewAndNotGivenItWhenBound() throws Exception {
        UUID person = register(954);
        String page = "/screening/" + person;
        Visitor team = Visitor.signedIn(wings.console.port(), RealWings.TEAM);
        team.post(page + "/interest", page + "/interest", Map.of("kind", "none"));
        assertThat(team.post(page, page + "/interpreter", Map.of("account", "interpreter-one")).statusCode()).isEqualTo(302);
        Visitor interpreter = Visitor.signedIn(wings.console.port(), "interpreter-one");
        assertThat(to(interpreter.get("/interviews/" + person))).isEqualTo("/interviews/" + person + "/interest");
        String question = "/interviews/" + person + "/interest";
        assertThat(to(interpreter.post(question, question, Map.of("kind", "same-community")))).isEqualTo("/interviews");
        assertThat(interpreter.get("/interviews/" + person).statusCode()).isEqualTo(403);
        HttpResponse<String> again = team.post(page, page + "/interpreter", Map.of("account", "interpreter-one"));
        assertThat(again.statusCode()).as("another one is needed").isEqualTo(400);
        assertThat(interpreter.get("/interviews/" + UUID.randomUUID() + "/interest").statusCode()).as("of an interview that was not given").isEqualTo(403);
    }
}
