package org.moei.rehearsal.lists;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.moei.base.Problem;

/** What a column of a party's list holds; scenarios name it behind the header, as docs/scenarios.md says. */
enum Cell {
    NUMBER("number", "row_number", "token"),
    NAME("name"),
    WRITTEN("written"),
    LATIN("latin"),
    FAMILY("family", "family_name"),
    GIVEN("given", "given_name"),
    FATHER("father"),
    NICKNAME("nickname", "alias"),
    SEX("sex"),
    /** A date or an age, whichever the row has. */
    BIRTH("birth", "birth_date", "age_or_birth_date"),
    AGE("age"),
    NATIONALITY("nationality"),
    COUNTRY("country"),
    DOCUMENT("document"),
    NATIONAL_ID("national_id"),
    MRZ("mrz"),
    PHONE("phone", "requester_phone"),
    LANGUAGE("language"),
    PLACE("place"),
    COMPOUND("compound"),
    BATCH("batch"),
    OUT_ON("out_on", "taken_out_on"),
    TIME("time"),
    WAY_OUT("way_out"),
    NEEDS("needs"),
    COMPANIONS("companions"),
    PROVINCE("province"),
    LAST_SEEN("last_seen", "last_heard"),
    PHOTO_YEAR("photo_year"),
    ASKER("asker"),
    REMARK("remark");

    /** One after the other, divided by {@code |}. */
    private final String keys;

    Cell(String... keys) {
        this.keys = String.join("|", keys);
    }

    private List<String> keys() {
        return List.of(keys.split("\\|"));
    }

    static Optional<Cell> find(String key) {
        return Arrays.stream(values()).filter(c -> c.keys().contains(key.strip().toLowerCase(Locale.ROOT))).findFirst();
    }

    /**
     * A column of a list.
     *
     * @param header in the party's words
     */
    record Column(String header, Cell cell) {
        /** Reads {@code header=field}. */
        static Column parse(String column) {
            int equals = column.lastIndexOf('=');
            Cell cell = find(column.substring(equals + 1)).orElseThrow(() -> Problem.of(Problem.Kind.WRONG_USE, "unknown-list-field", "The field of the column (" + column + ") is not known to the lists.")
                    .withAdvice("one of " + Arrays.stream(values()).flatMap(c -> c.keys().stream()).toList() + " was meant.")
                    .asException());
            return new Column(column.substring(0, Math.max(equals, 0)).strip(), cell);
        }

        /** Whether the header itself says that an age may stand here. */
        boolean speaksOfAge() {
            String lower = header.toLowerCase(Locale.ROOT);
            return cell == AGE || lower.contains("age") || lower.contains("อายุ") || lower.contains("年龄") || lower.contains("umur");
        }
    }
}
