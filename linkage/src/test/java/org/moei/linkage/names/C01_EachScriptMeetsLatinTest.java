package org.moei.linkage.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class C01_EachScriptMeetsLatinTest {
    @ParameterizedTest
    @CsvSource({
        "محمد حسن, Mohamed Hassan, Mahmoud Hosni", "יעקב כהן, Yaakov Cohen, Yitzhak Katz", "Дмитрий Соколов, Dmitry Sokolov, Daniil Smirnov",
        "ታደሰ በቀለ, Tadesse Bekele, Tesfaye Bogale", "राजेश कुमार, Rajesh Kumar, Ramesh Khanna", "สมชาย ใจดี, Somchai Jaidee, Somsri Jaroen",
        "김철수, Kim Cheolsu, Kim Minsu", "マリア, Maria, Mario", "სოფიო, Sopio, Tamar", "Αρμέν, Armen, Anton", "রাজেশ, Rajesh, Rakesh",
        "王小明, Wang Xiaoming, Wang Jianguo", "陈美玲, Tan Mei Ling, Lim Mei Hua", "សុខ ដារ៉ា, Sok Dara, Chan Thida", "ສົມສັກ, Somsak, Bounmy",
        "Արմեն, Armen, Anna", "Γιώργος, Giorgos, Nikos"
    })
    void theRightSpellingOutweighsAnother(String nativeName, String right, String wrong) {
        ParsedName name = Names.read(nativeName);
        NameAgreement same = NameComparer.compare(name, Names.read(right));
        assertThat(same.logLikelihoodRatio()).isGreaterThan(2);
        assertThat(same.kind()).isLessThan(NameAgreement.Kind.PARTIAL);
        assertThat(NameComparer.logLikelihoodRatio(name, Names.read(wrong))).isLessThan(same.logLikelihoodRatio() - 2);
    }

    @ParameterizedTest
    @CsvSource({"单雄, Shan Xiong", "仇英, Qiu Ying", "解明, Xie Ming", "区文, Ou Wen", "任华, Ren Hua", "曾国, Zeng Guo"})
    void surnamesHaveReadingsOfTheirOwn(String han, String latin) {
        assertThat(NameComparer.logLikelihoodRatio(Names.read(han), Names.read(latin))).isGreaterThan(3);
    }

    @Test
    void scriptsMeetEachOtherByTheirReadings() {
        assertThat(NameComparer.logLikelihoodRatio(Names.read("राजेश"), Names.read("রাজেশ"))).isGreaterThan(2);
        assertThat(NameComparer.logLikelihoodRatio(Names.read("Мария"), Names.read("マリア"))).isGreaterThan(1);
    }

    @Test
    void aScriptWithoutATableNeitherCrashesNorMatchesEverything() {
        ParsedName name = Names.read("ᏣᎳᎩ");
        assertThat(NameComparer.compare(name, Names.read("Maria")).kind()).isEqualTo(NameAgreement.Kind.DIFFERENT);
        assertThat(NameComparer.compare(name, name).kind()).isEqualTo(NameAgreement.Kind.SAME_CHARACTERS);
    }
}
