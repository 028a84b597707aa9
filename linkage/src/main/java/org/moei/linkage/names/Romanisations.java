package org.moei.linkage.names;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From one sound of a Han character to the Latin spellings in use, the usual one first. */
final class Romanisations {
    private Romanisations() {}

    /** Hanyu Pinyin as passports print it: ü is YU since 2012, before it was U or V. */
    static List<String> pinyin(String sound) {
        if (sound.indexOf('v') < 0) {
            return List.of(sound);
        }
        return List.of(sound.replace("v", "u"), sound.replace("v", "yu"), sound);
    }

    private static final Map<String, String> WADE_GILES_SYLLABLES = Map.ofEntries(
            Map.entry("zi", "tzu"), Map.entry("ci", "tzu"), Map.entry("si", "szu"), Map.entry("zhi", "chih"), Map.entry("chi", "chih"),
            Map.entry("shi", "shih"), Map.entry("ri", "jih"), Map.entry("er", "erh"), Map.entry("you", "yu"), Map.entry("yan", "yen"),
            Map.entry("ye", "yeh"), Map.entry("yong", "yung"), Map.entry("yi", "i"), Map.entry("ge", "ko"), Map.entry("ke", "ko"),
            Map.entry("he", "ho"), Map.entry("e", "o"), Map.entry("gui", "kuei"), Map.entry("kui", "kuei"), Map.entry("guo", "kuo"),
            Map.entry("kuo", "kuo"), Map.entry("huo", "huo"), Map.entry("shuo", "shuo"), Map.entry("yue", "yueh"));

    /** Wade–Giles without its apostrophes, as Taiwan's passports print it; pinyin beside it where people mix. */
    static List<String> wadeGiles(String sound) {
        String whole = WADE_GILES_SYLLABLES.get(sound);
        if (whole != null) {
            return sound.equals("yi") || sound.equals("si") ? List.of(whole, sound.equals("yi") ? "yi" : "ssu") : List.of(whole);
        }
        int cut = sound.startsWith("zh") || sound.startsWith("ch") || sound.startsWith("sh") ? 2 : "aeiouvwy".indexOf(sound.charAt(0)) >= 0 ? 0 : 1;
        String initial = sound.substring(0, cut);
        String rest = sound.substring(cut).replace('v', 'u');
        String first = switch (initial) {
            case "b" -> "p";
            case "d" -> "t";
            case "g" -> "k";
            case "j", "q", "zh" -> "ch";
            case "x" -> "hs";
            case "z", "c" -> "ts";
            case "r" -> "j";
            default -> initial;
        };
        String last = switch (rest) {
            case "ian" -> "ien";
            case "ie" -> "ieh";
            case "ue" -> "ueh";
            case "ong" -> "ung";
            case "iong" -> "iung";
            case "uo" -> "o";
            default -> rest;
        };
        return List.of(first + last);
    }

    private static final String[][] CANTONESE_RHYMES = {
        {"aai", "ai"}, {"aau", "au"}, {"aam", "am"}, {"aang", "ang"}, {"aan", "an"}, {"aap", "ap"}, {"aat", "at"}, {"aak", "ak"}, {"aa", "a ah"},
        {"yun", "uen yuen un"}, {"yut", "uet yuet"}, {"yu", "u yu ue"}, {"oeng", "eung eong ong"}, {"oek", "euk eok"}, {"oe", "eu oe"},
        {"eoi", "ui oi"}, {"eon", "un eon"}, {"eot", "ut"}, {"eng", "eng ing"}, {"ek", "ek"}, {"ei", "ei ee ay i"}, {"e", "e eh"},
        {"iu", "iu ew"}, {"im", "im"}, {"in", "in een"}, {"ing", "ing eng"}, {"ip", "ip"}, {"it", "it"}, {"ik", "ik ick"}, {"i", "i ee ze"},
        {"oi", "oi oy"}, {"ou", "o ou oo"}, {"ong", "ong"}, {"on", "on"}, {"ot", "ot"}, {"ok", "ok"}, {"o", "o aw or"},
        {"ung", "ung"}, {"uk", "uk"}, {"ui", "ui"}, {"un", "un oon"}, {"ut", "ut"}, {"u", "u oo"},
        {"ai", "ai"}, {"au", "au ow"}, {"am", "am um"}, {"an", "an un"}, {"ang", "ang"}, {"ap", "ap up"}, {"at", "at ut"}, {"ak", "ak uk"}, {"a", "a"}
    };

    private static final String[][] CANTONESE_INITIALS = {
        {"gw", "kw gw qu"}, {"kw", "kw qu"}, {"ng", "ng"}, {"z", "ch ts j"}, {"c", "ch ts"}, {"j", "y"}, {"g", "k g"}, {"d", "t d"}, {"b", "p b"},
        {"s", "s sh"}
    };

    /** Jyutping to the spellings of Hong Kong and Macao, which no standard fixes. */
    static List<String> cantonese(String jyutping) {
        String initials = "";
        String rest = jyutping;
        for (String[] initial : CANTONESE_INITIALS) {
            if (jyutping.startsWith(initial[0]) && jyutping.length() > initial[0].length()) {
                initials = initial[1];
                rest = jyutping.substring(initial[0].length());
                break;
            }
        }
        if (initials.isEmpty()) {
            int cut = "aeiouy".indexOf(jyutping.charAt(0)) >= 0 ? 0 : 1;
            if (jyutping.length() == cut || jyutping.equals("ng")) {
                return List.of(jyutping);
            }
            initials = jyutping.substring(0, cut);
            rest = jyutping.substring(cut);
        }
        Set<String> spellings = new LinkedHashSet<>();
        for (String[] rhyme : CANTONESE_RHYMES) {
            if (rest.equals(rhyme[0])) {
                for (String end : rhyme[1].split(" ")) {
                    for (String start : initials.split(" ", -1)) {
                        spellings.add(start.equals("y") && end.startsWith("y") ? end : start + end);
                    }
                }
            }
        }
        return spellings.isEmpty() ? List.of(jyutping) : List.copyOf(spellings);
    }

    private static final String[] KOREAN_INITIALS = {
        "g k", "kk", "n", "d t", "tt", "r l", "m", "b p", "pp", "s sh", "ss", "", "j ch", "jj", "ch", "k", "t", "p", "h"
    };
    private static final String[] KOREAN_VOWELS = {
        "a", "ae", "ya", "yae", "eo u o", "e", "yeo you yu", "ye", "o", "wa", "wae", "oe", "yo", "u oo woo", "wo", "we", "wi", "yu yoo", "eu u", "ui", "i ee"
    };
    private static final String[] KOREAN_FINALS = {
        "", "k g", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "l", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"
    };

    /** A Hangul syllable in Revised Romanization and as people spell it. */
    static List<String> korean(String syllable) {
        char c = Normalizer.normalize(syllable, Normalizer.Form.NFC).charAt(0);
        if (c < 0xAC00 || c > 0xD7A3) {
            return List.of();
        }
        int index = c - 0xAC00;
        Set<String> spellings = new LinkedHashSet<>();
        for (String vowel : KOREAN_VOWELS[index / 28 % 21].split(" ")) {
            for (String first : KOREAN_INITIALS[index / 588].split(" ", -1)) {
                for (String last : KOREAN_FINALS[index % 28].split(" ", -1)) {
                    spellings.add(first + vowel + last);
                }
            }
        }
        return List.copyOf(spellings);
    }

    /** Japanese on readings with their long vowels written or not. */
    static List<String> japanese(String sound) {
        String shorter = sound.replace("ou", "o").replace("uu", "u");
        return shorter.equals(sound) ? List.of(sound) : List.of(shorter, sound);
    }

    private static final Map<String, String> HOKKIEN = Map.ofEntries(
            Map.entry("ming", "beng bin ming"), Map.entry("wen", "boon wen"), Map.entry("de", "teck tek"), Map.entry("cheng", "seng"), Map.entry("fu", "hock fu"),
            Map.entry("jin", "kim chin jin"), Map.entry("guo", "kok"), Map.entry("hua", "hua hwa huat"), Map.entry("mei", "bee mei moi"),
            Map.entry("yu", "geok gek yu"), Map.entry("ying", "eng ying"), Map.entry("zhu", "choo"), Map.entry("xiu", "siew"), Map.entry("shui", "chwee"),
            Map.entry("cai", "chye chai"), Map.entry("fa", "huat"), Map.entry("sheng", "seng"), Map.entry("chang", "cheong chiang"), Map.entry("chun", "choon"),
            Map.entry("an", "ann"), Map.entry("ping", "peng ping"), Map.entry("rong", "eng yong"), Map.entry("gui", "kwee"), Map.entry("xiang", "siang hiang"),
            Map.entry("yi", "ghee gee ee"), Map.entry("zhong", "tiong"), Map.entry("zhi", "chee"), Map.entry("qing", "cheng cheng chin"), Map.entry("long", "leong leng"),
            Map.entry("hu", "hor"), Map.entry("a", "ah"), Map.entry("xiao", "seow siew"), Map.entry("shan", "san suan"), Map.entry("tian", "thian tian thiam"),
            Map.entry("shun", "soon"), Map.entry("ji", "kiat keat"), Map.entry("li", "lee lay"), Map.entry("guang", "kwang kong"), Map.entry("hui", "hui huay"),
            Map.entry("qiang", "keong"), Map.entry("jian", "kian kien"), Map.entry("wei", "wee wei"), Map.entry("xiong", "hiong"), Map.entry("yao", "yeow yew"),
            Map.entry("nan", "lam"), Map.entry("bao", "poh pao"), Map.entry("he", "ho"), Map.entry("xing", "heng hin sing"), Map.entry("kun", "khoon"),
            Map.entry("song", "siong"), Map.entry("shu", "chew"), Map.entry("bing", "peng"), Map.entry("lian", "lian leng"), Map.entry("feng", "hong"),
            Map.entry("yue", "guat"), Map.entry("jiao", "kiow"), Map.entry("jia", "kah kia"), Map.entry("xin", "sin"), Map.entry("zhen", "chin"));

    /** Usual Hokkien and Teochew spellings of sounds frequent in given names; the pinyin itself for the rest, as younger people mix them. */
    static List<String> hokkienOfPinyin(String sound) {
        String spellings = HOKKIEN.get(sound);
        return spellings == null ? pinyin(sound) : List.of(spellings.split(" "));
    }
}
