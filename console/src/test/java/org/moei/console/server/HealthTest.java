package org.moei.console.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.moei.base.ProblemException;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Rule;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.database.Scope;
import org.moei.foundation.database.Wing;
import org.moei.foundation.journal.Action;
import org.moei.protection.people.People;
import org.moei.protection.people.RecordKind;

/** What is known of health is read by those who treat, and by a case manager whom the person allowed to; by nobody else, whatever they open. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HealthTest {
    private static final String WORDS = "Zyxhealth coughs blood";
    private static final String TYPED = "Zyxtyped fever since the bridge";
    private static final String OF_BEFORE = "chronic-illness";
    private static final String REASON = "She fainted at the bridge and nobody of her team answers.";
    private static final List<String> SECRETS = List.of("Zyxhealth", "Zyxtyped", "Zyxold", "tuberculosis", "pregnant", "chronic");
    private static final Viewer DESK = RealWings.viewer(RealWings.DESK, Role.RECEPTION, "immigration");
    private static final Viewer MEDICAL = RealWings.viewer("account-of-medical", Role.MEDICAL, "others");
    private static final Viewer CASE = RealWings.viewer(RealWings.CASE, Role.CASE_MANAGER, "welfare");

    private final RealWings wings = new RealWings();
    private final UUID person = person();

    @AfterAll
    void stop() {
        wings.close();
    }

    /** Somebody whose health was named in every way in which it ever was. */
    private UUID person() {
        People people = wings.protection.people();
        people.keep(people.rule(wings.hand(DESK), RecordKind.PERSON, "*", "others", "health"));
        UUID made = wings.id();
        people.keep(people.register(wings.hand(DESK), made, new People.Arrival(961, "ETH", "F", "18-29", "am", "tuberculosis", "released", "mae-sot", "")));
        people.keep(wings.hand(DESK).act("people.person-described", 1).touch(made, RecordKind.PERSON.id(), Action.ANY)
                .seal(made, "notes", Map.of("origin", "Adama", "needs", "Zyxold asthma"))
                .seal(made, "arrival", Map.of("sex", "F", "urgent", "! Zyxold wound"))
                .seal(made, "row", Map.of("row", 7, "date", "2025-04-03", "values", Map.of(), "others", Map.of("Needs", "Zyxold insulin", "bus", "three")))
                .build());
        people.keep(wings.hand(DESK).act("reception.urgent-need-seen", 1).touch(made, RecordKind.PERSON.id(), Action.ANY).clear("urgent", OF_BEFORE).build());
        people.keep(wings.protection.interests().answer(wings.hand(RealWings.viewer(RealWings.TEAM, Role.SCREENER, "ministry")), made, List.of(), ""));
        people.keep(wings.protection.health().seenAtDesk(wings.hand(DESK), made, "pregnant"));
        people.keep(wings.protection.health().note(wings.hand(MEDICAL), made, "tuberculosis", WORDS));
        return made;
    }

    private Visitor as(String name) throws Exception {
        return Visitor.signedIn(wings.console.port(), name);
    }

    private static void assertSilent(String who, String body) {
        assertThat(SECRETS).as(who).noneMatch(body::contains);
    }

    private List<String> pages() {
        return Endpoint.of(wings.console).stream().filter(e -> e.method().equals("GET") && e.handler().hasMethodAnnotation(Rule.class)).map(e -> e.path(person.toString())).toList();
    }

    @Test
    void noPageOfAnyOtherRoleShowsIt() throws Exception {
        List<String> pages = pages();
        assertThat(pages).contains("/people/" + person, "/screening/" + person, "/people/" + person + "/health", "/arrivals");
        assertThat(as(RealWings.TEAM).get("/people/" + person).statusCode()).as("the screener holds the person").isEqualTo(200);
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> visits = new ArrayList<>();
            for (Viewer viewer : wings.viewers().stream().filter(v -> v.wing() == Wing.PROTECTION && v.role() != Role.MEDICAL).toList()) {
                visits.add(all.submit(() -> {
                    Visitor visitor = as(viewer.name());
                    for (String page : pages) {
                        assertSilent(viewer.name() + " reads " + page, visitor.get(page).body());
                    }
                    return null;
                }));
            }
            for (Future<?> visit : visits) {
                visit.get();
            }
        }
    }

    @Test
    void copiesBrokenGlassTimelinesAndErrorsDoNotShowItEither() throws Exception {
        String token = wings.protection.roster().system().find(person).orElseThrow().token();
        Visitor other = as(RealWings.OTHER);
        other.post("/break-glass", "/break-glass", Map.of("token", token, "reason", REASON));
        assertThat(other.get("/break-glass/" + person).body()).contains("Adama", "kept apart").satisfies(body -> assertSilent("behind glass", body));
        assertThat(as(RealWings.OFFICER).get("/copies/" + person).body()).contains("Adama", "kept apart").satisfies(body -> assertSilent("a copy", body));
        assertThat(as(RealWings.TEAM).get("/people/" + person).body()).doesNotContain("note on health");
        Visitor team = as(RealWings.TEAM);
        assertThat(team.get("/people/" + person + "/health").statusCode()).isEqualTo(403);
        assertSilent("an error", team.post("/people", "/people/" + person + "/health", Map.of("words", "x")).body());
        assertSilent("an error", as("account-of-medical").post("/people/" + person + "/health", "/people/" + person + "/health", Map.of("need", "nothing")).body());
    }

    @Test
    void whoTreatsReadsItAndACaseManagerWhileThePersonSaysSo() throws Exception {
        Visitor medical = as("account-of-medical");
        String page = "/people/" + person + "/health";
        assertThat(medical.get(page).body()).contains(WORDS, "tuberculosis", "pregnant");
        assertThat(medical.get("/people/" + person).body()).contains("href=\"" + page + "\"", "note on health");
        Visitor manager = as(RealWings.CASE);
        assertThat(manager.get(page).body()).contains("has not said").doesNotContain(WORDS);
        assertThatThrownBy(() -> wings.protection.health().list(CASE, person)).isInstanceOf(ProblemException.class);
        assertThat(medical.post(page, page + "/consent", Map.of("answer", "yes", "words", "She may.")).statusCode()).isEqualTo(302);
        assertThat(manager.get(page).body()).contains(WORDS);
        assertThat(as(RealWings.TEAM).get("/people/" + person).body()).doesNotContain(WORDS);
        assertThat(medical.post(page, page + "/consent", Map.of("answer", "no")).statusCode()).isEqualTo(302);
        assertThat(manager.get(page).body()).doesNotContain(WORDS);
        assertThat(wings.protection.foundation().accessLog().listAbout(person, 200)).anyMatch(e -> e.what().equals("health") && e.role().equals("medical"));
    }

    @Test
    void theDatabaseShowsItToNoTransactionThatDoesNotAskForItAndTheJournalNamesNoIllness() {
        Scope scope = WingFoundation.scope(MEDICAL);
        String sql = "select count(*) from sealed_part where part like 'health:%' and record_id = '" + person + "'";
        assertThat(wings.protection.foundation().database().<Long>scoped(scope, client -> client.sql(sql).query(Long.class).single())).isZero();
        assertThat(wings.protection.foundation().database().<Long>scoped(scope.withHealth(), client -> client.sql(sql).query(Long.class).single())).isEqualTo(2);
        Scope stranger = new Scope("nobody", Set.of("*"), "health").withHealth();
        assertThat(wings.protection.foundation().database().<Long>scoped(stranger, client -> client.sql(sql).query(Long.class).single())).as("asking alone opens nothing").isZero();
        wings.protection.foundation().journal().history(person, Long.MAX_VALUE, 50).stream().filter(each -> !each.envelope().clear().containsValue(OF_BEFORE))
                .forEach(each -> assertSilent(each.envelope().type(), new String(each.envelope().encode(), StandardCharsets.UTF_8)));
        assertThat(wings.protection.roster().system().find(person).orElseThrow().urgent()).as("an action of before named it").isEqualTo("yes");
        assertThat(new Authoriser(Wing.PROTECTION).permits(CASE, Permission.HEALTH_EDIT)).isFalse();
    }

    @Test
    void whatTheDeskTypesAsUrgentIsKeptApartFromTheLine() throws Exception {
        Visitor desk = as(RealWings.DESK);
        String group = desk.post("/arrivals", "/arrivals", Map.of("label", "Bus 9")).headers().firstValue("location").orElse("").replaceAll("^https?://[^/]+", "");
        UUID action = wings.id();
        assertThat(desk.post(group, group + "/lines", Map.of("action", action.toString(), "urgent", "! " + TYPED, "sex", "F")).statusCode()).isEqualTo(302);
        assertThat(desk.get(group).body()).contains("a medic was called").satisfies(body -> assertSilent("the grid", body));
        UUID arrived = wings.protection.roster().list(DESK, e -> e.urgent().equals("medic"), 10).getFirst().id();
        assertThat(wings.protection.health().list(MEDICAL, arrived)).singleElement().satisfies(note -> {
            assertThat(note.words()).contains(TYPED);
            assertThat(note.saidBy()).isEqualTo("desk");
        });
    }
}
