package org.moei.disruption;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The walls inside the wing: who may see whom. What is not named here is forbidden. */
class ModularityTest {
    private static final Map<String, List<String>> MAY_SEE = Map.ofEntries(
            Map.entry("picture", List.of()),
            Map.entry("claims", List.of("picture")),
            Map.entry("networks", List.of("picture", "claims")),
            Map.entry("sites", List.of("picture", "claims", "networks")),
            Map.entry("supplies", List.of("picture")),
            Map.entry("threats", List.of("picture")),
            Map.entry("sharing", List.of("picture")),
            Map.entry("observations", List.of("sharing")),
            Map.entry("briefing", List.of("picture", "claims", "sharing")),
            Map.entry("received", List.of("picture", "threats")),
            Map.entry("intake", List.of("picture", "claims", "networks", "sites", "supplies", "threats", "sharing", "briefing")));

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.moei.disruption");

    static List<String> modules() {
        return MAY_SEE.keySet().stream().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleSeesOnlyWhatItMay(String module) {
        List<String> forbidden = new ArrayList<>(MAY_SEE.keySet());
        forbidden.remove(module);
        forbidden.removeAll(MAY_SEE.getOrDefault(module, List.of()));
        noClasses().that().resideInAPackage("org.moei.disruption." + module)
                .should().dependOnClassesThat().resideInAnyPackage(forbidden.stream().map(other -> "org.moei.disruption." + other).toArray(String[]::new))
                .check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void noModuleSeesTheHouseAboveIt(String module) {
        noClasses().that().resideInAPackage("org.moei.disruption." + module).should().dependOnClassesThat().resideInAPackage("org.moei.disruption").check(CLASSES);
    }
}
