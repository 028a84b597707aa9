package org.moei.foundation.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moei.base.ProblemException;
import org.moei.foundation.Seeds;

class SealingTest {
    private static final UUID RECORD = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);
    private static final UUID ACTION = new UUID(2, 1);
    private static final byte[] NAME = "Abebe of Adama".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private Vault vault;

    @BeforeEach
    void open() {
        vault = FolderVault.ofRehearsal(folder, new SecureRandom());
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void whatWasSealedOpensAgain() {
        byte[] sealed = vault.sealForRecord(RECORD, "immigration", ACTION, "names", NAME);
        assertThat(vault.open(sealed)).isEqualTo(NAME);
        assertThat(vault.openAbout(RECORD, sealed)).isEqualTo(NAME);
        assertThat(vault.open(vault.sealForAgency("immigration", ACTION, "list", NAME))).isEqualTo(NAME);
        assertThat(vault.open(vault.sealForRecord(RECORD, "immigration", ACTION, "empty", new byte[0]))).isEmpty();
    }

    @Test
    void noContentStandsReadableInWhatWasSealed() {
        byte[] sealed = vault.sealForRecord(RECORD, "immigration", ACTION, "names", NAME);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Abebe").doesNotContain("Adama");
    }

    @Test
    void theSameContentSealedTwiceLooksDifferent() {
        assertThat(vault.sealForRecord(RECORD, "immigration", ACTION, "names", NAME))
                .isNotEqualTo(vault.sealForRecord(RECORD, "immigration", ACTION, "names", NAME));
    }

    @Test
    void withAnyOneByteOfHeaderOrBodyChangedItDoesNotOpen() {
        Random random = Seeds.random("sealing");
        byte[] sealed = vault.sealForRecord(RECORD, "immigration", ACTION, "names", NAME);
        vault.sealForRecord(OTHER, "immigration", ACTION, "names", NAME);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> vault.open(changed)).as("byte %d", i).isInstanceOfAny(ProblemException.class, IllegalArgumentException.class);
        }
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> vault.open(cut)).as("length %d", length).isInstanceOfAny(ProblemException.class, IllegalArgumentException.class);
        }
    }

    @Test
    void contentOfOnePersonIsRefusedAtAnother() {
        byte[] sealed = vault.sealForRecord(RECORD, "immigration", ACTION, "names", NAME);
        assertThatThrownBy(() -> vault.openAbout(OTHER, sealed))
                .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo("sealed-moved"));
    }

    @Test
    void aHeaderThatNamesAnotherPersonDoesNotOpenTheContent() {
        byte[] sealed = vault.sealForRecord(RECORD, "immigration", ACTION, "names", NAME);
        byte[] other = vault.sealForRecord(OTHER, "immigration", ACTION, "names", NAME);
        System.arraycopy(other, 3, sealed, 3, 16);
        assertThatThrownBy(() -> vault.open(sealed))
                .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo("sealed-damaged"));
    }

    @Test
    void nothingThatIsSealedPrintsItself() {
        Sealed<String> sealed = new Sealed<>(vault.sealForRecord(RECORD, "immigration", ACTION, "names", NAME), b -> new String(b, StandardCharsets.UTF_8));
        assertThat(sealed.open(vault)).isEqualTo("Abebe of Adama");
        assertThat(sealed.toString() + String.format("%s", sealed) + "x".concat(String.valueOf(sealed))).doesNotContain("Abebe");
    }

    @Test
    void aProblemWithSealedContentNamesNoContent() {
        byte[] sealed = vault.sealForRecord(RECORD, "immigration", ACTION, "names", NAME);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> vault.open(sealed)).satisfies(e -> assertThat(e.toString()).doesNotContain("Abebe").doesNotContain(RECORD.toString()));
    }
}
