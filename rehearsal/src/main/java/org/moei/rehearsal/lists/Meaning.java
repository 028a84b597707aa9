package org.moei.rehearsal.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.moei.records.ColumnMapping;
import org.moei.records.Field;
import org.moei.rehearsal.scenario.Lists.HabitKind;

/** What the columns of a list mean to a reader: the mapping that somebody makes who knows how the party writes. */
final class Meaning {
    private Meaning() {}

    static ColumnMapping ofCounts() {
        return new ColumnMapping(List.of(column("Nationality", Field.NATIONALITY), column("Total"), column("Male"), column("Female"), column(RehearsalMark.HEADER)));
    }

    static ColumnMapping of(List<Cell.Column> columns, HabitKind kind) {
        List<ColumnMapping.Column> meanings = new ArrayList<>();
        boolean written = columns.stream().anyMatch(c -> c.cell() == Cell.WRITTEN);
        for (Cell.Column column : columns) {
            meanings.add(switch (column.cell()) {
                case NAME, WRITTEN -> column(column.header(), Field.NAME);
                // A second spelling of the whole name beside the one in its own script.
                case LATIN -> column(column.header(), written ? Field.ALIAS : Field.NAME);
                case FAMILY -> column(column.header(), Field.FAMILY_NAME);
                case GIVEN -> column(column.header(), Field.GIVEN_NAME);
                case FATHER -> column(column.header(), Field.FATHER_NAME);
                case NICKNAME -> column(column.header(), Field.WEAK_ALIAS);
                case SEX -> column(column.header(), Field.SEX);
                case BIRTH -> column(column.header(), Field.BIRTH_DATE);
                case AGE -> column(column.header(), Field.AGE);
                case NATIONALITY, COUNTRY -> column(column.header(), Field.NATIONALITY);
                case DOCUMENT, NATIONAL_ID, MRZ -> column(column.header(), Field.DOCUMENT);
                // The phone of a family is not the phone of the person.
                case PHONE -> kind == HabitKind.FAMILY_DESK ? column(column.header()) : column(column.header(), Field.PHONE);
                case NUMBER, LANGUAGE, PLACE, COMPOUND, BATCH, OUT_ON, TIME, WAY_OUT, NEEDS, COMPANIONS, PROVINCE, LAST_SEEN, PHOTO_YEAR, ASKER, REMARK ->
                        column(column.header());
            });
        }
        meanings.add(column(RehearsalMark.HEADER));
        return new ColumnMapping(meanings);
    }

    private static ColumnMapping.Column column(String header, Field field) {
        return new ColumnMapping.Column(header, Optional.of(field), ColumnMapping.Reason.GIVEN, 1);
    }

    private static ColumnMapping.Column column(String header) {
        return new ColumnMapping.Column(header, Optional.empty(), ColumnMapping.Reason.NONE, 0);
    }
}
