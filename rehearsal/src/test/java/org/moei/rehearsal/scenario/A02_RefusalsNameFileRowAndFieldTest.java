package org.moei.rehearsal.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moei.base.Problem;
import org.moei.base.ProblemException;

class A02_RefusalsNameFileRowAndFieldTest {
    @TempDir
    Path folder;

    @BeforeEach
    void copyAnOperationOutsideOfTheProject() throws IOException {
        Path original = A01_ScenariosOfTheProjectTest.SCENARIOS.resolve("myawaddy-2025");
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.toList()) {
                Path target = folder.resolve(original.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    @Test
    void aFolderOutsideOfTheProjectCanBeRead() {
        assertThat(Scenario.read(folder)).isEqualTo(Scenario.read(A01_ScenariosOfTheProjectTest.SCENARIOS.resolve("myawaddy-2025")));
    }

    @ParameterizedTest(name = "{0}: {1} becomes {2}: {3} at {4}")
    @CsvSource(delimiter = '|', textBlock = """
            # file           | text                                    | becomes                          | code              | field
            detained.csv     | 2025-03-18,7107,narinjara-0318          | 2025-03-18,7107,                 | source-missing    | source
            detained.csv     | 2025-03-18,7107,narinjara-0318          | 2025-03-18,7107,hearsay          | source-unknown    | source
            detained.csv     | 2025-03-18,7107                         | 2025-03-18,5000                  | series-order      | date
            detained.csv     | 2025-03-18,7107                         | 2025-18-03,7107                  | date-form         | date
            detained.csv     | 2025-03-18,7107                         | 1925-03-18,7107                  | date-range        | date
            detained.csv     | 2025-03-18,7107                         | 2025-03-18,7 107                 | number-form       | people
            detained.csv     | date,people,source                      | date,people,sauce                | source-missing    | source
            places.csv       | crossing-28,Trade                       | Crossing 28,Trade                | id-form           | id
            places.csv       | myawaddy,MMR,bgf                        | myawaddie,MMR,bgf                | reference-unknown | township
            places.csv       | myawaddy,MMR,bgf                        | myawaddy,MM,bgf                  | country-unknown   | country
            townships.csv    | 16.7,98.5                               | 16.6892,98.5083                  | place-too-fine    | latitude
            accounts.csv     | analyst,analyst,disruption,analysis-cell| analyst,analyst,protection,analysis-cell | account-wing | wing
            accounts.csv     | command,command,protection,operation-command,, | command,command,protection,operation-command,,health | account-purpose | purposes
            waves.csv        | ,no,no,                                 | ,maybe,no,                       | yes-or-no         | in_series
            embassies.csv    | ETH,Ethiopia,far,New Delhi and Tokyo    | ETH,Ethiopia,far,                | seat-missing      | seat
            errors.csv       | armed-group,twice,0.06                  | armed-group,twice,6              | number-range      | rate
            picture/claims.csv | range,gangs                           | exact,gangs                      | claim-figure      | bound
            picture/claims.csv | ,C3,brief-b                           | ,good,brief-b                    | grade-form        | grade
            """)
    void aFaultIsNamed(String file, String text, String becomes, String code, String field) throws IOException {
        change(file, text, becomes);
        Problem problem = problem();
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.where().file()).isEqualTo(file);
        assertThat(problem.where().row()).isPositive();
        assertThat(problem.where().field()).isEqualTo(field);
        assertThat(problem.advice()).isPresent();
    }

    @Test
    void aMisspeltColumnIsNeverSilence() throws IOException {
        change("limits.csv", "value,source", "value,source,remark");
        Files.writeString(folder.resolve("limits.csv"), Files.readString(folder.resolve("limits.csv")).replaceAll("(?m)^([a-z-]+,\\*.*)$", "$1,because"));
        assertThat(problem().code()).isEqualTo("field-unknown");
    }

    @Test
    void wavesThatDoNotAddUpAreRefused() throws IOException {
        change("waves.csv", "8724,spring", "8723,spring");
        assertThat(problem().code()).isEqualTo("waves-sum");
        assertThat(problem().message()).contains("14199").contains("14200");
    }

    @Test
    void sharesThatAreMoreThanOneAreRefused() throws IOException {
        change("ways-out.csv", "bgf-spring,fled,0.03", "bgf-spring,fled,0.3");
        assertThat(problem().code()).isEqualTo("shares-sum");
    }

    @Test
    void anAccountCannotStandTwice() throws IOException {
        change("accounts.csv", "analyst,analyst,disruption", "command,analyst,disruption");
        assertThat(problem().code()).isEqualTo("id-twice");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(folder.resolve("holding.csv"));
        assertThat(problem().code()).isEqualTo("file-missing");
        assertThat(problem().where().file()).isEqualTo("holding.csv");
    }

    @Test
    void aFileThatIsTooLargeIsNotRead() throws IOException {
        Files.writeString(folder.resolve("hand-overs.csv"), "x".repeat((int) Folder.MOST_BYTES + 1));
        assertThat(problem().code()).isEqualTo("file-too-large");
    }

    @Test
    void aTableThatIsTooLongIsNotRead() throws IOException {
        Files.writeString(folder.resolve("shelters.csv"), "place,beds,source\n" + "shelter-1,200,assumed\n".repeat(Folder.MOST_ROWS + 1));
        assertThat(problem().code()).isEqualTo("table-too-long");
    }

    @Test
    void aYamlFileThatConstructsObjectsIsRefused() throws IOException {
        change("scenario.yaml", "title: ", "title: !!java.net.URL ");
        assertThat(problem().code()).isEqualTo("yaml-form");
    }

    @Test
    void aScenarioThatIsNotThereIsNamed() {
        ProblemException refused = Objects.requireNonNull(catchThrowableOfType(ProblemException.class, () -> Scenario.read(folder.resolve("nowhere"))));
        assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.WRONG_USE);
        assertThat(refused.problem().code()).isEqualTo("scenario-missing");
    }

    private void change(String file, String text, String becomes) throws IOException {
        String before = Files.readString(folder.resolve(file));
        assertThat(before).as("the text that the test changes").contains(text);
        int at = before.indexOf(text);
        Files.writeString(folder.resolve(file), before.substring(0, at) + becomes + before.substring(at + text.length()));
    }

    private Problem problem() {
        return Objects.requireNonNull(catchThrowableOfType(ProblemException.class, () -> Scenario.read(folder))).problem();
    }
}
