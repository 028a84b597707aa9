package org.moei.console.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2025-04-03T09:40:00Z"));
    private final InstantSource clock = now::get;
    private final ConsoleServer console = SampleConsole.start(clock, pages -> List.of());

    @AfterEach
    void stop() {
        console.close();
    }

    @Test
    void afterSignInTheHomePageOfTheWingIsNext() throws IOException, InterruptedException {
        assertThat(Visitor.signedIn(console.port(), "desk").get("/").headers().firstValue("location").orElse("")).endsWith("/protection");
        assertThat(Visitor.signedIn(console.port(), "field").get("/").headers().firstValue("location").orElse("")).endsWith("/disruption");
    }

    @Test
    void fiveFailuresLockTheNameForAQuarterOfAnHour() throws IOException, InterruptedException {
        Visitor visitor = new Visitor(console.port());
        for (int i = 0; i < 5; i++) {
            assertThat(location(visitor, "desk", "wrong")).endsWith("/sign-in?again");
        }
        assertThat(location(visitor, "desk", "desk")).as("locked").endsWith("/sign-in?again");
        assertThat(location(visitor, "screen", "screen")).as("another name").doesNotContain("again");
        now.updateAndGet(t -> t.plus(Duration.ofMinutes(16)));
        assertThat(location(new Visitor(console.port()), "desk", "desk")).as("after the lock").doesNotContain("again");
    }

    @Test
    void aSessionThatStoodBeforeSignInIsNotTheOneAfter() throws IOException, InterruptedException {
        Visitor visitor = new Visitor(console.port());
        String before = visitor.get("/sign-in").headers().firstValue("set-cookie").orElse("");
        String after = visitor.signIn("desk", "desk").headers().firstValue("set-cookie").orElse("");
        assertThat(before).contains("MOEI=").contains("HttpOnly").contains("SameSite=Strict");
        assertThat(after).contains("MOEI=").isNotEqualTo(before);
    }

    @Test
    void aFormWithoutTheFieldAgainstForgedRequestsIsRefused() throws IOException, InterruptedException {
        Visitor visitor = Visitor.signedIn(console.port(), "desk");
        assertThat(visitor.send("POST", "/sign-out").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/help").statusCode()).as("still signed in").isEqualTo(200);
        assertThat(visitor.post("/help", "/sign-out", Map.of()).statusCode()).isEqualTo(302);
        assertThat(visitor.get("/help").statusCode()).as("signed out").isEqualTo(302);
    }

    private static String location(Visitor visitor, String name, String password) throws IOException, InterruptedException {
        return visitor.signIn(name, password).headers().firstValue("location").orElse("");
    }
}
