package org.moei.records;

import java.util.Locale;
import java.util.Optional;

/** What a column of a list of people can mean. The key is the name that the command line and mappings use. */
public enum Field {
    ID(false),
    NAME(false),
    GIVEN_NAME(false),
    MIDDLE_NAME(false),
    FAMILY_NAME(false),
    FATHER_NAME(false),
    ALIAS(true),
    WEAK_ALIAS(true),
    BIRTH_DATE(true),
    AGE(false),
    SEX(false),
    NATIONALITY(true),
    BIRTH_PLACE(true),
    DOCUMENT(true),
    PHONE(true),
    EMAIL(true),
    ADDRESS(false),
    STREET_NUMBER(false),
    ADDRESS_1(false),
    ADDRESS_2(false),
    SUBURB(false),
    CITY(false),
    POSTCODE(false),
    STATE(false),
    BIRTH_LAT(false),
    BIRTH_LNG(false),
    OCCUPATION(false);

    private final boolean several;
    private final String key = name().toLowerCase(Locale.ROOT);

    Field(boolean several) {
        this.several = several;
    }

    /** The name in mappings and on the command line, e.g. {@code birth_date}. */
    public String key() {
        return key;
    }

    /** Whether one cell may hold several values with {@code ;} between them. */
    public boolean isSeveral() {
        return several;
    }

    /** Whether the field is a name of the person or a part of one. */
    public boolean isName() {
        return switch (this) {
            case NAME, GIVEN_NAME, MIDDLE_NAME, FAMILY_NAME, ALIAS -> true;
            case ID, FATHER_NAME, WEAK_ALIAS, BIRTH_DATE, AGE, SEX, NATIONALITY, BIRTH_PLACE, DOCUMENT, PHONE, EMAIL, ADDRESS,
                    STREET_NUMBER, ADDRESS_1, ADDRESS_2, SUBURB, CITY, POSTCODE, STATE, BIRTH_LAT, BIRTH_LNG, OCCUPATION -> false;
        };
    }

    /** The field with this key, or empty. */
    public static Optional<Field> find(String key) {
        for (Field field : values()) {
            if (field.key.equals(key)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
