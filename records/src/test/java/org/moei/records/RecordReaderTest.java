package org.moei.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moei.base.Problem;
import org.moei.base.ProblemException;

/** Lists come as they come: good rows stay, bad rows are named. */
class RecordReaderTest {
    @TempDir
    Path folder;

    private final List<RawRecord> records = new ArrayList<>();

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private RecordReader.Result read(Path file) {
        return new RecordReader().read(file, Map.of(), records::add);
    }

    @Test
    void usualHeadersOfManyLanguagesAreRecognised() throws IOException {
        read(file("list.csv", "护照号码,姓名,出生日期,性别,国籍,备注\nE12345678,王小明,1998年3月4日,男,中国,看牙\n"));
        assertThat(records.getFirst().first(Field.NAME)).contains("王小明");
        assertThat(records.getFirst().first(Field.DOCUMENT)).contains("E12345678");
        assertThat(records.getFirst().others()).containsEntry("备注", "看牙");
        assertThat(List.of("ชื่อ-นามสกุล", "မွေးသက္ကရာဇ်", "quốc tịch", "ፆታ", "رقم الجواز", "Date of Birth", "LAST_NAME").stream().map(h -> ColumnMapping.usual(h).orElseThrow()))
                .containsExactly(Field.NAME, Field.BIRTH_DATE, Field.NATIONALITY, Field.SEX, Field.DOCUMENT, Field.BIRTH_DATE, Field.FAMILY_NAME);
    }

    @Test
    void severalValuesStandBetweenSemicolonsAndCellsAreTrimmed() throws IOException {
        read(file("list.csv", "id,name,alias,nationality\n r1 ,  Abebe   Kebede ,Abe; Abebe K.,ET;ER\n"));
        RawRecord record = records.getFirst();
        assertThat(record.id()).isEqualTo("r1");
        assertThat(record.first(Field.NAME)).contains("Abebe Kebede");
        assertThat(record.all(Field.ALIAS)).containsExactly("Abe", "Abebe K.");
        assertThat(record.all(Field.NATIONALITY)).containsExactly("ET", "ER");
    }

    @Test
    void badRowsAreNamedAndGoodRowsStay() throws IOException {
        byte[] bytes = ("id,name\nr1,Good\nr2,Bro\u00ffken\nr3,too,many\nr1,Twice\nr4,Fine\n").getBytes(StandardCharsets.ISO_8859_1);
        RecordReader.Result result = read(Files.write(folder.resolve("list.csv"), bytes));
        assertThat(records).extracting(RawRecord::id).containsExactly("r1", "r4");
        assertThat(result.refused()).isEqualTo(3);
        assertThat(result.problems()).extracting(Problem::code).containsExactly("broken-encoding", "row-length", "doubled-id");
        assertThat(result.problems()).extracting(p -> p.where().row()).containsExactly(3L, 4L, 5L);
        assertThat(result.problems().toString()).doesNotContain("Twice").doesNotContain("Bro");
    }

    @Test
    void aFileWithoutHeaderIsRefusedWithAdvice() throws IOException {
        Path file = file("list.csv", "rec-1,mary,smith\nrec-2,john,doe\n");
        assertThatThrownBy(() -> read(file)).isInstanceOf(ProblemException.class).hasMessageContaining("no header").hasMessageContaining("Maybe");
        assertThatThrownBy(() -> read(file("empty.csv", ""))).hasMessageContaining("empty-file");
    }

    @Test
    void titlesAboveTheHeaderAndOtherSeparatorsAreUnderstood() throws IOException {
        read(file("list.csv", "List of persons;;\nName;Nationality;Age\nLi Wei;CHN;26\n"));
        assertThat(records.getFirst().first(Field.NATIONALITY)).contains("CHN");
        assertThat(records.getFirst().row()).isEqualTo(3);
    }

    @Test
    void jsonLinesMayHoldListsAndMayBeCompressed() throws IOException {
        Path file = folder.resolve("list.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("{\"id\":7,\"name\":[\"王小明\",\"Wang Xiaoming\"],\"dob\":\"1998\"}\nnonsense\n".getBytes(StandardCharsets.UTF_8));
        }
        RecordReader.Result result = read(file);
        assertThat(records.getFirst().id()).isEqualTo("7");
        assertThat(records.getFirst().all(Field.NAME)).containsExactly("王小明", "Wang Xiaoming");
        assertThat(result.problems()).extracting(Problem::code).containsExactly("json-form");
    }

    @Test
    void columnsCanBeNamedAndAGuessCanBeCorrected() throws IOException {
        Path file = file("list.csv", "who,when,kind\nLi Wei,1998,Female\nWu Fang,1999,Male\nHe Min,2000,Male\n");
        new RecordReader().read(file, ColumnMapping.parse("name=who,birth_date=when"), records::add);
        assertThat(records.getFirst().first(Field.BIRTH_DATE)).contains("1998");
        ColumnMapping guess = RecordReader.guess(file);
        assertThat(guess.columns().getLast().reason()).isEqualTo(ColumnMapping.Reason.CONTENT);
        records.clear();
        ColumnMapping corrected = guess.with("who", Optional.of(Field.NAME)).with("when", Optional.of(Field.BIRTH_DATE));
        new RecordReader().read(file, corrected, records::add);
        assertThat(records.getFirst().first(Field.NAME)).contains("Li Wei");
        assertThat(records.getFirst().first(Field.SEX)).contains("Female");
    }

    @Test
    void hugeValuesAndControlCharactersDegradeOrAreRefused() throws IOException {
        String huge = "x".repeat(1_000_000);
        RecordReader.Result result = read(file("list.csv", "id,name\nr1," + huge + "\nr2,A\u0000\u0007b\u200b c\n"));
        assertThat(result.problems()).extracting(Problem::code).containsExactly("value-too-long");
        assertThat(records.getFirst().first(Field.NAME)).contains("Ab c");
    }

    @Test
    void theFirstIdHeaderThatIsThereWins() throws IOException {
        read(file("list.csv", "unique_id,record_id,name\nu1,r1,Li Wei\n"));
        assertThat(records.getFirst().id()).isEqualTo("r1");
        records.clear();
        read(file("none.csv", "name\nLi Wei\nWu Fang\n"));
        assertThat(records).extracting(RawRecord::id).containsExactly("1", "2");
    }

    @Test
    void an_alias_that_lost_letters_is_left_out_and_its_row_is_kept() throws IOException {
        Path file = folder.resolve("list.csv");
        Files.writeString(file, "id,name,alias\n1,Abel Tesfaye,Ab\uFFFDl; The Bell\n2,B\uFFFDn Okoro,\n");
        List<RawRecord> rows = new ArrayList<>();
        RecordReader.Result result = new RecordReader().read(file, Map.of(), rows::add);
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().values().get(Field.ALIAS)).containsExactly("The Bell");
        assertThat(result.problems()).extracting(Problem::code).containsExactly("broken-alias", "broken-encoding");
        assertThat(result.refused()).isEqualTo(1);
    }
}
