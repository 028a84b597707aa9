package org.moei.console.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.moei.base.Figures;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Rule;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.database.Wing;
import org.moei.foundation.journal.Verifier;

/**
 * What a scanner would send to every path, field and form that the mappings name, as somebody who may use them: none is
 * run, reflected, followed or answered by an error of ours.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackTest {
    private static final List<String> TEXTS = List.of(
            "' OR '1'='1",
            "1;SELECT pg_sleep(30)--",
            "'); DROP SCHEMA protection CASCADE;--",
            "${913*907}",
            "#{913*907}{{913*907}}",
            "*{T(java.lang.Runtime).getRuntime()}",
            "\"'><script>moeiProbe()</script>",
            "javascript:moeiProbe()",
            "../../../../../../etc/passwd",
            "moei\r\nSet-Cookie: stolen=1",
            "//outside.example/",
            "https://outside.example/",
            "%00%ff\u0000\ud800",
            "%n%s%d".repeat(4_000));

    /** What an answer would hold had the text been run, reflected as it is, or had it failed in the open. */
    private static final List<String> HARM = List.of(
            "828091", "<script>moeiProbe", "root:x:", "at org.moei", "at java.base", "PSQLException", "href=\"javascript:moei");

    private final RealWings wings = new RealWings();
    private final ConsoleServer console = wings.console;
    private final Map<String, Visitor> visitors = new ConcurrentHashMap<>();
    private final Queue<String> harm = new ConcurrentLinkedQueue<>();
    private final AtomicInteger tried = new AtomicInteger();

    @AfterAll
    void stop() {
        wings.close();
        Figures.count("attacks tried on paths, fields and forms", tried.get());
    }

    /** A refused page takes its time on purpose, so several are asked for at once. */
    private void attack(String method, Attack attack) throws Exception {
        try (ExecutorService several = Executors.newFixedThreadPool(12)) {
            List<Future<?>> attacks = new ArrayList<>();
            for (Endpoint endpoint : Endpoint.of(console)) {
                Rule rule = endpoint.handler().getMethodAnnotation(Rule.class);
                if (endpoint.method().equals(method) && rule != null && !endpoint.pattern().startsWith("/sign-out")) {
                    attacks.add(several.submit(() -> {
                        attack.on(endpoint, rule);
                        return null;
                    }));
                }
            }
            for (Future<?> each : attacks) {
                each.get();
            }
        }
    }

    /** What is sent to one endpoint. */
    private interface Attack {
        void on(Endpoint endpoint, Rule rule) throws IOException, InterruptedException;
    }

    private Visitor visitor(Rule rule) throws IOException, InterruptedException {
        Viewer may = wings.viewers().stream().filter(v -> new Authoriser(v.wing()).permits(v, rule.value())).findFirst().orElseThrow();
        Visitor known = visitors.get(may.name());
        if (known == null || known.get("/help").statusCode() != 200) {
            known = Visitor.signedIn(console.port(), may.name());
            visitors.put(may.name(), known);
        }
        return known;
    }

    private void assertHarmless(HttpResponse<String> answer, String what) {
        tried.incrementAndGet();
        String location = answer.headers().firstValue("location").orElse("");
        if (answer.statusCode() >= 500) {
            harm.add(what + " is answered by " + answer.statusCode());
        }
        if (HARM.stream().anyMatch(answer.body()::contains)) {
            harm.add(what + " is run or reflected");
        }
        if (answer.headers().allValues("set-cookie").stream().anyMatch(c -> c.startsWith("stolen")) || location.startsWith("//") || location.contains("outside.example")) {
            harm.add(what + " is followed");
        }
    }

    @Test
    void nothingSentInAPathOrAQueryIsRunReflectedOrFollowed() throws Exception {
        attack("GET", (endpoint, rule) -> {
            Visitor visitor = visitor(rule);
            for (String text : TEXTS) {
                String query = endpoint.fields().stream().map(f -> f + "=" + encoded(text)).collect(Collectors.joining("&", "?", ""));
                assertHarmless(visitor.get(endpoint.path() + query), endpoint.pattern() + " with " + text.substring(0, Math.min(20, text.length())));
                if (endpoint.hasVariable()) {
                    assertHarmless(visitor.get(endpoint.path(text)), endpoint.pattern() + " at " + text.substring(0, Math.min(20, text.length())));
                }
            }
        });
        assertThat(tried.get()).isGreaterThan(500);
        assertThat(harm).isEmpty();
    }

    @Test
    void nothingSentInAFormIsRunReflectedOrFollowedAndTheJournalStaysWhole() throws Exception {
        attack("POST", (endpoint, rule) -> {
            for (String text : TEXTS) {
                Map<String, String> fields = endpoint.fields().stream().distinct().collect(Collectors.toMap(f -> f, f -> text));
                assertHarmless(visitor(rule).post("/help", endpoint.path(), fields), "POST " + endpoint.pattern() + " with " + text.substring(0, Math.min(20, text.length())));
            }
        });
        assertThat(harm).isEmpty();
        WingFoundation house = wings.protection.foundation();
        assertThat(Verifier.verify("protection", house.database().pool(Wing.Role.WRITER), Optional.empty(), house.vault().publicKey()).findings()).isEmpty();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
