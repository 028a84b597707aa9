package org.moei.base;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

/** The walls of the house, spelled once: each module's test says its name and what it may see. */
public final class HouseRules {
    private static final List<String> MODULES = List.of(
            "base", "records", "linkage", "planning", "indicators", "foundation", "gate", "protection", "disruption",
            "rehearsal", "console", "cli", "simulation", "bench");

    /** The inventory of cryptography: whoever encrypts, signs, wraps or hashes stands here, with what for in docs/security.md (V11). */
    private static final List<String> CRYPTOGRAPHY = List.of(
            "org.moei.base.CheckedCode",
            "org.moei.base.Uuid7",
            "org.moei.console.backup.BackupFile",
            "org.moei.console.command.RebuildCommand",
            "org.moei.console.demo.Passwords",
            "org.moei.console.server.Assets",
            "org.moei.console.server.LocalCertificate",
            "org.moei.disruption.observations.KeptRows",
            "org.moei.disruption.observations.Observations",
            "org.moei.foundation.access.AccessKey",
            "org.moei.foundation.access.OneTimeCode",
            "org.moei.foundation.database.embedded.ServerProcesses",
            "org.moei.foundation.files.SealedFiles",
            "org.moei.foundation.journal.Digests",
            "org.moei.foundation.journal.Export",
            "org.moei.foundation.journal.Frontier",
            "org.moei.foundation.journal.Hash",
            "org.moei.foundation.journal.SignedHead",
            "org.moei.foundation.vault.*",
            "org.moei.gate.passage.Header",
            "org.moei.gate.passage.Line",
            "org.moei.indicators.internal.codec.Base58",
            "org.moei.indicators.internal.codec.Onion",
            "org.moei.indicators.internal.decode.Content",
            "org.moei.indicators.match.KeyedHash",
            "org.moei.protection.reception.ListImport");

    private final String module;
    private final JavaClasses classes;

    private HouseRules(String module) {
        this.module = module;
        this.classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.moei." + module);
    }

    public static HouseRules of(String module) {
        if (!MODULES.contains(module)) {
            throw new IllegalArgumentException("The module (" + module + ") is not in the list of HouseRules.");
        }
        return new HouseRules(module);
    }

    /** No class of the module uses a module that is not named here. */
    public HouseRules seesOnly(String... others) {
        List<String> forbidden = new ArrayList<>(MODULES);
        forbidden.remove(module);
        forbidden.removeAll(List.of(others));
        String[] packages = forbidden.stream().map(m -> "org.moei." + m + "..").toArray(String[]::new);
        noClasses().should().dependOnClassesThat().resideInAnyPackage(packages).allowEmptyShould(true).check(classes);
        keepsCryptographyInTheInventory();
        return this;
    }

    private void keepsCryptographyInTheInventory() {
        String places = CRYPTOGRAPHY.stream().map(p -> p.replace(".", "\\.").replace("*", "[A-Za-z]+")).collect(Collectors.joining("|", "(", ")([$].*)?"));
        noClasses()
                .that().haveNameNotMatching(places)
                .should().dependOnClassesThat().resideInAnyPackage("javax.crypto..")
                .orShould().dependOnClassesThat().belongToAnyOf(MessageDigest.class, Signature.class, KeyFactory.class, KeyPairGenerator.class, KeyStore.class)
                .as("cryptography stays in the places that HouseRules lists")
                .allowEmptyShould(true)
                .check(classes);
    }

    /** The library knows no framework and no database. */
    public HouseRules isPure() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "jakarta..")
                .allowEmptyShould(true)
                .check(classes);
        return this;
    }

    /** Time, ids and randomness are passed in (the commands on files may read the clock for their timings). */
    public HouseRules injectsTimeIdsAndRandomness() {
        noClasses()
                .should().callMethod(java.time.Instant.class, "now")
                .orShould().callMethod(java.time.LocalDate.class, "now")
                .orShould().callMethod(java.time.LocalDateTime.class, "now")
                .orShould().callMethod(System.class, "currentTimeMillis")
                .orShould().callMethod(UUID.class, "randomUUID")
                .orShould().callMethod(Math.class, "random")
                .orShould().callConstructor(Random.class)
                .orShould().callConstructor(Random.class, long.class)
                .allowEmptyShould(true)
                .check(classes);
        return this;
    }
}
