package org.moei.console.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeadersTest {
    private final ConsoleServer console = SampleConsole.start();

    @AfterAll
    void stop() {
        console.close();
    }

    @Test
    void everyAnswerCarriesTheStrictPolicy() throws IOException, InterruptedException {
        Visitor visitor = Visitor.signedIn(console.port(), "desk");
        for (String path : List.of("/sign-in", "/help", "/words", "/nowhere", "/health/live", "/assets/nothing.css", "/webjars/htmx.org/2.0.8/dist/htmx.min.js", "/..%2f")) {
            HttpResponse<String> answer = visitor.get(path);
            if (path.equals("/..%2f")) {
                assertThat(answer.statusCode()).isEqualTo(400);
                assertThat(answer.body()).doesNotContain("Tomcat");
                continue;
            }
            assertThat(answer.headers().firstValue("content-security-policy")).as(path).contains(SecurityConfiguration.CONTENT_SECURITY_POLICY);
            assertThat(answer.headers().firstValue("x-content-type-options")).as(path).contains("nosniff");
            assertThat(answer.headers().firstValue("x-frame-options")).as(path).contains("DENY");
        }
    }

    @Test
    void pagesAreNotStoredAndOurFilesAreStoredForEver() throws IOException, InterruptedException {
        Visitor visitor = Visitor.signedIn(console.port(), "desk");
        assertThat(visitor.get("/help").headers().firstValue("cache-control").orElse("")).contains("no-store");
        String sheet = Pattern.compile("/assets/[0-9a-f]{16}/tokens.css").matcher(visitor.get("/help").body()).results().findFirst().orElseThrow().group();
        HttpResponse<String> answer = visitor.get(sheet);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("cache-control").orElse("")).contains("immutable").contains("max-age=31536000");
    }

    @Test
    void noPageHoldsInlineScriptOrStyle() throws IOException, InterruptedException {
        Visitor visitor = Visitor.signedIn(console.port(), "desk");
        for (String path : List.of("/sign-in", "/help", "/words", "/nowhere")) {
            assertThat(visitor.get(path).body()).as(path)
                    .doesNotContainPattern("<script(?![^>]*\\ssrc=)")
                    .doesNotContain("<style")
                    .doesNotContainPattern("\\sstyle=")
                    .doesNotContainPattern("\\son[a-z]+=");
        }
    }
}
