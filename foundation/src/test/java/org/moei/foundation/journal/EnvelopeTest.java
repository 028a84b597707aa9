package org.moei.foundation.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.moei.base.ProblemException;
import org.moei.foundation.Seeds;

class EnvelopeTest {
    private static final String[] TEXTS = {"", "mae-sot", "ရန်ကုန်", "a\"b\\c", "line\nline\u0001", "👩‍👧", "\u2028"};

    static Envelope random(Random random) {
        List<Action.Touch> touches = new ArrayList<>();
        List<Envelope.SealedPart> parts = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            touches.add(new Action.Touch(new UUID(random.nextLong(), random.nextLong()), "person", random.nextInt(9) - 1));
            parts.add(new Envelope.SealedPart(
                    random.nextBoolean() ? Optional.empty() : Optional.of(new UUID(random.nextLong(), random.nextLong())), "names", Seeds.bytes(random, random.nextInt(90))));
        }
        TreeMap<String, String> clear = new TreeMap<>();
        clear.put("state", TEXTS[random.nextInt(TEXTS.length)]);
        clear.put("place", TEXTS[random.nextInt(TEXTS.length)]);
        return new Envelope(
                new UUID(random.nextLong(), random.nextLong()), "people.person-described", 1, "immigration", TEXTS[random.nextInt(TEXTS.length)], "reception",
                new UUID(random.nextLong(), random.nextLong()), TEXTS[random.nextInt(TEXTS.length)], Instant.ofEpochMilli(random.nextLong(1L << 41)),
                Instant.ofEpochMilli(random.nextLong(1L << 41)), touches, clear, parts);
    }

    @Test
    void whatWasWrittenIsReadBackAndWrittenAgainByteForByte() {
        Random random = Seeds.random("envelope");
        for (int i = 0; i < 300; i++) {
            byte[] bytes = random(random).encode();
            assertThat(Envelope.decode(bytes).encode()).isEqualTo(bytes);
        }
    }

    @Test
    void anyOtherByteIsRefusedOrIsAnotherAction() {
        Random random = Seeds.random("envelope-flips");
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = random(random).encode();
            byte[] changed = bytes.clone();
            int at = random.nextInt(bytes.length);
            changed[at] ^= (byte) (1 << random.nextInt(8));
            try {
                assertThat(Envelope.decode(changed).encode()).as("byte %d of %s", at, new String(bytes, StandardCharsets.UTF_8)).isEqualTo(changed);
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageNotContaining("immigration");
            }
        }
    }

    @Test
    void theSameValuesInAnotherFormAreRefused() {
        String line = new String(random(new Random(1)).encode(), StandardCharsets.UTF_8);
        for (String other : List.of(line + " ", " " + line, line.replace("\"version\":1", "\"version\":1.0"), line.replace("\"version\":1", "\"version\":1,\"version\":1"), line.replaceFirst("\\{\"action\"", "{\"extra\":1,\"action\""), "", "null", "[]", "{}")) {
            assertThatThrownBy(() -> Envelope.decode(other.getBytes(StandardCharsets.UTF_8))).as(other).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aFieldThatIsNotOnTheListOfClearFieldsStaysOut() {
        Action.Builder action = Action.of(new UUID(0, 1), "people.person-described", 1);
        assertThatThrownBy(() -> action.clear("name", "Abebe")).isInstanceOf(ProblemException.class).hasMessageNotContaining("Abebe");
        assertThatThrownBy(() -> action.clear("state", "x".repeat(121))).isInstanceOf(ProblemException.class);
    }
}
