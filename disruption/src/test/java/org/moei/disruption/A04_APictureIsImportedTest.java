package org.moei.disruption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moei.base.Problem;
import org.moei.base.ProblemException;
import org.moei.disruption.claims.ClaimGroup;
import org.moei.disruption.intake.PictureImport;
import org.moei.disruption.sites.Compound;
import org.moei.foundation.access.Role;

class A04_APictureIsImportedTest {
    private static final String SOURCES = """
            id,title,address,grade,seen,made-for-rehearsal
            text-a,An article,https://example.org/a,press,text,yes
            text-b,A post,https://example.org/b,press,not-seen,yes
            """;
    private static final String COMPOUNDS = """
            # remarks are left out
            id,name,other_names,township,country,activities,status,grade,source,made-for-rehearsal
            kk-park,KK Park,KK;K K Park,myawaddy,MMR,call-centre;fake-investment,entered,B2,text-a,yes
            no-grade,A Place,,myawaddy,MMR,call-centre,,,text-a,yes
            bad-word,A Place,,myawaddy,MMR,sorcery,,B2,text-a,yes
            """;
    private static final String CLAIMS = """
            id,subject,kind,definition,country,low,high,bound,unit,text,said,attributed_to,date,about,grade,source,made-for-rehearsal
            a,captives,people,people held,MMR,120000,,about,people,"120,000 held",Text A,Interpol,,kk-park,C3,text-a,yes
            b,captives,people,people held,MMR,120000,,about,people,"120,000 held",Text B,United Nations,,kk-park,C3,text-b,yes
            """;

    private final TestDisruption house = new TestDisruption(4);

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        house.close();
    }

    private void write() throws IOException {
        Files.writeString(folder.resolve("sources.csv"), SOURCES);
        Files.writeString(folder.resolve("compounds.csv"), COMPOUNDS);
        Files.writeString(folder.resolve("claims.csv"), CLAIMS);
    }

    private PictureImport.Report read() {
        return house.wing().pictureImport().read(house.analyst(), folder);
    }

    @Test
    void goodLinesStayAndEachBadLineIsNamed() throws IOException {
        write();
        PictureImport.Report report = read();
        assertThat(report.total()).isEqualTo(5);
        assertThat(report.refused()).extracting(problem -> problem.where() + " " + problem.code()).containsExactly("compounds.csv, row 4, grade grade-form", "compounds.csv, row 5, activities word-unknown");
        assertThat(house.wing().sites().site(house.viewer(Role.ANALYST), "kk-park").compound().content().otherNames()).containsExactly("KK", "K K Park");
    }

    @Test
    void claimsOfTwoTextsStandBesideTheSiteAndTheirOriginIsDisputed() throws IOException {
        write();
        read();
        ClaimGroup group = house.wing().sites().site(house.viewer(Role.INVESTIGATOR), "kk-park").claims().getFirst();
        assertThat(group.disagreements()).extracting(ClaimGroup.Disagreement::kind).containsExactly(ClaimGroup.Kind.ORIGIN_DISPUTED);
        assertThat(group.claims()).extracting(claim -> claim.key() + " " + claim.textRead()).containsExactly("a true", "b false");
    }

    @Test
    void aRepeatedImportAddsNothingAndACorrectedLineIsARevision() throws IOException {
        write();
        read();
        long before = house.wing().foundation().journal().size();
        PictureImport.Report again = read();
        assertThat(again.total()).isZero();
        assertThat(again.unchanged()).isEqualTo(5);
        assertThat(house.wing().foundation().journal().size()).isEqualTo(before);
        Files.writeString(folder.resolve("compounds.csv"), COMPOUNDS.replace(",entered,", ",torn down in part,"));
        assertThat(read().total()).isEqualTo(1);
        assertThat(house.wing().picture().find(Compound.class, "kk-park").orElseThrow().revisions()).isEqualTo(2);
    }

    @Test
    void aRehearsalTakesOnlyFilesThatAreMarkedAsOne() throws IOException {
        write();
        Files.writeString(folder.resolve("claims.csv"), CLAIMS.replace(",made-for-rehearsal", "").replace(",yes", ""));
        Problem problem = Objects.requireNonNull(catchThrowableOfType(ProblemException.class, this::read)).problem();
        assertThat(problem.code()).isEqualTo("rehearsal-mark");
        assertThat(problem.where().file()).isEqualTo("claims.csv");
        assertThat(house.wing().foundation().journal().size()).as("nothing was recorded before the marks were read").isZero();
    }
}
