package org.moei.linkage.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moei.linkage.api.PersonRecord;

/** Lists are read as their publishers write them. The entries here are made up; the forms are those of the publishers. */
class PublishedListsTest {
    @TempDir
    Path folder;

    private List<PersonRecord> read(Path file, PublishedLists.Form form) {
        assertThat(PublishedLists.form(file)).contains(form);
        List<PersonRecord> all = new ArrayList<>();
        PublishedLists.read(file, form, all::add);
        return all;
    }

    @Test
    void unitedNations() throws IOException {
        Path file = Files.writeString(folder.resolve("un.xml"), """
                <?xml version="1.0"?><CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>ADA</FIRST_NAME><SECOND_NAME>EXAMPLE</SECOND_NAME>
                <NATIONALITY><VALUE>Chad</VALUE></NATIONALITY><INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Addy</ALIAS_NAME></INDIVIDUAL_ALIAS>
                <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1960</FROM_YEAR><TO_YEAR>1962</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
                <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>X1234987</NUMBER></INDIVIDUAL_DOCUMENT></INDIVIDUAL></INDIVIDUALS>
                <ENTITIES><ENTITY><DATAID>2</DATAID><FIRST_NAME>EXAMPLE TRADING</FIRST_NAME></ENTITY></ENTITIES></CONSOLIDATED_LIST>
                """);
        List<PersonRecord> all = read(file, PublishedLists.Form.UNITED_NATIONS);
        PersonRecord ada = all.getFirst();
        assertThat(ada.names()).containsExactly("ADA EXAMPLE");
        assertThat(ada.weakAliases()).containsExactly("Addy");
        assertThat(ada.nationalities()).containsExactly("TD");
        assertThat(ada.documents()).containsExactly("X1234987");
        assertThat(ada.birthDates().getFirst().latest().getYear()).isEqualTo(1962);
        assertThat(all.getLast().kind()).isEqualTo(PersonRecord.Kind.ORGANISATION);
    }

    @Test
    void europeanUnion() throws IOException {
        Path file = Files.writeString(folder.resolve("eu.xml"), """
                <export xmlns="http://eu.europa.ec/fpi/fsd/export"><sanctionEntity euReferenceNumber="EU.1.1" logicalId="7"><subjectType code="person"/>
                <nameAlias wholeName="Ada Example" gender="F" strong="true"/><nameAlias wholeName="Ada E." strong="false"/>
                <birthdate circa="false" year="1961" birthdate="1961-05-17" city="Bol" countryDescription="CHAD"/><citizenship countryIso2Code="TD"/>
                <identification number="X1234987"/></sanctionEntity></export>
                """);
        PersonRecord ada = read(file, PublishedLists.Form.EUROPEAN_UNION).getFirst();
        assertThat(ada.id()).isEqualTo("EU.1.1");
        assertThat(ada.sex()).isEqualTo('f');
        assertThat(ada.birthPlaces()).containsExactly("Bol, CHAD");
    }

    @Test
    void ofacCsvWithAliasesBeside() throws IOException {
        Files.writeString(folder.resolve("alt.csv"), "7,1,\"aka\",\"EXAMPLE, Addy\",-0- \n");
        Path file = Files.writeString(folder.resolve("sdn.csv"), "7,\"EXAMPLE, Ada\",\"individual\",\"X\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 17 May 1961; POB Bol, Chad; nationality Chad; Passport X1234987 (Chad).\"\n");
        PersonRecord ada = read(file, PublishedLists.Form.OFAC_CSV).getFirst();
        assertThat(ada.aliases()).containsExactly("EXAMPLE, Addy");
        assertThat(ada.birthDates().getFirst().earliest()).hasToString("1961-05-17");
        assertThat(ada.documents()).containsExactly("X1234987");
        assertThat(ada.nationalities()).containsExactly("TD");
    }

    @Test
    void unitedKingdom() throws IOException {
        Path file = Files.writeString(folder.resolve("uk.csv"), "Last Updated,01/02/2026\nName 6,Name 1,Name 2,DOB,Nationality,Alias Type,Group Type,Group ID\nEXAMPLE,Ada,,17/05/1961,Chad,Primary name,Individual,7\nEXAMPLE,Addy,,,,AKA,Individual,7\n");
        List<PersonRecord> all = read(file, PublishedLists.Form.UNITED_KINGDOM);
        assertThat(all).hasSize(1);
        assertThat(all.getFirst().names()).containsExactly("Ada EXAMPLE");
        assertThat(all.getFirst().aliases()).containsExactly("Addy EXAMPLE");
    }

    @Test
    void followTheMoney() throws IOException {
        Path file = Files.writeString(folder.resolve("entities.json"), "{\"id\":\"x-1\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Ada Example\",\"Ада Экзампл\"],\"birthDate\":[\"1961\"],\"nationality\":[\"td\"],\"sourceUrl\":[\"x\"]}}\n");
        PersonRecord ada = read(file, PublishedLists.Form.FOLLOW_THE_MONEY).getFirst();
        assertThat(ada.names()).hasSize(2);
        assertThat(ada.nationalities()).containsExactly("TD");
    }
}
