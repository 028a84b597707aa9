package org.moei.disruption.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.moei.foundation.journal.Json;

class WithdrawalStaysReadableTest {
    @Test
    void whatIsWrittenTodayIsWhatTheGoldenFileHoldsAndReadsBack() throws IOException {
        PictureStore.Withdrawal withdrawal = new PictureStore.Withdrawal("The text says something else.");
        String golden;
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/org/moei/disruption/golden/" + PictureStore.WITHDRAWN + ".v1.json"))) {
            golden = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
        assertThat(new String(Json.write(withdrawal), StandardCharsets.UTF_8)).isEqualTo(golden);
        assertThat(Json.read(golden.getBytes(StandardCharsets.UTF_8), PictureStore.Withdrawal.class)).isEqualTo(withdrawal);
    }
}
