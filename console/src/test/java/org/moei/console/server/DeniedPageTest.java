package org.moei.console.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Rule;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

class DeniedPageTest {
    @Controller
    static final class Secret {
        @Rule(Permission.PERSON_SEE)
        @GetMapping("/secret/{id}")
        String secret(@PathVariable int id) throws InterruptedException {
            if (id == 1) {
                Thread.sleep(40);
            }
            throw new DeniedException();
        }

        @GetMapping("/forgotten")
        String forgotten() {
            return "redirect:/help";
        }
    }

    @Test
    void whatIsNotThereLooksLikeWhatIsNotAllowed() throws IOException, InterruptedException {
        try (ConsoleServer console = SampleConsole.start(java.time.InstantSource.system(), pages -> List.of(new Secret()))) {
            Visitor auditor = Visitor.signedIn(console.port(), "audit");
            Visitor desk = Visitor.signedIn(console.port(), "desk");
            String page = "";
            for (int round = 0; round < 3; round++) {
                for (String path : List.of("/secret/1", "/secret/2", "/nowhere", "/secret/x")) {
                    for (Visitor visitor : List.of(desk, auditor)) {
                        long began = System.nanoTime();
                        HttpResponse<String> answer = visitor.get(path);
                        long millis = (System.nanoTime() - began) / 1_000_000;
                        assertThat(answer.statusCode()).as(path).isEqualTo(403);
                        assertThat(millis).as(path).isGreaterThanOrEqualTo(ErrorPages.STEP_MILLIS - 5);
                        if (visitor == desk) {
                            String body = answer.body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
                            page = page.isEmpty() ? body : page;
                            assertThat(body).as(path).isEqualTo(page);
                        }
                    }
                }
            }
        }
    }

    @Test
    void aHandlerWithoutARuleAnswersNobody() throws IOException, InterruptedException {
        try (ConsoleServer console = SampleConsole.start(java.time.InstantSource.system(), pages -> List.of(new Secret()))) {
            for (String name : SampleHouse.names()) {
                assertThat(Visitor.signedIn(console.port(), name).get("/forgotten").statusCode()).as(name).isEqualTo(403);
            }
        }
    }
}
