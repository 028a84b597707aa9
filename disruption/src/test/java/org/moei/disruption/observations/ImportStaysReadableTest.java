package org.moei.disruption.observations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.moei.foundation.journal.Json;

class ImportStaysReadableTest {
    @Test
    void whatIsWrittenTodayIsWhatTheGoldenFileHoldsAndReadsBack() throws IOException {
        Header header = Header.of(Provenance.of("phone-images", "An office", "observed", "B2", "TLP:AMBER+STRICT", "PAP:RED", "unknown"), "phones.csv", "00ff");
        String golden;
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/org/moei/disruption/golden/" + Observations.IMPORTED + ".v" + Observations.VERSION + ".json"))) {
            golden = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
        assertThat(new String(Json.write(header), StandardCharsets.UTF_8)).isEqualTo(golden);
        assertThat(Json.read(golden.getBytes(StandardCharsets.UTF_8), Header.class)).isEqualTo(header);
    }
}
