package org.moei.console.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A file is imported, asked and asked of many values at once; whoever belongs to the other wing sees nothing of it. */
class ObservationPagesTest {
    private static final String PAGE = "/observations";
    private static final String FROM = "?collection=phone-images&source=A+police+force&process=observed&grade=B2&tlp=TLP:AMBER&pap=PAP:GREEN&role=operator";
    private static final byte[] FILE = "value,type,role,made-for-rehearsal\nevil.top,domain,,yes\n+66 81 234 5678,phone,coerced-worker,yes\n".getBytes(StandardCharsets.UTF_8);

    @Test
    void anAnalystImportsAndAsksAndOnlyAnInvestigatorFindsWhatIsSealed() throws IOException, InterruptedException {
        try (RealWings wings = new RealWings()) {
            Visitor analyst = Visitor.signedIn(wings.console.port(), RealWings.ANALYST);
            assertThat(analyst.get(PAGE).body()).contains("Nothing has been imported.");
            assertThat(analyst.postFile(PAGE, PAGE + FROM, "file", "phones.csv", FILE).statusCode()).isEqualTo(302);
            assertThat(analyst.get(PAGE).body()).contains("A police force", "1 in clear, 1 sealed");
            assertThat(analyst.post(PAGE, PAGE + "/question", Map.of("term", "%evil.top")).body()).contains("TLP:AMBER PAP:GREEN", "phones.csv");
            assertThat(analyst.post(PAGE, PAGE + "/question", Map.of("term", "+66812345678")).body()).contains("Nothing is held in clear").doesNotContain("coerced worker</td>");
            HttpResponse<String> answers = analyst.postFile(PAGE, PAGE + "/questions", "file", "values.txt", "evil.top\nother.top\n".getBytes(StandardCharsets.UTF_8));
            assertThat(answers.headers().firstValue("content-disposition")).hasValue("attachment; filename=\"answers.csv\"");
            assertThat(answers.body()).contains("evil.top,exact,1,domain,evil.top,operator,phone-images,A police force,observed,B2,TLP:AMBER,PAP:GREEN", "other.top,exact,0,");

            Visitor investigator = Visitor.signedIn(wings.console.port(), RealWings.INVESTIGATOR);
            assertThat(investigator.post(PAGE, PAGE + "/question", Map.of("term", "+66 81 234 5678")).body()).contains("+66812345678", "coerced worker</td>");
            assertThat(investigator.get(PAGE).body()).doesNotContain("Import a file");

            Visitor desk = Visitor.signedIn(wings.console.port(), RealWings.DESK);
            assertThat(desk.get(PAGE).statusCode()).isNotEqualTo(200);
        }
    }
}
