package org.moei.indicators.scam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.moei.indicators.Extractor;
import org.moei.indicators.Hit;
import org.moei.indicators.IndicatorType;

/** Both halves of the labelled messages: how much is found, how much of it is right, and that no trap is sprung. */
class C01_ScamMessagesAreReadTest {
    @Test
    void theDevelopmentHalfIsFound() {
        measure("development");
    }

    @Test
    void theHalfThatWasPutAsideIsFoundAsWell() {
        measure("held-out");
    }

    private static void measure(String half) {
        int found = 0;
        int missed = 0;
        int extra = 0;
        int sprung = 0;
        StringBuilder wrong = new StringBuilder();
        for (ScamMessage message : ScamMessage.load(half)) {
            Set<String> hits = new HashSet<>();
            for (Hit hit : Extractor.of(EnumSet.allOf(IndicatorType.class), message.country()).extract(message.text())) {
                hits.add(hit.type().label() + " " + hit.value());
            }
            for (ScamMessage.Label trap : message.forbidden()) {
                sprung += hits.contains(trap.type() + " " + trap.value()) ? 1 : 0;
            }
            for (ScamMessage.Label label : message.expected()) {
                String value = label.type().equals("ethereum") ? label.value().toLowerCase(java.util.Locale.ROOT) : label.value();
                boolean hit = hits.removeIf(h -> h.equals(label.type() + " " + label.value()) || h.equalsIgnoreCase(label.type() + " " + value) && label.type().equals("ethereum")
                        || label.type().equals("onion") && h.equals("onion " + label.value()));
                found += hit ? 1 : 0;
                missed += hit ? 0 : 1;
                if (!hit) {
                    wrong.append(message.id()).append(" missed ").append(label.type()).append(' ').append(label.value()).append('\n');
                }
            }
            extra += hits.size();
            hits.forEach(h -> wrong.append(message.id()).append(" extra ").append(h).append('\n'));
        }
        double precision = found / (double) (found + extra);
        double recall = found / (double) (found + missed);
        System.out.printf("%s: precision %.3f, recall %.3f, traps sprung %d%n", half, precision, recall, sprung);
        if (half.equals("development")) {
            System.out.print(wrong);
        }
        assertThat(sprung).isZero();
        assertThat(precision).isGreaterThan(0.90);
        assertThat(recall).isGreaterThan(0.90);
    }
}
