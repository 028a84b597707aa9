package org.moei.rehearsal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class A01_ScenariosOfTheProjectTest {
    static final Path SCENARIOS = Path.of("..", "scenarios");

    static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(SCENARIOS)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @Test
    void thereAreFourOperations() throws IOException {
        assertThat(folders()).extracting(folder -> folder.getFileName().toString())
                .contains("cambodia-2026", "myawaddy-2025", "myawaddy-swarm", "sa-kaeo-2025");
    }

    @ParameterizedTest
    @MethodSource("folders")
    void anOperationIsCalledAsItsFolder(Path folder) {
        assertThat(Scenario.read(folder).name()).isEqualTo(folder.getFileName().toString());
    }

    @ParameterizedTest
    @MethodSource("folders")
    void everyRoleThatADemoNeedsHasAnAccount(Path folder) {
        Set<String> roles = ScenarioReader.set(Scenario.read(folder).parties().accounts(), Parties.Account::role);
        assertThat(roles).contains("reception", "screener", "medical", "case-manager", "repatriation", "tracing", "command", "auditor",
                "data-protection-officer", "administrator", "analyst", "investigator", "disruption-command", "disruption-auditor", "disruption-administrator");
    }

    @ParameterizedTest
    @MethodSource("folders")
    void theAdministratorReadsNobody(Path folder) {
        Parties.Role administrator = Scenario.read(folder).parties().roles().stream().filter(role -> role.id().equals("administrator")).findFirst().orElseThrow();
        assertThat(administrator.purposes()).containsExactly("administration");
    }

    @ParameterizedTest
    @MethodSource("folders")
    void theListsOfArmedGroupsAndStatesAreNoKinderThanInLife(Path folder) {
        Lists lists = Scenario.read(folder).lists();
        for (Lists.Habit habit : lists.habits()) {
            switch (habit.kind()) {
                case ARMED_GROUP, STATE -> {
                    Map<Lists.ErrorKind, Figure> rates = lists.errorProfiles().getOrDefault(habit.errors(), Map.of());
                    assertThat(rate(rates, Lists.ErrorKind.MISSPELT_OR_RESPELT)).isGreaterThanOrEqualTo(0.5);
                    assertThat(rate(rates, Lists.ErrorKind.OTHER_ORDER)).isGreaterThanOrEqualTo(0.2);
                    assertThat(rate(rates, Lists.ErrorKind.AGE_INSTEAD_OF_DATE)).isGreaterThanOrEqualTo(0.4);
                    assertThat(rate(rates, Lists.ErrorKind.WITHOUT_DOCUMENT)).isGreaterThanOrEqualTo(0.66);
                    assertThat(rate(rates, Lists.ErrorKind.TWICE)).isGreaterThanOrEqualTo(0.05);
                }
                case EMBASSY, FAMILY_DESK, ARRIVALS_DESK -> assertThat(lists.errorProfiles()).containsKey(habit.errors());
            }
        }
    }

    private static double rate(Map<Lists.ErrorKind, Figure> rates, Lists.ErrorKind kind) {
        Figure figure = rates.get(kind);
        return figure == null ? 0 : figure.value();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void everySourceIsUsedAndNoFigureIsAnonymous(Path folder) throws IOException {
        Scenario scenario = Scenario.read(folder);
        Set<String> unused = new TreeSet<>(scenario.sources().keySet());
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).filter(file -> !file.endsWith("sources.csv")).toList()) {
                String text = Files.readString(file);
                unused.removeIf(text::contains);
            }
        }
        assertThat(unused).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void noNationalityOfAMixIsWithoutALanguage(Path folder) {
        Population population = Scenario.read(folder).population();
        Set<String> spoken = ScenarioReader.set(population.languages(), Population.LanguageShare::nationality);
        assertThat(population.mixes().values().stream().flatMap(List::stream).map(Population.MixRow::nationality)).allMatch(spoken::contains);
    }

    @Test
    void theReleaseAtMyawaddyHasThePublishedFigures() {
        Scenario scenario = Scenario.read(SCENARIOS.resolve("myawaddy-2025"));
        assertThat(scenario.people().whole()).isEqualTo(14_200);
        assertThat(scenario.lists().announcements().stream().filter(said -> said.wave().equals("dkba-february")).map(said -> said.people().whole()))
                .containsExactly(53L, 261L, 260L);
        assertThat(scenario.picture().supplyPoints()).hasSize(5);
        assertThat(scenario.flow().fittedUntil()).isEqualTo("2025-03-21");
        assertThat(scenario.embassyOf("TUN").kind()).isEqualTo(Embassy.Kind.FAR);
        assertThat(scenario.embassyOf("ISL")).isEqualTo(scenario.embassyOf("*"));
    }

    @Test
    void thePrintedListKeepsItsSlips() {
        Lists.PrintedTable table = Scenario.read(SCENARIOS.resolve("myawaddy-2025")).lists().printed().stream()
                .filter(printed -> printed.id().equals("bgf-7141")).findFirst().orElseThrow();
        assertThat(table.statedTotal()).isEqualTo("7,141");
        assertThat(table.rows()).hasSize(28)
                .contains(new Lists.PrintedRow("PAK", "Pakistan", "78", "64", "4"), new Lists.PrintedRow("STATELESS", "Stateless", "9", "?", "?"));
        assertThat(table.rows().stream().mapToLong(row -> Long.parseLong(row.total().replace(",", ""))).sum()).isEqualTo(7_158);
    }

    @Test
    void thePictureNamesEveryCountryOfTheTexts() {
        Picture picture = Scenario.read(SCENARIOS.resolve("myawaddy-2025")).picture();
        assertThat(ScenarioReader.set(picture.compounds(), Picture.Compound::country)).containsExactlyInAnyOrder("MMR", "KHM", "LAO", "PHL", "THA");
    }
}
