package org.moei.console.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.moei.base.Figures;
import org.moei.console.signin.WithoutSignIn;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Rule;
import org.moei.foundation.access.Viewer;

/** Made from the mappings of the running console: a new endpoint is tried here without anybody writing a test for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndpointRulesTest {
    private final RealWings wings = new RealWings();
    private final ConsoleServer console = wings.console;
    private final AtomicInteger tried = new AtomicInteger();

    @AfterAll
    void stop() {
        wings.close();
    }

    private List<Endpoint> endpoints() {
        return Endpoint.of(console);
    }

    @Test
    void everyEndpointNamesARule() {
        assertThat(endpoints()).isNotEmpty().allSatisfy(endpoint ->
                assertThat(endpoint.handler().hasMethodAnnotation(Rule.class) || endpoint.handler().hasMethodAnnotation(WithoutSignIn.class))
                        .as("rule of %s %s", endpoint.method(), endpoint.path())
                        .isTrue());
    }

    @Test
    void nothingIsServedWithoutSignIn() throws IOException, InterruptedException {
        Visitor stranger = new Visitor(console.port());
        for (Endpoint endpoint : endpoints()) {
            int status = stranger.send(endpoint.method(), endpoint.path()).statusCode();
            if (endpoint.handler().hasMethodAnnotation(WithoutSignIn.class)) {
                assertThat(endpoint.path()).isIn("/sign-in", "/sign-in/code", "/sign-in/app", "/sign-in/password", "/sign-in/passkey", "/sign-in/onward", "/health/live", "/health/ready");
                continue;
            }
            assertThat(status).as("%s %s without sign-in", endpoint.method(), endpoint.path()).isIn(302, 403);
        }
        for (String path : List.of("/actuator", "/h2-console", "/swagger-ui.html", "/api", "/people/1", "/org/moei/console/texts.properties")) {
            assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(302);
        }
    }

    @Test
    void eachRoleSeesOnlyWhatItsRulesAllow() throws Exception {
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> visits = new ArrayList<>();
            for (Viewer viewer : wings.viewers()) {
                visits.add(all.submit(() -> {
                    visit(viewer);
                    return null;
                }));
            }
            for (Future<?> visit : visits) {
                visit.get();
            }
        }
        assertThat(tried.get()).isGreaterThan(1_000);
        Figures.count("endpoints x roles tried", tried.get());
    }

    private void visit(Viewer viewer) throws IOException, InterruptedException {
        Visitor visitor = Visitor.signedIn(console.port(), viewer.name());
        for (Endpoint endpoint : endpoints()) {
            Rule rule = endpoint.handler().getMethodAnnotation(Rule.class);
            if (rule == null || endpoint.path().equals("/error")) {
                continue;
            }
            boolean allowed = new Authoriser(viewer.wing()).permits(viewer, rule.value());
            if (!endpoint.method().equals("GET")) {
                if (!allowed) {
                    assertThat(visitor.post("/help", endpoint.path(), Map.of()).statusCode()).as("%s posts to %s", viewer.name(), endpoint.path()).isEqualTo(403);
                    tried.incrementAndGet();
                }
                continue;
            }
            int status = visitor.get(endpoint.path()).statusCode();
            tried.incrementAndGet();
            if (allowed) {
                assertThat(status).as("%s reads %s", viewer.name(), endpoint.path()).isLessThan(500);
            } else {
                assertThat(status).as("%s reads %s", viewer.name(), endpoint.path()).isEqualTo(403);
            }
        }
    }

    @Test
    void noFormIsTakenWithoutTheFieldAgainstForgedRequests() throws IOException, InterruptedException {
        Map<String, Visitor> visitors = new HashMap<>();
        for (Endpoint endpoint : endpoints()) {
            Rule rule = endpoint.handler().getMethodAnnotation(Rule.class);
            if (!endpoint.method().equals("POST") || rule == null) {
                continue;
            }
            Viewer may = wings.viewers().stream().filter(v -> new Authoriser(v.wing()).permits(v, rule.value())).findFirst().orElseThrow();
            if (!visitors.containsKey(may.name())) {
                visitors.put(may.name(), Visitor.signedIn(console.port(), may.name()));
            }
            Visitor visitor = Objects.requireNonNull(visitors.get(may.name()));
            assertThat(visitor.send("POST", endpoint.path()).statusCode()).as("%s posts to %s", may.name(), endpoint.path()).isEqualTo(403);
            assertThat(visitor.get("/help").statusCode()).as("still signed in after %s", endpoint.path()).isEqualTo(200);
        }
        assertThat(visitors).hasSizeGreaterThan(5);
    }
}
