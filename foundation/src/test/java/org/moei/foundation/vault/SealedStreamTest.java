package org.moei.foundation.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.moei.base.ProblemException;
import org.moei.foundation.Seeds;

class SealedStreamTest {
    private static final int PART = 1 << 16;
    private static final byte[] KEY = new byte[32];

    private final Random random = Seeds.random("sealed-stream");

    private static byte[] seal(byte[] content) throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream out = SealedStream.sealing(sealed, KEY, "test", new SecureRandom())) {
            out.write(content);
        }
        return sealed.toByteArray();
    }

    private static byte[] open(byte[] sealed, byte[] key, String purpose) throws IOException {
        try (InputStream in = SealedStream.opening(new ByteArrayInputStream(sealed), key, purpose)) {
            return in.readAllBytes();
        }
    }

    @Test
    void contentOfAnyLengthComesBack() throws IOException {
        for (int length : new int[] {0, 1, 1000, PART - 1, PART, PART + 1, 3 * PART, 3 * PART + 17}) {
            byte[] content = Seeds.bytes(random, length);
            assertThat(open(seal(content), KEY, "test")).as("%d bytes", length).isEqualTo(content);
        }
    }

    @Test
    void aByteThatDiffersAnywhereIsFound() throws IOException {
        byte[] sealed = seal(Seeds.bytes(random, 2 * PART + 100));
        for (int round = 0; round < 200; round++) {
            byte[] changed = sealed.clone();
            changed[random.nextInt(sealed.length)] ^= (byte) (1 << random.nextInt(8));
            assertRefused(changed);
        }
    }

    @Test
    void whatIsCutOffAtAnyByteIsFoundAlsoBetweenTwoParts() throws IOException {
        byte[] sealed = seal(Seeds.bytes(random, 2 * PART + 100));
        for (int round = 0; round < 200; round++) {
            assertRefused(Arrays.copyOf(sealed, random.nextInt(sealed.length)));
        }
        int head = 14 + 32;
        assertThatThrownBy(() -> open(Arrays.copyOf(sealed, head + PART + 16), KEY, "test")).hasMessageContaining("ends too early: after part 1");
    }

    @Test
    void partsThatChangePlacesOrStandTwiceAreFound() throws IOException {
        byte[] sealed = seal(Seeds.bytes(random, 3 * PART));
        int head = 14 + 32;
        int part = PART + 16;
        byte[] swapped = sealed.clone();
        System.arraycopy(sealed, head, swapped, head + part, part);
        System.arraycopy(sealed, head + part, swapped, head, part);
        assertRefused(swapped);
        byte[] twice = sealed.clone();
        System.arraycopy(sealed, head, twice, head + part, part);
        assertRefused(twice);
    }

    @Test
    void anotherKeyOrPurposeOpensNothing() throws IOException {
        byte[] sealed = seal(Seeds.bytes(random, 100));
        byte[] other = new byte[32];
        other[31] = 1;
        assertThatThrownBy(() -> open(sealed, other, "test")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> open(sealed, KEY, "other")).isInstanceOf(ProblemException.class);
    }

    private static void assertRefused(byte[] sealed) {
        assertThatThrownBy(() -> open(sealed, KEY, "test")).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo("sealed-file"));
    }
}
