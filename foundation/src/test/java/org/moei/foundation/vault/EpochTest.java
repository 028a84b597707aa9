package org.moei.foundation.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moei.base.ProblemException;

/** What turning an epoch, and destroying an agency's keys, leaves readable: here, and to whoever kept older files. */
class EpochTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final UUID ACTION = new UUID(2, 1);
    private static final byte[] CONTENT = {1, 2, 3};

    @TempDir
    private Path folder;

    private FolderVault open() {
        return FolderVault.ofRehearsal(folder, RANDOM);
    }

    private static byte[] seal(Vault vault, String agency, long record) {
        return vault.sealForRecord(new UUID(9, record), agency, ACTION, "names", CONTENT);
    }

    private void copy(String name, Path to) throws IOException {
        Files.copy(folder.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void afterATurnEverythingOpensAndNewRecordsStandUnderTheNewEpoch() {
        List<byte[]> sealed = new ArrayList<>();
        for (int turn = 0; turn < 4; turn++) {
            try (FolderVault vault = open()) {
                sealed.add(seal(vault, "immigration", turn));
                sealed.add(seal(vault, "welfare", 100 + turn));
                sealed.add(vault.sealForAgency("immigration", ACTION, "list", CONTENT));
                assertThat(vault.turn("immigration")).isEqualTo(turn + 1);
                assertThat(sealed).allSatisfy(each -> assertThat(vault.open(each)).isEqualTo(CONTENT));
            }
            try (FolderVault vault = open()) {
                assertThat(sealed).as("after a restart").allSatisfy(each -> assertThat(vault.open(each)).isEqualTo(CONTENT));
            }
        }
    }

    @Test
    void anOldCopyOfTheRecordsKeysOpensNothingAfterATurn() throws IOException {
        byte[] erased;
        byte[] kept;
        Path old = Files.createDirectory(folder.resolve("old"));
        try (FolderVault vault = open()) {
            erased = seal(vault, "immigration", 1);
            kept = seal(vault, "immigration", 2);
        }
        copy("records.keys", old);
        try (FolderVault vault = open()) {
            vault.destroy(new UUID(9, 1));
        }
        // Whoever removes the ledger and puts the old file back reads the erased again, as long as the epoch was not turned …
        Path thief = Files.createDirectory(folder.resolve("thief"));
        for (String name : List.of("root", "agencies.keys", "signing")) {
            copy(name, thief);
        }
        Files.copy(old.resolve("records.keys"), thief.resolve("records.keys"));
        try (Vault vault = FolderVault.ofRehearsal(thief, RANDOM)) {
            assertThat(vault.open(erased)).as("the test itself can tell").isEqualTo(CONTENT);
        }
        // … and nothing once it was.
        try (FolderVault vault = open()) {
            vault.turn("immigration");
            assertThat(vault.open(kept)).isEqualTo(CONTENT);
        }
        for (String name : List.of("root", "agencies.keys", "signing")) {
            copy(name, thief);
        }
        Files.copy(old.resolve("records.keys"), thief.resolve("records.keys"), StandardCopyOption.REPLACE_EXISTING);
        try (Vault vault = FolderVault.ofRehearsal(thief, RANDOM)) {
            assertThat(vault.findOpen(erased)).isEmpty();
            assertThat(vault.findOpen(kept)).isEmpty();
        }
    }

    @Test
    void aServerThatRunsWhileAnotherTurnsGoesOnReadingAndSealsUnderTheNewEpoch() {
        try (FolderVault server = open()) {
            byte[] before = seal(server, "immigration", 1);
            byte[] notOpenedYet;
            try (FolderVault command = open()) {
                notOpenedYet = seal(command, "immigration", 2);
                command.flush();
                command.turn("immigration");
            }
            assertThat(server.open(before)).isEqualTo(CONTENT);
            assertThat(server.open(notOpenedYet)).isEqualTo(CONTENT);
            byte[] after = seal(server, "immigration", 3);
            byte[] ofAgency = server.sealForAgency("immigration", ACTION, "list", CONTENT);
            server.flush();
            try (FolderVault third = open()) {
                third.turn("immigration");
                assertThat(List.of(before, notOpenedYet, after, ofAgency)).allSatisfy(each -> assertThat(third.open(each)).isEqualTo(CONTENT));
            }
            assertThat(List.of(before, notOpenedYet, after, ofAgency)).allSatisfy(each -> assertThat(server.open(each)).isEqualTo(CONTENT));
        }
    }

    @Test
    void theKeysOfADestroyedAgencyComeBackWithNoOldFile() throws IOException {
        byte[] gone;
        byte[] goneOfAgency;
        byte[] stays;
        Path old = Files.createDirectory(folder.resolve("old"));
        try (FolderVault vault = open()) {
            gone = seal(vault, "immigration", 1);
            goneOfAgency = vault.sealForAgency("immigration", ACTION, "list", CONTENT);
            stays = seal(vault, "welfare", 2);
            vault.turn("immigration");
        }
        copy("agencies.keys", old);
        try (FolderVault vault = open()) {
            assertThat(vault.destroyAgency("immigration")).as("the new epoch's key and what opens the old one's own content").isEqualTo(2);
            assertThat(vault.destroyAgency("immigration")).isZero();
        }
        for (int round = 0; round < 2; round++) {
            try (FolderVault vault = open()) {
                assertThat(vault.findOpen(gone)).isEmpty();
                assertThat(vault.findOpen(goneOfAgency)).isEmpty();
                assertThat(vault.open(stays)).isEqualTo(CONTENT);
                assertThat(vault.listDestroyedAgencies()).containsExactly("immigration");
                assertThatThrownBy(() -> seal(vault, "immigration", 5)).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo("agency-gone"));
            }
            Files.copy(old.resolve("agencies.keys"), folder.resolve("agencies.keys"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A turn that was stopped after any of its writes is finished by the next: the folder as it stood after each is opened and turned. */
    @Test
    void aTurnThatWasStoppedAnywhereLosesNothingAndIsFinishedByTheNext() throws IOException {
        List<byte[]> sealed = new ArrayList<>();
        try (FolderVault vault = open()) {
            for (int i = 0; i < 5; i++) {
                sealed.add(seal(vault, "immigration", i));
            }
            sealed.add(vault.sealForAgency("immigration", ACTION, "list", CONTENT));
        }
        byte[] agencies = Files.readAllBytes(folder.resolve("agencies.keys"));
        byte[] records = Files.readAllBytes(folder.resolve("records.keys"));
        try (FolderVault vault = open()) {
            vault.turn("immigration");
        }
        byte[] agenciesAfter = Files.readAllBytes(folder.resolve("agencies.keys"));
        byte[] recordsAfter = Files.readAllBytes(folder.resolve("records.keys"));
        Set<String> states = new HashSet<>();
        // The order in which a turn writes: the new agency key, the redo file, the records in place, what is left of the old key, the old key's end.
        byte[] withNewKey = java.util.Arrays.copyOf(agenciesAfter, agencies.length * 2);
        System.arraycopy(agencies, 0, withNewKey, 0, agencies.length);
        byte[] halfRecords = recordsAfter.clone();
        System.arraycopy(records, records.length / 2, halfRecords, records.length / 2, records.length - records.length / 2);
        KeyRewrite redo = new KeyRewrite(folder.resolve("records.keys"));
        int entry = records.length / 5;
        for (int i = 0; i < 5; i++) {
            redo.put((long) i * entry, java.util.Arrays.copyOfRange(recordsAfter, i * entry, (i + 1) * entry));
        }
        redo.prepare();
        byte[] redoFile = Files.readAllBytes(folder.resolve("records.keys.redo"));
        byte[] withContent = agenciesAfter.clone();
        System.arraycopy(agencies, 0, withContent, 0, agencies.length);
        record State(String name, byte[] agencies, byte[] records, byte[] redo) {}
        for (State state : List.of(
                new State("new key", withNewKey, records, new byte[0]),
                new State("prepared", withNewKey, records, redoFile),
                new State("half written", withNewKey, halfRecords, redoFile),
                new State("written", withNewKey, recordsAfter, new byte[0]),
                new State("content kept", withContent, recordsAfter, new byte[0]))) {
            Files.write(folder.resolve("agencies.keys"), state.agencies());
            Files.write(folder.resolve("records.keys"), state.records());
            Files.deleteIfExists(folder.resolve("records.keys.redo"));
            if (state.redo().length > 0) {
                Files.write(folder.resolve("records.keys.redo"), state.redo());
            }
            try (FolderVault vault = open()) {
                assertThat(sealed).as(state.name()).allSatisfy(each -> assertThat(vault.open(each)).isEqualTo(CONTENT));
                vault.turn("immigration");
                assertThat(sealed).as(state.name() + ", turned").allSatisfy(each -> assertThat(vault.open(each)).isEqualTo(CONTENT));
                assertThat(folder.resolve("records.keys.redo")).doesNotExist();
                states.add(state.name());
            }
            try (FolderVault vault = open()) {
                assertThat(sealed).as(state.name() + ", opened again").allSatisfy(each -> assertThat(vault.open(each)).isEqualTo(CONTENT));
            }
        }
        assertThat(states).hasSize(5);
    }

    @Test
    void officersUnlockByTwoSharesAndThePassphraseOpensNothingAnyMore() {
        char[] passphrase = "correct horse battery".toCharArray();
        OfficerShares shares = OfficerShares.make(RANDOM);
        byte[] sealed;
        try (FolderVault vault = FolderVault.ofOperation(folder, RANDOM, passphrase)) {
            vault.unlock(passphrase);
            sealed = seal(vault, "immigration", 1);
            vault.hold(shares, true);
        }
        List<String> sheets = shares.sheets().stream().map(lines -> String.join("\n", lines)).toList();
        try (FolderVault vault = FolderVault.openExisting(folder, RANDOM)) {
            assertThat(vault.isOpen()).isFalse();
            assertThatThrownBy(() -> vault.unlock(passphrase)).isInstanceOf(ProblemException.class);
            assertThatThrownBy(() -> vault.unlock(OfficerShares.make(RANDOM))).isInstanceOf(ProblemException.class);
            vault.unlock(OfficerShares.of(List.of(sheets.get(1), sheets.get(2)), RANDOM));
            assertThat(vault.open(sealed)).isEqualTo(CONTENT);
            OfficerShares newer = OfficerShares.make(RANDOM);
            vault.hold(newer, true);
            vault.hold(new PassphraseHolder(passphrase, RANDOM), false);
        }
        try (FolderVault vault = FolderVault.openExisting(folder, RANDOM)) {
            assertThatThrownBy(() -> vault.unlock(OfficerShares.of(sheets, RANDOM))).as("older shares").isInstanceOf(ProblemException.class);
            vault.unlock(passphrase);
            assertThat(vault.open(sealed)).isEqualTo(CONTENT);
        }
    }
}
