package org.moei.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Countries, sexes, documents and phones as lists write them. */
class ReadingsTest {

    @Test
    void countriesAreReadFromCodesNamesAndNationalities() {
        assertThat(Countries.find("CHN")).contains("CN");
        assertThat(Countries.find("et")).contains("ET");
        assertThat(Countries.find("Democratic People's Republic of Korea")).contains("KP");
        assertThat(Countries.find("Iran (Islamic Republic of)")).contains("IR");
        assertThat(Countries.find("Burmese")).contains("MM");
        assertThat(Countries.find("ኢትዮጵያ")).contains("ET");
        assertThat(Countries.find("พม่า")).contains("MM");
        assertThat(Countries.find("Atlantis")).isEmpty();
        assertThat(Countries.alpha3("TH")).contains("THA");
    }

    @Test
    void sexesAreReadFromWordsOfManyLanguages() {
        for (String word : new String[] {"M", "male", "男", "ชาย", "ကျား", "nam", "ወንድ", "ذكر", "Laki-laki", "पुरुष"}) {
            assertThat(Sexes.find(word)).as(word).contains('m');
        }
        for (String word : new String[] {"F", "女", "หญิง", "မ", "nữ", "ሴት", "أنثى", "perempuan", "महिला"}) {
            assertThat(Sexes.find(word)).as(word).contains('f');
        }
        assertThat(Sexes.find("unknown")).isEmpty();
    }

    @Test
    void documentNumbersLoseTheirDressAndStopValuesAreNone() {
        assertThat(Documents.normal(" e-1234 5678 ")).contains("E12345678");
        assertThat(Documents.normal("000000000")).isEmpty();
        assertThat(Documents.normal("N/A")).isEmpty();
        assertThat(Documents.normal("123456789")).isEmpty();
    }

    @Test
    void theSpecimenOfIcaoPassesItsCheckDigits() {
        // ICAO 9303-4, appendix: the specimen passport of Utopia.
        String zone = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";
        Documents.Mrz mrz = Documents.readMrz(zone).orElseThrow();
        assertThat(mrz.problems()).isEmpty();
        assertThat(mrz.familyName()).isEqualTo("ERIKSSON");
        assertThat(mrz.givenNames()).isEqualTo("ANNA MARIA");
        assertThat(mrz.number()).isEqualTo("L898902C3");
        assertThat(mrz.sex()).isEqualTo('f');
        assertThat(Documents.readMrz(zone.replace("7408122", "7408132")).orElseThrow().problems()).contains("birth_date");
        assertThat(Documents.checkDigit("520727")).isEqualTo(3);
    }

    @Test
    void phonesAreDigitsWithPlusWhereTheCountryWasWritten() {
        assertThat(Phones.normal("+66 81-234-5678")).contains("+66812345678");
        assertThat(Phones.normal("0066 81 234 5678")).contains("+66812345678");
        assertThat(Phones.normal("081 234 5678")).contains("0812345678");
        assertThat(Phones.tail("+66812345678")).isEqualTo("812345678");
        assertThat(Phones.normal("12")).isEmpty();
    }
}
