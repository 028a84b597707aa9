package org.moei.base;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** The walls of the house, spelled once: each module's test says its name and what it may see. */
public final class HouseRules {
    private static final List<String> MODULES = List.of(
            "base", "records", "linkage", "planning", "indicators", "foundation", "gate", "protection", "disruption",
            "rehearsal", "console", "cli", "simulation", "bench");

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
        return this;
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
