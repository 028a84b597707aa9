package org.moei.protection.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moei.base.Progress;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Role;
import org.moei.protection.TestProtection;

class ReconciliationTest {
    /** The list of 7,141 as printed (pasa.solutions, after Thai PBS World and Acts of Mercy, February 2025), slips included. */
    private static final String PRINTED =
            """
            nationality,total,male,female,made-for-rehearsal
            China,"4,860","4,764",96,yes
            Vietnam,572,511,61,yes
            India,526,498,28,yes
            Ethiopia,430,396,34,yes
            Indonesia,283,217,66,yes
            Philippines,127,54,73,yes
            Pakistan,78,64,4,yes
            Malaysia,70,65,5,yes
            Kenya,64,38,26,yes
            South Africa,26,19,7,yes
            Taiwan,25,24,1,yes
            Nepal,17,15,2,yes
            Uganda,13,5,8,yes
            Stateless,9,,,yes
            Sri Lanka,8,8,0,yes
            Uzbekistan,8,7,1,yes
            Nigeria,7,2,5,yes
            Ghana,6,5,1,yes
            Bangladesh,6,6,0,yes
            Cameroon,6,3,3,yes
            Namibia,4,2,2,yes
            Rwanda,4,4,0,yes
            Tunisia,3,3,0,yes
            Czechia,2,1,1,yes
            Laos,1,0,1,yes
            Romania,1,1,0,yes
            Algeria,1,1,0,yes
            Singapore,1,1,0,yes
            """;

    private final TestProtection house = new TestProtection(1);
    private final Hand hand = house.hand(house.viewer("immigration", Role.RECEPTION, "mae-sot"));

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        house.close();
    }

    private ListImport.Result run(String name, String version, long stated, String day, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name + version + ".csv"), content);
        ListFile about = new ListFile(name, "BGF", version, LocalDate.parse(day), OptionalLong.of(stated), "", ListFile.Kind.COUNTS);
        return house.wing().reception().imports().run(hand, file, about, null, false, Progress.SILENT);
    }

    @Test
    void thePrintedListOf7141AddsUpTo7158AndWhereTheDifferenceStandsIsNamed() throws IOException {
        assertThat(run("list of 7,141", "1", 7_141, "2025-02-25", PRINTED).kept()).isEqualTo(28);
        assertThat(house.wing().reception().contradictions())
                .containsExactly(
                        new Reconciliation.Contradiction("list of 7,141", "1", Reconciliation.Kind.SUM, "", 7_141, 7_158, false),
                        new Reconciliation.Contradiction("list of 7,141", "1", Reconciliation.Kind.ROW, "Pakistan", 78, 68, false),
                        new Reconciliation.Contradiction("list of 7,141", "1", Reconciliation.Kind.LEFT_OVER, "Stateless", 9, 2, true));
    }

    @Test
    void everyRowOfThePrintedListIsReadAsAStateOrAsStateless() throws IOException {
        run("list of 7,141", "1", 7_141, "2025-02-25", PRINTED);
        List<ListImport.CountRow> rows = house.wing().reception().lists().list().getFirst().about().counts();
        assertThat(rows).extracting(ListImport.CountRow::nationality).doesNotContain("").doesNotHaveDuplicates().contains("XXA", "TWN", "CZE", "LAO");
        assertThat(rows.stream().filter(r -> r.nationality().equals("XXA"))).allSatisfy(r -> assertThat(r.men()).isEqualTo(-1));
    }

    @Test
    void threeAnnouncementsOfOneDayAreKeptSideBySideAndTheirContradictionNamed() throws IOException {
        run("group of 12 February", "morning", 53, "2025-02-12", "nationality,total,made-for-rehearsal\nall,53,yes\n");
        run("group of 12 February", "noon", 261, "2025-02-12", "nationality,total,made-for-rehearsal\nall,261,yes\n");
        run("group of 12 February", "evening", 260, "2025-02-12", "nationality,total,made-for-rehearsal\nall,260,yes\n");
        assertThat(house.wing().reception().lists().versionsOf("group of 12 February")).hasSize(3);
        assertThat(house.wing().reception().contradictions())
                .extracting(c -> c.kind() + " " + c.version() + " " + c.stated() + " " + c.counted())
                .containsExactly("VERSION morning → noon 53 261", "VERSION noon → evening 261 260");
    }

    @Test
    void aListThatAddsUpHasNothingToSay() throws IOException {
        run("whole", "1", 78, "2025-02-25", "nationality,total,male,female,made-for-rehearsal\nKenya,64,38,26,yes\nUganda,14,6,8,yes\n");
        assertThat(house.wing().reception().contradictions()).isEmpty();
    }
}
