package org.moei.console.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moei.foundation.access.Role;
import org.moei.foundation.journal.Action;
import org.moei.protection.people.Description;
import org.moei.protection.people.People;

/** The end of a case by pages: what is due is kept longer with a reason or erased, and a case moves with the person's consent. */
class EndPagesTest {
    private static final String NAME = "Zyxwvuts Qponmlkj";
    private static final String REASON = "A court has asked to keep the papers of this case.";

    private final RealWings wings = new RealWings();

    @AfterEach
    void stop() {
        wings.close();
    }

    private Visitor as(String name) throws Exception {
        return Visitor.signedIn(wings.console.port(), name);
    }

    private UUID register(long number) {
        People people = wings.protection.people();
        var hand = wings.hand(RealWings.viewer(RealWings.DESK, Role.RECEPTION, "immigration"));
        UUID person = wings.id();
        people.keep(people.register(hand, person, new People.Arrival(number, "MMR", "F", "18-29", "my", "", "released", "mae-sot", "")));
        people.keep(people.describe(hand, person, Action.ANY, new Description.Names(List.of(new Description.Name(NAME, "en", "full", "person")))));
        return person;
    }

    private String token(UUID person) {
        return wings.protection.roster().system().find(person).orElseThrow().token();
    }

    private static String to(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("").replaceAll("^https?://[^/]+", "");
    }

    @Test
    void whatIsDueIsKeptLongerWithAReasonOrErasedAndByTheOfficerOnly() throws Exception {
        UUID kept = register(971);
        UUID erased = register(972);
        assertThat(as(RealWings.OFFICER).get("/retention").body()).doesNotContain(token(kept));
        wings.now.updateAndGet(now -> now.plus(Duration.ofDays(366)));
        Visitor officer = as(RealWings.OFFICER);
        assertThat(officer.get("/retention").body()).contains(token(kept), token(erased)).doesNotContain(NAME);
        for (String name : List.of(RealWings.DESK, RealWings.CASE, RealWings.AUDIT, RealWings.ADMINISTRATOR)) {
            assertThat(as(name).get("/retention").statusCode()).as(name).isEqualTo(403);
        }

        String extend = "/retention/" + kept + "/extend";
        assertThat(officer.post("/retention", extend, Map.of("until", "2026-12-31", "reason", "because")).statusCode()).isEqualTo(400);
        assertThat(officer.post("/retention", extend, Map.of("until", "2099-12-31", "reason", REASON)).statusCode()).as("longer than ten years").isEqualTo(400);
        assertThat(officer.post("/retention", extend, Map.of("until", "2020-12-31", "reason", REASON)).statusCode()).as("in the past").isEqualTo(400);
        assertThat(to(officer.post("/retention", extend, Map.of("until", "2026-12-31", "reason", REASON)))).isEqualTo("/retention");
        String page = officer.get("/retention").body();
        assertThat(page).contains(token(erased)).doesNotContain("/erasures/" + kept);

        assertThat(to(officer.post("/retention", "/erasures", Map.of("token", token(erased))))).isEqualTo("/erasures/" + erased);
        assertThat(officer.get("/erasures/" + erased).body()).contains("What goes").doesNotContain(NAME);
        assertThat(officer.post("/retention", "/erasures/" + erased, Map.of("token", token(kept), "reason", "time is over")).statusCode()).as("another token").isEqualTo(400);
        assertThat(wings.protection.roster().system().find(erased).orElseThrow().state()).isEqualTo("here");
        assertThat(to(officer.post("/retention", "/erasures/" + erased, Map.of("token", token(erased), "reason", "time is over")))).isEqualTo("/retention");
        assertThat(wings.protection.roster().system().find(erased).orElseThrow().state()).isEqualTo("erased");
        assertThat(as(RealWings.DESK).get("/people/" + kept).body()).contains(NAME);

        wings.now.updateAndGet(now -> now.plus(Duration.ofDays(300)));
        assertThat(as(RealWings.OFFICER).get("/retention").body()).as("after the extension").contains("/erasures/" + kept);
    }

    @Test
    void aPeriodIsSetOnThePage() throws Exception {
        UUID person = register(973);
        wings.now.updateAndGet(now -> now.plus(Duration.ofDays(31)));
        Visitor officer = as(RealWings.OFFICER);
        assertThat(officer.get("/retention").body()).doesNotContain("/erasures/" + person);
        wings.protection.roster().system().find(person).orElseThrow().holdings()
                .forEach(held -> {
                    try {
                        assertThat(officer.post("/retention", "/retention/periods", Map.of("agency", held.agency(), "purpose", held.purpose(), "days", "30")).statusCode()).isEqualTo(302);
                    } catch (java.io.IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
        assertThat(officer.get("/retention").body()).contains("/erasures/" + person);
    }

    @Test
    void aCaseMovesWithThePersonsYesToThatAgencyAndNotBefore() throws Exception {
        UUID person = register(974);
        String page = "/people/" + person + "/custody";
        Visitor manager = as(RealWings.CASE);
        assertThat(manager.get("/people/" + person).body()).contains("href=\"" + page + "\"");
        assertThat(manager.get(page).body()).contains("others").doesNotContain("Move the case to");
        assertThat(manager.post(page, page, Map.of("agency", "others")).statusCode()).as("nobody was asked").isEqualTo(422);
        assertThat(manager.post(page, page + "/consent", Map.of("agency", "nobody-here", "answer", "yes")).statusCode()).as("an agency without an account").isEqualTo(403);
        assertThat(manager.post(page, page + "/consent", Map.of("agency", "others", "answer", "yes", "words", "They may.")).statusCode()).isEqualTo(302);
        assertThat(as("account-of-lawyer").get("/people/" + person).statusCode()).isEqualTo(403);
        assertThat(to(manager.post(page, page, Map.of("agency", "others")))).isEqualTo("/people");
        assertThat(manager.get("/people/" + person).statusCode()).isEqualTo(403);
        assertThat(as("account-of-lawyer").get("/people/" + person).body()).contains(NAME);
        for (String name : List.of(RealWings.DESK, RealWings.TEAM, RealWings.OFFICER)) {
            assertThat(as(name).get(page).statusCode()).as(name).isEqualTo(403);
        }
    }
}
