package org.moei.rehearsal.lists;

import java.util.Map;
import org.moei.rehearsal.generator.Sex;

/** The words for the sexes in the language of a column's header. */
final class SexWords {
    private static final Map<String, String[]> WORDS = Map.ofEntries(
            Map.entry("性别", new String[] {"男", "女"}), Map.entry("性別", new String[] {"男", "女"}), Map.entry("Jenis kelamin", new String[] {"Laki-laki", "Perempuan"}),
            Map.entry("Jantina", new String[] {"Lelaki", "Perempuan"}), Map.entry("Giới tính", new String[] {"Nam", "Nữ"}), Map.entry("ጾታ", new String[] {"ወንድ", "ሴት"}),
            Map.entry("جنس", new String[] {"مرد", "عورت"}), Map.entry("เพศ", new String[] {"ชาย", "หญิง"}), Map.entry("লিঙ্গ", new String[] {"পুরুষ", "মহিলা"}),
            Map.entry("लिंग", new String[] {"पुरुष", "महिला"}), Map.entry("Gender", new String[] {"Male", "Female"}));
    private static final String[] LETTERS = {"M", "F"};

    private SexWords() {}

    static String of(String header, Sex sex) {
        return WORDS.getOrDefault(header, LETTERS)[sex == Sex.MALE ? 0 : 1];
    }
}
