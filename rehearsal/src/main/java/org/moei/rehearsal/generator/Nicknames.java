package org.moei.rehearsal.generator;

import java.util.List;

/** What people are called at home: by habits of a few cultures, else by the name that friends use. */
final class Nicknames {
    private static final List<String> THAI = List.of("เล็ก", "นุ่น", "โอ๊ต", "บอล", "แบงค์", "กบ", "หนึ่ง", "เบิร์ด", "ต้น", "เมย์", "ฝน", "แอน", "เอก", "อาร์ม", "เจมส์", "นิว");

    private Nicknames() {}

    static String of(MadeName name, Draw draw) {
        NamePart called = name.called();
        String written = called.written();
        return switch (name.community()) {
            case "han", "zhuang-yi-other", "chinese" -> {
                int last = written.offsetByCodePoints(written.length(), -1);
                String end = written.substring(last);
                yield draw.chance(.5) ? "阿" + end : draw.chance(.5) ? "小" + end : end + end;
            }
            case "thai" -> draw.pick(THAI);
            case "kinh" -> written;
            default -> written.length() > 5 && name.script().equals("Latn") ? written.substring(0, draw.between(3, 4)) : written;
        };
    }
}
