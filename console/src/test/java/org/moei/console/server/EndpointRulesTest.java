package org.moei.console.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.moei.console.signin.WithoutSignIn;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Rule;
import org.moei.foundation.access.Viewer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Made from the mappings of the running console: a new endpoint is tried here without anybody writing a test for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndpointRulesTest {
    private final RealWings wings = new RealWings();
    private final ConsoleServer console = wings.console;

    private record Endpoint(String method, String path, HandlerMethod handler) {}

    @AfterAll
    void stop() {
        wings.close();
    }

    private List<Endpoint> endpoints() {
        List<Endpoint> found = new ArrayList<>();
        Map<RequestMappingInfo, HandlerMethod> mappings =
                console.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods();
        mappings.forEach((info, handler) -> {
            for (String pattern : info.getPatternValues()) {
                Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods) {
                    found.add(new Endpoint(method.name(), pattern.replaceAll("\\{[^}]*}", "00000000-0000-7000-8000-000000000001"), handler));
                }
            }
        });
        return found;
    }

    @Test
    void everyEndpointNamesARule() {
        assertThat(endpoints()).isNotEmpty().allSatisfy(endpoint ->
                assertThat(endpoint.handler.hasMethodAnnotation(Rule.class) || endpoint.handler.hasMethodAnnotation(WithoutSignIn.class))
                        .as("rule of %s %s", endpoint.method, endpoint.path)
                        .isTrue());
    }

    @Test
    void nothingIsServedWithoutSignIn() throws IOException, InterruptedException {
        Visitor stranger = new Visitor(console.port());
        for (Endpoint endpoint : endpoints()) {
            int status = stranger.send(endpoint.method, endpoint.path).statusCode();
            if (endpoint.handler.hasMethodAnnotation(WithoutSignIn.class)) {
                assertThat(endpoint.path).isIn("/sign-in", "/sign-in/code", "/sign-in/app", "/sign-in/passkey", "/sign-in/onward", "/health/live", "/health/ready");
                continue;
            }
            assertThat(status).as("%s %s without sign-in", endpoint.method, endpoint.path).isIn(302, 403);
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
    }

    private void visit(Viewer viewer) throws IOException, InterruptedException {
        Visitor visitor = Visitor.signedIn(console.port(), viewer.name());
        for (Endpoint endpoint : endpoints()) {
            Rule rule = endpoint.handler.getMethodAnnotation(Rule.class);
            if (!endpoint.method.equals("GET") || rule == null || endpoint.path.equals("/error")) {
                continue;
            }
            boolean allowed = new Authoriser(viewer.wing()).permits(viewer, rule.value());
            int status = visitor.get(endpoint.path).statusCode();
            if (allowed) {
                assertThat(status).as("%s reads %s", viewer.name(), endpoint.path).isLessThan(500);
            } else {
                assertThat(status).as("%s reads %s", viewer.name(), endpoint.path).isEqualTo(403);
            }
        }
    }

    @Test
    void noFormIsTakenWithoutTheFieldAgainstForgedRequests() throws IOException, InterruptedException {
        Map<String, Visitor> visitors = new HashMap<>();
        for (Endpoint endpoint : endpoints()) {
            Rule rule = endpoint.handler.getMethodAnnotation(Rule.class);
            if (!endpoint.method.equals("POST") || rule == null) {
                continue;
            }
            Viewer may = wings.viewers().stream().filter(v -> new Authoriser(v.wing()).permits(v, rule.value())).findFirst().orElseThrow();
            if (!visitors.containsKey(may.name())) {
                visitors.put(may.name(), Visitor.signedIn(console.port(), may.name()));
            }
            Visitor visitor = Objects.requireNonNull(visitors.get(may.name()));
            assertThat(visitor.send("POST", endpoint.path).statusCode()).as("%s posts to %s", may.name(), endpoint.path).isEqualTo(403);
            assertThat(visitor.get("/help").statusCode()).as("still signed in after %s", endpoint.path).isEqualTo(200);
        }
        assertThat(visitors).hasSizeGreaterThan(5);
    }
}
