package org.moei.rehearsal.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moei.records.Countries;
import org.moei.records.DateReading;
import org.moei.records.Documents;
import org.moei.records.Field;
import org.moei.records.RawRecord;
import org.moei.records.RecordReader;
import org.moei.records.Sexes;
import org.moei.rehearsal.generator.Population;
import org.moei.rehearsal.scenario.Scenario;

/** The files go through the reader that real lists go through. */
class ReadBackTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"myawaddy-2025", "sa-kaeo-2025", "cambodia-2026", "myawaddy-swarm"})
    void goodRowsAreReadAndRowsBadOnPurposeAreNot(String name) {
        Scenario scenario = Scenario.read(Path.of("../scenarios/" + name));
        Manifest manifest = ListFiles.write(Population.make(scenario, 1_500, 4), scenario, folder, 4);
        int bad = 0;
        Set<String> wordsNotRead = new TreeSet<>();
        for (Manifest.ListFile file : manifest.files()) {
            List<RawRecord> records = new ArrayList<>();
            RecordReader.Result result = new RecordReader().read(file.file(), file.mapping(), records::add);
            assertThat(result.rows()).as(file.file().getFileName().toString()).isEqualTo(file.rows());
            if (file.kind() == Manifest.Kind.COUNTS) {
                assertThat(records).hasSize(file.rows());
                continue;
            }
            Set<Integer> kept = new HashSet<>();
            for (RawRecord record : records) {
                if (isReadable(record, file.kind())) {
                    kept.add(Math.toIntExact(record.row()) - 2);
                }
                record.first(Field.SEX).filter(s -> Sexes.find(s).isEmpty()).ifPresent(wordsNotRead::add);
                record.first(Field.NATIONALITY).filter(n -> !n.equalsIgnoreCase("stateless") && Countries.find(n).isEmpty()).ifPresent(wordsNotRead::add);
            }
            for (int row = 0; row < file.rows(); row++) {
                assertThat(kept.contains(row)).as("%s row %d", file.file().getFileName(), row).isEqualTo(!file.badRows().contains(row));
            }
            bad += file.badRows().size();
        }
        assertThat(bad).isPositive();
        assertThat(wordsNotRead).isEmpty();
    }

    /** What a reader of a list of people asks of a row: a name, a possible date, a zone whose digits hold. */
    private static boolean isReadable(RawRecord record, Manifest.Kind kind) {
        boolean named = kind == Manifest.Kind.ARRIVALS || record.values().keySet().stream().anyMatch(Field::isName);
        boolean dated = record.all(Field.BIRTH_DATE).stream()
                .allMatch(d -> d.matches("\\d{1,3}") || DateReading.read(d).map(r -> r.alternatives().stream().anyMatch(a -> a.quality() != DateReading.Quality.BROKEN)).orElse(false));
        boolean checked = record.all(Field.DOCUMENT).stream().filter(d -> d.contains("<"))
                .allMatch(d -> Documents.readMrz(d).map(z -> z.problems().isEmpty()).orElse(false));
        return named && dated && checked;
    }
}
