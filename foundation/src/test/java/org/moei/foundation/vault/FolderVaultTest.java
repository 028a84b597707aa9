package org.moei.foundation.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moei.base.Problem;
import org.moei.base.ProblemException;

class FolderVaultTest {
    private static final UUID ACTION = new UUID(2, 1);
    private static final byte[] CONTENT = {1, 2, 3};
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    private Path folder;

    private Vault open() {
        return FolderVault.ofRehearsal(folder, RANDOM);
    }

    private static byte[] seal(Vault vault, long record) {
        return vault.sealForRecord(new UUID(9, record), "immigration", ACTION, "names", CONTENT);
    }

    @Test
    void whatWasSealedBeforeARestartOpensAfterIt() {
        byte[] sealed;
        byte[] ofAgency;
        try (Vault vault = open()) {
            sealed = seal(vault, 1);
            ofAgency = vault.sealForAgency("immigration", ACTION, "list", CONTENT);
        }
        try (Vault vault = open()) {
            assertThat(vault.open(sealed)).isEqualTo(CONTENT);
            assertThat(vault.open(ofAgency)).isEqualTo(CONTENT);
            assertThat(vault.listAgencies()).containsExactly("immigration");
        }
    }

    @Test
    void whatWasSealedUnderADestroyedKeyNeverOpensAgainAndOthersDo() {
        byte[] gone;
        byte[] stays;
        try (Vault vault = open()) {
            gone = seal(vault, 1);
            stays = seal(vault, 2);
            vault.destroy(new UUID(9, 1));
            vault.destroy(new UUID(9, 1));
            assertThat(vault.findOpen(gone)).isEmpty();
            assertThatThrownBy(() -> seal(vault, 1)).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo("erased"));
        }
        try (Vault vault = open()) {
            assertThat(vault.findOpen(gone)).isEmpty();
            assertThat(vault.open(stays)).isEqualTo(CONTENT);
            assertThatThrownBy(() -> seal(vault, 1)).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo("erased"));
        }
    }

    @Test
    void anOldCopyOfTheKeysThatIsPutBackIsCleanedByTheLedgerOfErasures() throws IOException {
        byte[] gone;
        Path file = folder.resolve("records.keys");
        byte[] old;
        try (Vault vault = open()) {
            gone = seal(vault, 1);
            vault.flush();
            old = Files.readAllBytes(file);
            vault.destroy(new UUID(9, 1));
        }
        assertThat(Files.readAllBytes(file)).isNotEqualTo(old);
        Files.write(file, old);
        try (Vault vault = open()) {
            assertThat(vault.findOpen(gone)).isEmpty();
        }
        assertThat(Files.readAllBytes(file)).isNotEqualTo(old);
    }

    @Test
    void aTornLastEntryCostsNoKeyBeforeItAndIsKeptBeside() throws IOException {
        List<byte[]> sealed = new ArrayList<>();
        Path file = folder.resolve("records.keys");
        long whole;
        try (Vault vault = open()) {
            for (int i = 0; i < 5; i++) {
                sealed.add(seal(vault, i));
            }
            vault.flush();
            whole = Files.size(file);
            seal(vault, 5);
        }
        byte[] all = Files.readAllBytes(file);
        for (long length = whole; length < all.length; length += 7) {
            Files.write(file, java.util.Arrays.copyOf(all, (int) length));
            try (Vault vault = open()) {
                for (byte[] each : sealed) {
                    assertThat(vault.open(each)).isEqualTo(CONTENT);
                }
                byte[] later = seal(vault, 99);
                assertThat(vault.open(later)).isEqualTo(CONTENT);
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString())).contains("records.keys.cut-" + whole);
        }
    }

    @Test
    void whatADamagedEntryCutsOffIsNotLost() throws IOException {
        Path file = folder.resolve("records.keys");
        try (Vault vault = open()) {
            for (int i = 0; i < 5; i++) {
                seal(vault, i);
            }
        }
        byte[] all = Files.readAllBytes(file);
        int entry = all.length / 5;
        all[entry + 10] ^= 1;
        Files.write(file, all);
        open().close();
        assertThat(Files.readAllBytes(folder.resolve("records.keys.cut-" + entry))).isEqualTo(java.util.Arrays.copyOfRange(all, entry, all.length));
        assertThat(Files.size(file)).isEqualTo(entry);
    }

    @Test
    void twoVaultsOnOneFolderMakeOneKeyForARecordAndReadEachOthers() throws Exception {
        try (Vault one = open();
                Vault other = open();
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<byte[]>> sealed = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                Vault vault = i % 2 == 0 ? one : other;
                long record = i / 4;
                sealed.add(threads.submit(() -> seal(vault, record)));
            }
            for (int i = 0; i < sealed.size(); i++) {
                Vault vault = i % 3 == 0 ? one : other;
                assertThat(vault.open(sealed.get(i).get())).isEqualTo(CONTENT);
            }
            one.flush();
            other.flush();
            try (Vault third = open()) {
                for (Future<byte[]> each : sealed) {
                    assertThat(third.open(each.get())).isEqualTo(CONTENT);
                }
            }
        }
    }

    @Test
    void anOperationsVaultIsLockedUntilThePassphraseFits() {
        byte[] sealed;
        try (Vault vault = FolderVault.ofOperation(folder, RANDOM, "correct horse battery".toCharArray())) {
            assertThat(vault.isOpen()).isFalse();
            vault.unlock("correct horse battery".toCharArray());
            sealed = seal(vault, 1);
        }
        try (Vault vault = FolderVault.openExisting(folder, RANDOM)) {
            assertThat(vault.isOpen()).isFalse();
            assertThatThrownBy(() -> vault.open(sealed)).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.SEALED));
            assertThatThrownBy(() -> seal(vault, 1)).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.SEALED));
            assertThatThrownBy(() -> seal(vault, 2)).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.SEALED));
            assertThatThrownBy(() -> vault.sign(CONTENT)).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.SEALED));
            assertThatThrownBy(() -> vault.unlock("correct horse batterx".toCharArray()))
                    .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.DENIED));
            assertThat(vault.isOpen()).isFalse();
            vault.unlock("correct horse battery".toCharArray());
            assertThat(vault.open(sealed)).isEqualTo(CONTENT);
            vault.lock();
            assertThatThrownBy(() -> vault.open(sealed)).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.SEALED));
        }
    }

    @Test
    void aShortPassphraseIsRefused() {
        assertThatThrownBy(() -> FolderVault.ofOperation(folder, RANDOM, "short".toCharArray())).isInstanceOf(ProblemException.class);
    }

    @Test
    void keysOfARehearsalAndOfAnOperationAreNotMistakenForEachOther() {
        open().close();
        assertThatThrownBy(() -> FolderVault.ofOperation(folder, RANDOM, "correct horse battery".toCharArray()))
                .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo("keys-of-other-kind"));
    }

    @Test
    void onlyTheOwnerReadsTheFiles() throws IOException {
        try (Vault vault = open()) {
            seal(vault, 1);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isNotEmpty().allSatisfy(f -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(f))).isEqualTo("rw-------"));
        }
    }

    @Test
    void aRecordWhoseKeyIsGoneIsErasedAndTheOthersAreNot() throws IOException {
        byte[] gone;
        byte[] kept;
        try (Vault vault = open()) {
            kept = seal(vault, 1);
            vault.flush();
            gone = seal(vault, 2);
        }
        Path file = folder.resolve("records.keys");
        byte[] all = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(all, all.length / 2), StandardOpenOption.TRUNCATE_EXISTING);
        try (Vault vault = open()) {
            assertThat(vault.open(kept)).isEqualTo(CONTENT);
            assertThat(vault.findOpen(gone)).isEmpty();
            assertThatThrownBy(() -> vault.open(gone)).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo("erased"));
        }
    }
}
