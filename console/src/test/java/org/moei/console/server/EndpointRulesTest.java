package org.moei.console.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
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
import org.moei.foundation.access.Rule;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Made from the mappings of the running console: a new endpoint is tried here without anybody writing a test for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndpointRulesTest {
    private final ConsoleServer console = SampleConsole.start();

    private record Endpoint(String method, String path, HandlerMethod handler) {}

    @AfterAll
    void stop() {
        console.close();
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
                assertThat(endpoint.path).isIn("/sign-in", "/health/live", "/health/ready");
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
            for (String name : SampleHouse.names()) {
                visits.add(all.submit(() -> {
                    visit(name);
                    return null;
                }));
            }
            for (Future<?> visit : visits) {
                visit.get();
            }
        }
    }

    private void visit(String name) throws IOException, InterruptedException {
        SampleHouse house = new SampleHouse();
        Visitor visitor = Visitor.signedIn(console.port(), name);
        for (Endpoint endpoint : endpoints()) {
            Rule rule = endpoint.handler.getMethodAnnotation(Rule.class);
            if (!endpoint.method.equals("GET") || rule == null || endpoint.path.equals("/error")) {
                continue;
            }
            boolean allowed = house.permits(Objects.requireNonNull(SampleHouse.VIEWERS.get(name)), rule.value());
            int status = visitor.get(endpoint.path).statusCode();
            if (allowed) {
                assertThat(status).as("%s reads %s", name, endpoint.path).isLessThan(500);
            } else {
                assertThat(status).as("%s reads %s", name, endpoint.path).isEqualTo(403);
            }
        }
    }
}
