package org.moei.console.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.moei.base.ProblemException;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Viewer;
import org.moei.protection.people.Description;
import org.moei.protection.people.People;

/** Reading outside of the usual scope, and who is told: by the pages of a rehearsal, and the budget of an operation. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutsideTest {
    private static final String NAME = "Zyxwvuts Qponmlkj";
    private static final String REASON = "She fainted at the bridge and nobody of her team answers.";

    private final RealWings wings = new RealWings();

    @AfterAll
    void stop() {
        wings.close();
    }

    private Visitor as(String name) throws IOException, InterruptedException {
        return Visitor.signedIn(wings.console.port(), name);
    }

    private static UUID register(RealWings wings, long number) {
        People people = wings.protection.people();
        var hand = wings.hand(RealWings.viewer(RealWings.DESK, Role.RECEPTION, "immigration"));
        UUID person = wings.id();
        people.keep(people.register(hand, person, new People.Arrival(number, "MMR", "F", "18-29", "my", "", "released", "mae-sot", "")));
        people.keep(people.describe(hand, person, org.moei.foundation.journal.Action.ANY, new Description.Names(List.of(new Description.Name(NAME, "en", "full", "person")))));
        return person;
    }

    private String token(UUID person) {
        return wings.protection.roster().system().find(person).orElseThrow().token();
    }

    @Test
    void glassIsBrokenWithAReasonTheOfficerIsToldAtOnceAndThePersonCanReadIt() throws Exception {
        UUID person = register(wings, 901);
        Visitor other = as(RealWings.OTHER);
        assertThat(other.get("/people/" + person).statusCode()).as("of another agency").isEqualTo(403);
        assertThat(other.get("/break-glass/" + person).statusCode()).as("before the glass is broken").isEqualTo(403);
        assertThat(other.post("/break-glass", "/break-glass", Map.of("token", token(person), "reason", "urgent")).statusCode()).isEqualTo(400);
        assertThat(other.get("/break-glass/" + person).statusCode()).isEqualTo(403);

        Visitor officer = as(RealWings.OFFICER);
        assertThat(officer.get("/notices").body()).doesNotContain(REASON);
        HttpResponse<String> broken = other.post("/break-glass", "/break-glass", Map.of("token", token(person), "reason", REASON));
        assertThat(broken.headers().firstValue("location").orElse("")).endsWith("/break-glass/" + person);
        assertThat(officer.get("/notices").body()).contains(REASON, RealWings.OTHER, token(person)).doesNotContain(NAME);
        assertThat(other.get("/break-glass/" + person).body()).contains(NAME);
        assertThat(other.get("/people/" + person).statusCode()).as("the usual page stays shut").isEqualTo(403);
        assertThat(as(RealWings.DESK).get("/break-glass/" + person).statusCode()).as("broken for one account only").isEqualTo(403);

        String copy = as(RealWings.CASE).get("/copies/" + person).body();
        assertThat(copy).contains(NAME, REASON, "behind-glass", "Who read it").doesNotContain(RealWings.OTHER);
        wings.now.updateAndGet(now -> now.plus(Duration.ofMinutes(59)));
        wings.now.updateAndGet(now -> now.plus(Duration.ofMinutes(2)));
        assertThat(as(RealWings.OTHER).get("/break-glass/" + person).statusCode()).as("after an hour").isEqualTo(403);
    }

    @Test
    void aCopyIsGivenByTheOfficerOrACaseManagerAndIsWrittenDown() throws Exception {
        UUID person = register(wings, 902);
        Visitor officer = as(RealWings.OFFICER);
        HttpResponse<String> asked = officer.post("/copies", "/copies", Map.of("token", token(person)));
        assertThat(asked.headers().firstValue("location").orElse("")).endsWith("/copies/" + person);
        assertThat(officer.get("/copies/" + person).body()).contains(NAME);
        assertThat(wings.protection.foundation().accessLog().listAbout(person, 10)).anyMatch(e -> e.what().equals("copy") && e.role().equals("data-protection-officer"));
        for (String name : List.of(RealWings.DESK, RealWings.TEAM, RealWings.ADMINISTRATOR, RealWings.AUDIT, RealWings.COMMAND)) {
            assertThat(as(name).get("/copies/" + person).statusCode()).as(name).isEqualTo(403);
        }
        wings.protection.foundation().accounts().put(RealWings.viewer("case-manager-elsewhere", Role.CASE_MANAGER, "elsewhere"), "case-manager-elsewhere");
        assertThat(as("case-manager-elsewhere").get("/copies/" + person).statusCode()).as("a case manager of others").isEqualTo(403);
        assertThat(officer.get("/people/" + person).statusCode()).as("the officer reads nobody otherwise").isEqualTo(403);
    }

    @Test
    void aRecordThatNobodyShouldOpenTellsTheOfficerAndLooksLikeAnyOther() throws Exception {
        UUID person = register(wings, 903);
        Visitor officer = as(RealWings.OFFICER);
        officer.post("/notices", "/notices/canaries", Map.of("token", token(person)));
        String plain = "a record was opened that nobody has a reason to open";
        assertThat(officer.get("/notices").body()).doesNotContain(plain);
        assertThat(as(RealWings.DESK).get("/people/" + person).statusCode()).isEqualTo(200);
        assertThat(officer.get("/notices").body()).contains(plain);
    }

    @Test
    void anInterpreterSeesTheInterviewThatItWasGivenAndItEnds() throws Exception {
        UUID person = register(wings, 904);
        UUID nobody = register(wings, 905);
        Visitor interpreter = as("interpreter-one");
        assertThat(interpreter.get("/screening").statusCode()).as("the queue").isEqualTo(403);
        assertThat(interpreter.get("/interviews/" + person).statusCode()).as("before it is given").isEqualTo(403);
        Visitor team = as(RealWings.TEAM);
        team.post("/screening/" + person + "/interest", "/screening/" + person + "/interest", Map.of("kind", "none"));
        assertThat(team.post("/screening/" + person, "/screening/" + person + "/interpreter", Map.of("account", RealWings.DESK)).statusCode()).as("no interpreter").isEqualTo(400);
        team.post("/screening/" + person, "/screening/" + person + "/interpreter", Map.of("account", "interpreter-one"));
        assertThat(interpreter.get("/interviews").body()).contains(token(person)).doesNotContain(token(nobody));
        interpreter.post("/interviews/" + person + "/interest", "/interviews/" + person + "/interest", Map.of("kind", "none"));
        assertThat(interpreter.get("/interviews/" + person).body()).contains(token(person)).doesNotContain(NAME);
        assertThat(interpreter.get("/interviews/" + nobody).statusCode()).isEqualTo(403);
        team.post("/screening/" + person, "/screening/" + person + "/interpreter/end", Map.of());
        assertThat(interpreter.get("/interviews/" + person).statusCode()).as("after it ended").isEqualTo(403);
    }

    @Test
    void inAnOperationTheSixtyFirstPersonOfAnHourIsRefusedAndInARehearsalNot() {
        Viewer team = RealWings.viewer(RealWings.TEAM, Role.SCREENER, "ministry");
        try (RealWings operation = new RealWings(false)) {
            List<UUID> people = new ArrayList<>();
            for (int i = 0; i <= People.PEOPLE_AN_HOUR; i++) {
                people.add(register(operation, 1_000 + i));
            }
            people.subList(0, People.PEOPLE_AN_HOUR).forEach(person -> operation.protection.people().open(team, Permission.PERSON_SEE, person, "person"));
            assertThatThrownBy(() -> operation.protection.people().open(team, Permission.PERSON_SEE, people.getLast(), "person"))
                    .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo("budget"));
            assertThat(operation.protection.foundation().watch().notices()).hasSize(1);
        }
        for (int i = 0; i < 2 * People.PEOPLE_AN_HOUR; i++) {
            wings.protection.foundation().watch().opening(team, new UUID(9, i), 2_000);
        }
    }
}
