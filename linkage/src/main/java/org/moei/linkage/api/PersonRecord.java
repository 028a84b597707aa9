package org.moei.linkage.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moei.records.Countries;
import org.moei.records.DateReading;
import org.moei.records.Documents;
import org.moei.records.Field;
import org.moei.records.Phones;
import org.moei.records.RawRecord;
import org.moei.records.Sexes;

/**
 * What one source says about one person (or, on sanction lists, an organisation or a vessel), ready to be compared. Immutable. What a source
 * does not say is absent, which is neither agreement nor disagreement.
 */
public final class PersonRecord {
    /** Most values of one kind that are kept. */
    public static final int MAX_VALUES = 100;

    /** What the record is about. */
    public enum Kind {
        PERSON,
        ORGANISATION,
        VESSEL,
        /** Unknown: compared by what it has. */
        OTHER
    }

    private final Builder b;

    private PersonRecord(Builder builder) {
        b = builder;
    }

    /** Starts a record. */
    public static Builder of(String id) {
        return new Builder(id);
    }

    /**
     * A record from a list.
     *
     * @param evidence headers of other columns that count as evidence
     * @param heldOn the day on which ages of the list held; without it an age is compared with ages only
     */
    public static PersonRecord from(RawRecord raw, Set<String> evidence, Optional<LocalDate> heldOn) {
        Builder b = of(raw.id());
        raw.all(Field.NAME).forEach(b::name);
        String given = raw.first(Field.GIVEN_NAME).orElse("");
        String middle = raw.first(Field.MIDDLE_NAME).orElse("");
        String family = raw.first(Field.FAMILY_NAME).orElse("");
        if (!given.isEmpty() || !middle.isEmpty() || !family.isEmpty()) {
            b.parts(given, middle, family);
        }
        raw.all(Field.ALIAS).forEach(b::alias);
        raw.all(Field.WEAK_ALIAS).forEach(b::weakAlias);
        raw.first(Field.FATHER_NAME).ifPresent(b::fatherName);
        raw.all(Field.BIRTH_DATE).forEach(b::birthDate);
        raw.first(Field.AGE).ifPresent(age -> b.age(age, heldOn));
        raw.first(Field.SEX).ifPresent(b::sex);
        raw.all(Field.NATIONALITY).forEach(b::nationality);
        raw.all(Field.BIRTH_PLACE).forEach(b::birthPlace);
        raw.all(Field.DOCUMENT).forEach(b::document);
        raw.all(Field.PHONE).forEach(b::phone);
        raw.all(Field.EMAIL).forEach(b::email);
        for (Field field : List.of(Field.ADDRESS, Field.STREET_NUMBER, Field.ADDRESS_1, Field.ADDRESS_2, Field.SUBURB, Field.CITY, Field.POSTCODE, Field.STATE, Field.OCCUPATION)) {
            raw.all(field).forEach(v -> b.text(field.key(), v));
        }
        b.birthPlaceAt(degrees(raw.first(Field.BIRTH_LAT), 90), degrees(raw.first(Field.BIRTH_LNG), 180));
        raw.others().forEach((header, value) -> {
            if (evidence.contains(header)) {
                b.text("=" + header, value);
            }
        });
        return b.build();
    }

    private static float degrees(Optional<String> text, float most) {
        try {
            float value = text.isPresent() ? Float.parseFloat(text.get()) : Float.NaN;
            return Math.abs(value) <= most ? value : Float.NaN;
        } catch (NumberFormatException e) {
            return Float.NaN;
        }
    }

    public String id() {
        return b.id;
    }

    public Kind kind() {
        return b.kind;
    }

    /** Full names as written, in every script and spelling that the source gives as good. */
    public List<String> names() {
        return b.names;
    }

    /** Given, middle and family name where the source keeps them apart; empty strings where it says none. */
    public Optional<NameParts> parts() {
        return Optional.ofNullable(b.parts);
    }

    public List<String> aliases() {
        return b.aliases;
    }

    /** Names that the source itself calls weak. */
    public List<String> weakAliases() {
        return b.weakAliases;
    }

    public Optional<String> fatherName() {
        return Optional.ofNullable(b.fatherName);
    }

    public List<DateReading> birthDates() {
        return b.birthDates;
    }

    /** Age in completed years, or -1; where the day is known on which it held, it is among {@link #birthDates()} as an interval. */
    public int age() {
        return b.age;
    }

    /** m, f or x, or 0 where the source is silent. */
    public char sex() {
        return b.sex;
    }

    /** ISO 3166-1 alpha-2. */
    public List<String> nationalities() {
        return b.nationalities;
    }

    public List<String> birthPlaces() {
        return b.birthPlaces;
    }

    /** Document numbers in normal form. */
    public List<String> documents() {
        return b.documents;
    }

    /** Numbers in normal form. */
    public List<String> phones() {
        return b.phones;
    }

    public List<String> emails() {
        return b.emails;
    }

    /** Other comparable values by field key ({@code address_1}, {@code occupation}, {@code =header} for evidence columns). */
    public Map<String, List<String>> texts() {
        return b.texts;
    }

    /** Degrees, or NaN. */
    public float birthLatitude() {
        return b.latitude;
    }

    /** Degrees, or NaN. */
    public float birthLongitude() {
        return b.longitude;
    }

    /** Prints no value. */
    @Override
    public String toString() {
        return "PersonRecord[" + b.kind + "]";
    }

    /** Name parts as the source keeps them. */
    public record NameParts(String given, String middle, String family) {
        /** The parts in the usual order. */
        public String joined() {
            return (given + " " + middle + " " + family).strip();
        }
    }

    /** Collects what a source says; blank values are passed over, unreadable ones kept out. */
    public static final class Builder {
        private final String id;
        private Kind kind = Kind.PERSON;
        private final List<String> names = new ArrayList<>(2);
        private @Nullable NameParts parts;
        private List<String> aliases = List.of();
        private List<String> weakAliases = List.of();
        private @Nullable String fatherName;
        private List<DateReading> birthDates = List.of();
        private int age = -1;
        private char sex;
        private List<String> nationalities = List.of();
        private List<String> birthPlaces = List.of();
        private List<String> documents = List.of();
        private List<String> phones = List.of();
        private List<String> emails = List.of();
        private Map<String, List<String>> texts = Map.of();
        private float latitude = Float.NaN;
        private float longitude = Float.NaN;

        private Builder(String id) {
            this.id = id;
        }

        public Builder kind(Kind value) {
            kind = value;
            return this;
        }

        /** A full name as written. */
        public Builder name(String value) {
            if (!value.isBlank() && !names.contains(value) && names.size() < MAX_VALUES) {
                names.add(value.strip());
            }
            return this;
        }

        /** Name parts that the source keeps apart. */
        public Builder parts(String given, String middle, String family) {
            parts = new NameParts(given.strip(), middle.strip(), family.strip());
            return this;
        }

        public Builder alias(String value) {
            aliases = with(aliases, value);
            return this;
        }

        public Builder weakAlias(String value) {
            weakAliases = with(weakAliases, value);
            return this;
        }

        public Builder fatherName(String value) {
            fatherName = value.isBlank() ? fatherName : value.strip();
            return this;
        }

        /** A date as written, in any form that {@link DateReading} reads. */
        public Builder birthDate(String written) {
            DateReading.read(written).ifPresent(this::birthDate);
            return this;
        }

        public Builder birthDate(DateReading reading) {
            if (birthDates.size() < MAX_VALUES) {
                List<DateReading> more = new ArrayList<>(birthDates);
                more.add(reading);
                birthDates = List.copyOf(more);
            }
            return this;
        }

        /** An age as written ("26", "26 years", "26-28") and the day on which it held, if known. */
        public Builder age(String written, Optional<LocalDate> heldOn) {
            String digits = org.moei.records.Texts.asciiDigits(written).replaceAll("\\D+", " ").strip();
            int first = digits.isEmpty() ? -1 : Integer.parseInt(digits.split(" ")[0].substring(0, Math.min(3, digits.split(" ")[0].length())));
            return first < 0 || first > 120 ? this : age(first, heldOn);
        }

        /** An age in completed years (0 to 120) and the day on which it held, if known. */
        public Builder age(int years, Optional<LocalDate> heldOn) {
            age = years;
            heldOn.ifPresent(day -> birthDate(DateReading.ofAge(years, day)));
            return this;
        }

        /** A word for the sex in any language of the interface. */
        public Builder sex(String written) {
            Sexes.find(written).ifPresent(s -> sex = s);
            return this;
        }

        /** A country as a code, a name or a nationality. */
        public Builder nationality(String written) {
            Countries.find(written).ifPresent(c -> nationalities = with(nationalities, c));
            return this;
        }

        public Builder birthPlace(String value) {
            birthPlaces = with(birthPlaces, value);
            return this;
        }

        /** A passport, identity card or other number as written. */
        public Builder document(String written) {
            Documents.normal(written).ifPresent(d -> documents = with(documents, d));
            return this;
        }

        public Builder phone(String written) {
            Phones.normal(written).ifPresent(p -> phones = with(phones, p));
            return this;
        }

        public Builder email(String written) {
            if (written.indexOf('@') > 0) {
                emails = with(emails, written.toLowerCase(java.util.Locale.ROOT));
            }
            return this;
        }

        /** Another comparable value under its field key. */
        public Builder text(String key, String value) {
            if (!value.isBlank()) {
                texts = texts.isEmpty() ? new LinkedHashMap<>() : texts;
                texts.merge(key, List.of(value.strip()), (old, one) -> with(old, one.getFirst()));
            }
            return this;
        }

        /** Where the person was born, in degrees; NaN where unknown. */
        public Builder birthPlaceAt(float degreesNorth, float degreesEast) {
            latitude = degreesNorth;
            longitude = degreesEast;
            return this;
        }

        public PersonRecord build() {
            return new PersonRecord(this);
        }

        private static List<String> with(List<String> before, String value) {
            String text = value.strip();
            if (text.isEmpty() || before.size() >= MAX_VALUES || before.contains(text)) {
                return before;
            }
            if (before.isEmpty()) {
                return List.of(text);
            }
            List<String> more = new ArrayList<>(before);
            more.add(text);
            return more;
        }
    }
}
