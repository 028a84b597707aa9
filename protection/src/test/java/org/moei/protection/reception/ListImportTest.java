package org.moei.protection.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moei.base.Problem;
import org.moei.base.ProblemException;
import org.moei.base.Progress;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.journal.Recorded;
import org.moei.protection.Protection;
import org.moei.protection.TestProtection;
import org.moei.protection.people.Entry;
import org.moei.protection.people.People;
import org.moei.protection.people.RecordKind;
import org.moei.records.ColumnMapping;
import org.moei.records.Field;

class ListImportTest {
    private static final LocalDate DAY = LocalDate.parse("2025-02-20");

    private final TestProtection house = new TestProtection(1);
    private final Viewer desk = house.viewer("immigration", Role.RECEPTION, "mae-sot");
    private final Hand hand = house.hand(desk);

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        house.close();
    }

    private static ListFile names(String version) {
        return new ListFile("released", "BGF", version, DAY, OptionalLong.empty(), "mae-sot", ListFile.Kind.NAMES);
    }

    private Path csv(String name, String... lines) throws IOException {
        Path file = folder.resolve(name);
        List<String> marked = new ArrayList<>();
        for (String line : lines) {
            marked.add(line + (marked.isEmpty() ? ",made-for-rehearsal" : ",yes"));
        }
        return Files.writeString(file, String.join("\n", marked) + "\n");
    }

    private ListImport.Result run(Path file, ListFile about) {
        return house.wing().reception().imports().run(hand, file, about, null, false, Progress.SILENT);
    }

    private void ruled() {
        for (RecordKind kind : RecordKind.values()) {
            house.wing().people().keep(house.wing().people().rule(hand, kind, "*", "immigration", "reception"));
        }
    }

    private Map<String, List<String>> row(UUID record) {
        Map<String, byte[]> open = house.wing().people().open(desk, Permission.PERSON_SEE, record, "row");
        return People.read(open, "row", RowActions.RowContent.class, new RowActions.RowContent(0, Map.of(), Map.of(), "")).values();
    }

    @Test
    void headersInBurmeseChineseAndAmharicAreRecognised() throws IOException {
        ruled();
        Path burmese = csv("burmese.csv", "အမည်,နိုင်ငံသား,ကျား/မ", "အောင်အောင်,MMR,m");
        Path chinese = csv("chinese.csv", "姓名,国籍,性别,出生日期", "王小明,CHN,男,1998-03-04");
        Path amharic = csv("amharic.csv", "ስም,ዜግነት,ጾታ", "አበበ በቀለ,ETH,m");
        int version = 0;
        for (Path file : List.of(burmese, chinese, amharic)) {
            ListImport.Result result = run(file, names("v" + version++));
            assertThat(result.kept()).as("%s: %s", file.getFileName(), result.mapping()).isEqualTo(1);
            assertThat(result.mapping().hasName()).isTrue();
            Entry entry = house.wing().roster().find(desk, result.records().values().iterator().next()).orElseThrow();
            assertThat(entry.nationality()).as(file.toString()).isIn("MMR", "CHN", "ETH");
        }
    }

    @Test
    void aWorkbookIsReadLikeATable() throws IOException {
        ruled();
        Path file = folder.resolve("list.xlsx");
        try (OutputStream out = Files.newOutputStream(file); Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("list");
            String[][] cells = {{"name", "nationality", "age", "made-for-rehearsal"}, {"王小明", "China", "27", "yes"}, {"Aung Aung", "Myanmar", "31", "yes"}};
            for (int r = 0; r < cells.length; r++) {
                for (int c = 0; c < cells[r].length; c++) {
                    sheet.value(r, c, cells[r][c]);
                }
            }
        }
        ListImport.Result result = run(file, names("1"));
        assertThat(result.kept()).isEqualTo(2);
        assertThat(result.records().values()).extracting(r -> row(r).getOrDefault(Field.NAME.key(), List.of("")).getFirst()).containsExactly("王小明", "Aung Aung");
        assertThat(result.records().values()).extracting(r -> house.wing().roster().find(desk, r).orElseThrow().ageBand()).containsExactly("25-34", "25-34");
    }

    @Test
    void aMappingThatSomebodyCorrectedIsUsed() throws IOException {
        ruled();
        Path file = csv("odd.csv", "who,col2", "Aung Aung,x");
        ColumnMapping mapping = house.wing().reception().imports().guess(file).with("who", Optional.of(Field.NAME));
        ListImport.Result result = house.wing().reception().imports().run(hand, file, names("1"), mapping, false, Progress.SILENT);
        assertThat(row(result.records().values().iterator().next())).containsEntry(Field.NAME.key(), List.of("Aung Aung"));
    }

    private Path withBadRows() throws IOException {
        return csv("bad.csv", "name,birth_date,nationality", "Aung Aung,1998-03-04,MMR", ",1990-01-01,CHN", "Bad Datekeeper,1990-02-31,CHN", "Late Comer,2031-01-01,CHN", "Good Row,1991,CHN");
    }

    @Test
    void badRowsAreNamedWithTheirReasonAndGoodRowsStay() throws IOException {
        ListImport.Result result = run(withBadRows(), names("1"));
        assertThat(result.kept()).isEqualTo(2);
        assertThat(result.refused()).isEqualTo(3);
        assertThat(result.problems()).extracting(p -> p.where().row() + " " + p.code()).containsExactly("3 name-missing", "4 date-impossible", "5 date-in-future");
        assertThat(house.wing().roster().system().list(e -> e.kind() == RecordKind.LIST_ROW)).hasSize(2);
    }

    @Test
    void noValueOfARefusedRowStandsInTheJournalNotEvenSealed() throws IOException {
        run(withBadRows(), names("1"));
        for (Recorded each : house.wing().foundation().journal().read(0, 100)) {
            StringBuilder all = new StringBuilder(new String(each.envelope().encode(), StandardCharsets.UTF_8));
            each.envelope().parts().forEach(p -> all.append(new String(house.vault().open(p.sealed()), StandardCharsets.UTF_8)));
            assertThat(all.toString()).doesNotContain("Datekeeper").doesNotContain("1990-02-31").doesNotContain("2031-01-01");
            assertThat(new String(each.envelope().encode(), StandardCharsets.UTF_8)).doesNotContain("Aung");
        }
        ListImport.Announcement about = house.wing().reception().lists().list().getFirst().about();
        assertThat(about.refusedRows()).extracting(ListImport.RefusedRow::row).containsExactly(3L, 4L, 5L);
    }

    @Test
    void theSameFileTwiceIsOneVersion() throws IOException {
        Path file = withBadRows();
        ListImport.Result first = run(file, names("1"));
        long size = house.wing().foundation().journal().size();
        ListImport.Result second = run(file, names("1"));
        assertThat(second.list()).isEqualTo(first.list());
        assertThat(second.records()).isEqualTo(first.records());
        assertThat(house.wing().foundation().journal().size()).isEqualTo(size);
        assertThat(house.wing().reception().lists().list()).hasSize(1);
        run(csv("next.csv", "name", "Aung Aung"), names("2"));
        assertThat(house.wing().reception().lists().versionsOf("released")).hasSize(2);
    }

    @Test
    void aDryRunKeepsNothing() throws IOException {
        long size = house.wing().foundation().journal().size();
        ListImport.Result result = house.wing().reception().imports().run(hand, withBadRows(), names("1"), null, true, Progress.SILENT);
        assertThat(result.refused()).isEqualTo(3);
        assertThat(house.wing().foundation().journal().size()).isEqualTo(size);
    }

    @Test
    void anImportThatWasBrokenOffGoesOnWhereItWas() throws IOException {
        String[] lines = new String[1_801];
        lines[0] = "name,nationality";
        for (int i = 1; i < lines.length; i++) {
            lines[i] = "Person Number" + i + ",CHN";
        }
        Path file = csv("long.csv", lines);
        Progress stopping = new Progress() {
            private long done;

            @Override
            public void stage(String name, long total) {}

            @Override
            public void advance(long units) {
                done += units;
            }

            @Override
            public boolean stopped() {
                return done >= 1_200;
            }
        };
        assertThatThrownBy(() -> house.wing().reception().imports().run(hand, file, names("1"), null, false, stopping))
                .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo("stopped"));
        Protection again = house.reopen();
        assertThat(again.reception().lists().list()).as("a version is announced when it is whole").isEmpty();
        ListImport.Result result = run(file, names("1"));
        assertThat(result.kept()).isEqualTo(1_800);
        assertThat(again.foundation().journal().size()).isEqualTo(1_801);
        assertThat(again.roster().system().rows(result.list().toString())).hasSize(1_800);
    }

    @Test
    void aRehearsalTakesNoRealFileAndAnOperationNoneOfARehearsal() throws IOException {
        Path real = Files.writeString(folder.resolve("real.csv"), "name\nAung Aung\n");
        Path made = csv("made.csv", "name", "Aung Aung");
        assertThatThrownBy(() -> run(real, names("1"))).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo("file-without-mark"));
        Protection operation = Protection.open(house.database().wing(org.moei.foundation.database.Wing.PROTECTION), house.vault(), java.time.InstantSource.fixed(TestProtection.NOW), false);
        try (operation) {
            assertThatThrownBy(() -> operation.reception().imports().run(hand, made, names("1"), null, false, Progress.SILENT))
                    .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo("file-of-rehearsal"));
            assertThat(operation.reception().imports().run(hand, real, names("1"), null, false, Progress.SILENT).kept()).isEqualTo(1);
        }
    }

    @Test
    void whoMayNotImportIsDenied() throws IOException {
        Path file = withBadRows();
        Hand screener = house.hand(house.viewer("team", Role.SCREENER, "mae-sot"));
        assertThatThrownBy(() -> house.wing().reception().imports().run(screener, file, names("1"), null, false, Progress.SILENT))
                .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.DENIED));
    }

    @Test
    void peopleOnTheDesksSheetGetTokensAndALaterSheetWithoutNumbersDoesNotMeetThemAfterARestart() throws IOException {
        ListFile sheet = new ListFile("arrivals", "desk", "1", DAY, OptionalLong.empty(), "mae-sot", ListFile.Kind.ARRIVALS);
        run(csv("sheet.csv", "token,name,nationality", "T000041,Aung Aung,MMR", "T000042,Min Min,MMR"), sheet);
        house.reopen();
        ListFile later = new ListFile("arrivals", "desk", "2", DAY, OptionalLong.empty(), "mae-sot", ListFile.Kind.ARRIVALS);
        run(csv("later.csv", "name,nationality", "Ko Ko,MMR"), later);
        assertThat(house.wing().roster().system().list(e -> e.kind() == RecordKind.PERSON)).extracting(Entry::token).map(t -> t.substring(0, 6)).containsExactly("R-0041", "R-0042", "R-0043");
    }
}
