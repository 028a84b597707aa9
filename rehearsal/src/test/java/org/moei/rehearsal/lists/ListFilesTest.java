package org.moei.rehearsal.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moei.rehearsal.generator.Draw;
import org.moei.rehearsal.generator.MadePerson;
import org.moei.rehearsal.generator.Population;
import org.moei.rehearsal.scenario.Lists.ErrorKind;
import org.moei.rehearsal.scenario.Lists.Habit;
import org.moei.rehearsal.scenario.Scenario;

class ListFilesTest {
    private static final Scenario MYAWADDY = Scenario.read(Path.of("../scenarios/myawaddy-2025"));

    @TempDir
    private Path folder;

    @Test
    void theSameSeedWritesTheSameBytes() throws IOException {
        Population people = Population.make(MYAWADDY, 900, 5);
        Manifest one = ListFiles.write(people, MYAWADDY, folder.resolve("one"), 5);
        Manifest two = ListFiles.write(Population.make(MYAWADDY, 900, 5), MYAWADDY, folder.resolve("two"), 5);
        assertThat(one.files()).hasSameSizeAs(two.files()).hasSizeGreaterThan(60);
        for (int i = 0; i < one.files().size(); i++) {
            assertThat(one.files().get(i).file()).hasSameBinaryContentAs(two.files().get(i).file());
        }
    }

    @Test
    void printedTablesKeepEveryPrintedSlipWhateverTheNumberOfPeople() throws IOException {
        Manifest manifest = ListFiles.write(Population.make(MYAWADDY, 100, 5), MYAWADDY, folder, 5);
        Manifest.ListFile table = manifest.files().stream().filter(f -> f.habit().equals("bgf-7141")).findFirst().orElseThrow();
        assertThat(table.statedTotal()).isEqualTo("7,141");
        assertThat(Files.readString(table.file())).contains("Pakistan,78,64,4").contains("\"4,860\",\"4,764\",96");
        assertThat(table.rows()).isEqualTo(28);
    }

    @Test
    void theGroupOf12FebruaryIsListedAs53AndAs261AndAs260() {
        for (int people : new int[] {100, 2_000}) {
            Manifest manifest = ListFiles.write(Population.make(MYAWADDY, people, 5), MYAWADDY, folder.resolve("n" + people), 5);
            List<Integer> rows = manifest.files().stream().filter(f -> f.habit().equals("dkba-names")).map(Manifest.ListFile::rows).toList();
            assertThat(rows).containsExactly(53, 261, 260);
        }
    }

    @Test
    void errorsComeAtTheRatesOfTheScenario() {
        Population population = Population.make(MYAWADDY, 6_000, 11);
        Clerk clerk = new Clerk();
        for (Habit habit : MYAWADDY.lists().habits()) {
            if (!habit.id().equals("bgf-names") && !habit.id().equals("arrivals") && !habit.id().equals("state-names")) {
                continue;
            }
            RowMaker maker = new RowMaker(MYAWADDY, habit, clerk);
            Map<ErrorKind, Integer> seen = new HashMap<>();
            int severalParts = 0;
            int document = columnOf(maker, Cell.DOCUMENT);
            for (MadePerson person : population.people()) {
                RowMaker.Row row = maker.row(person, habit.firstDate(), "1", "", Draw.of(11, "rates", person.index()));
                severalParts += person.name().parts().size() > 1 ? 1 : 0;
                seen.merge(ErrorKind.MISSPELT_OR_RESPELT, row.misspelt() ? 1 : 0, Integer::sum);
                seen.merge(ErrorKind.OTHER_ORDER, row.reordered() ? 1 : 0, Integer::sum);
                seen.merge(ErrorKind.AGE_INSTEAD_OF_DATE, row.aged() ? 1 : 0, Integer::sum);
                seen.merge(ErrorKind.WITHOUT_DOCUMENT, row.cells().get(document).isEmpty() ? 1 : 0, Integer::sum);
                seen.merge(ErrorKind.BAD_ROW, row.bad() ? 1 : 0, Integer::sum);
            }
            double all = population.people().size();
            System.out.println(habit.id() + " " + seen + " of " + (int) all);
            close(seen, ErrorKind.MISSPELT_OR_RESPELT, maker, all, .02);
            close(seen, ErrorKind.OTHER_ORDER, maker, severalParts, .03);
            close(seen, ErrorKind.AGE_INSTEAD_OF_DATE, maker, all, .02);
            close(seen, ErrorKind.WITHOUT_DOCUMENT, maker, all, .03);
            close(seen, ErrorKind.BAD_ROW, maker, all, .004);
        }
    }

    private static void close(Map<ErrorKind, Integer> seen, ErrorKind kind, RowMaker maker, double of, double tolerance) {
        assertThat(seen.getOrDefault(kind, 0) / of).as(kind.name()).isCloseTo(maker.profile().of(kind), org.assertj.core.data.Offset.offset(tolerance));
    }

    private static int columnOf(RowMaker maker, Cell cell) {
        for (int i = 0; i < maker.columns().size(); i++) {
            if (maker.columns().get(i).cell() == cell) {
                return i;
            }
        }
        throw new IllegalStateException("no column for " + cell);
    }

    @Test
    void armedGroupsListsAreNeverKinderThanTheFloors() {
        for (Habit habit : MYAWADDY.lists().habits()) {
            Profile profile = new Profile(MYAWADDY.lists().errorProfiles().getOrDefault(habit.errors(), Map.of()));
            if (habit.kind() == org.moei.rehearsal.scenario.Lists.HabitKind.ARMED_GROUP) {
                assertThat(profile.of(ErrorKind.MISSPELT_OR_RESPELT)).isGreaterThanOrEqualTo(.5);
                assertThat(profile.of(ErrorKind.OTHER_ORDER)).isGreaterThanOrEqualTo(.2);
                assertThat(profile.of(ErrorKind.AGE_INSTEAD_OF_DATE)).isGreaterThanOrEqualTo(.4);
                assertThat(profile.of(ErrorKind.WITHOUT_DOCUMENT)).isGreaterThanOrEqualTo(.66);
                assertThat(profile.of(ErrorKind.TWICE)).isGreaterThanOrEqualTo(.05);
            }
        }
    }

    @Test
    void everyGeneratedFileCarriesTheMark() throws IOException {
        Manifest manifest = ListFiles.write(Population.make(MYAWADDY, 300, 3), MYAWADDY, folder, 3);
        for (Manifest.ListFile file : manifest.files()) {
            if (file.file().toString().endsWith(".csv")) {
                assertThat(Files.readAllLines(file.file()).getFirst()).endsWith(RehearsalMark.HEADER);
            }
        }
    }

    @Test
    void atThePublishedNumberThereAreManyTruePairs() {
        long start = System.nanoTime();
        Population population = Population.make(MYAWADDY, 14_200, 2025);
        Manifest manifest = ListFiles.write(population, MYAWADDY, folder, 2025);
        Map<String, Integer> personOf = new HashMap<>();
        Map<String, Integer> lastVersions = new HashMap<>();
        Map<String, Integer> rowsByHabit = new java.util.TreeMap<>();
        Map<String, String> newest = new HashMap<>();
        manifest.files().forEach(f -> newest.put(f.habit(), f.version()));
        for (Manifest.ListFile file : manifest.files()) {
            rowsByHabit.merge(file.habit(), file.rows(), Integer::sum);
            for (int i = 0; i < file.persons().size(); i++) {
                personOf.put(file.file().getFileName() + "#" + i, file.persons().get(i));
                if (file.kind() != Manifest.Kind.NAMES || file.version().equals(newest.get(file.habit()))) {
                    lastVersions.put(file.file().getFileName() + "#" + i, file.persons().get(i));
                }
            }
        }
        long all = LinkageScore.of(personOf, List.of()).truePairs();
        long last = LinkageScore.of(lastVersions, List.of()).truePairs();
        System.out.printf(Locale.ROOT, "%d files, %d rows of people (%d in last versions), true pairs %d (%d), %.1f s%n%s%n", manifest.files().size(), manifest.rowsOfPeople(),
                lastVersions.size(), all, last, (System.nanoTime() - start) / 1e9, rowsByHabit);
        assertThat(last).isGreaterThan(10_000);
    }

    @Test
    void theTruthOfASmallRunHoldsEnoughToLookFor() throws IOException {
        Population population = Population.make(MYAWADDY, 1_500, 2025);
        Manifest manifest = ListFiles.write(population, MYAWADDY, folder.resolve("lists"), 2025);
        Truth.write(folder.resolve("truth"), population, manifest);
        Set<String> names = new TreeSet<>();
        Set<String> numbers = new TreeSet<>();
        for (MadePerson person : population.people()) {
            for (String name : List.of(person.name().written(), person.name().latin())) {
                if (name.length() >= 9) {
                    names.add(name);
                }
            }
            person.document().ifPresent(d -> numbers.add(d.number()));
            numbers.add(person.phone());
        }
        assertThat(names).hasSizeGreaterThan(1_500);
        assertThat(numbers).hasSizeGreaterThan(200);
        List<String> header = new ArrayList<>(List.of(Files.readAllLines(folder.resolve("truth/people.csv")).getFirst().split(",")));
        assertThat(header).contains("name_written", "name_latin", "alias", "document", "phone");
        assertThat(Files.readAllLines(folder.resolve("truth/rows.csv"))).hasSize((int) manifest.rowsOfPeople() + 1);
    }

    @Test
    void badRowsAreMarkedInTheTruthAndNowhereInTheFile() throws IOException {
        Manifest manifest = ListFiles.write(Population.make(MYAWADDY, 4_000, 2025), MYAWADDY, folder, 2025);
        long bad = manifest.files().stream().mapToLong(f -> f.badRows().size()).sum();
        assertThat(bad).isBetween(20L, 400L);
        Matcher mark = Pattern.compile("bad on purpose").matcher(Files.readString(manifest.files().getLast().file()));
        assertThat(mark.find()).isFalse();
    }

    @Test
    void aScoreCountsPairs() {
        Map<String, String> truth = Map.of("a1", "A", "a2", "A", "a3", "A", "b1", "B", "c1", "C");
        LinkageScore score = LinkageScore.of(truth, List.of(List.of("a1", "a2", "b1"), List.of("c1"), List.of("x", "y")));
        assertThat(score).isEqualTo(new LinkageScore(3, 3, 1));
        assertThat(score.precision()).isEqualTo(1.0 / 3);
        assertThat(score.recall()).isEqualTo(1.0 / 3);
    }
}
