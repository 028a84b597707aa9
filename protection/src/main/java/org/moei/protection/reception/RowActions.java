package org.moei.protection.reception;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.moei.base.Problem;
import org.moei.foundation.access.Hand;
import org.moei.foundation.journal.Action;
import org.moei.protection.people.Description;
import org.moei.protection.people.RecordKind;
import org.moei.protection.people.Tokens;
import org.moei.protection.people.Track;
import org.moei.records.Countries;
import org.moei.records.DateReading;
import org.moei.records.Documents;
import org.moei.records.Field;
import org.moei.records.RawRecord;
import org.moei.records.Sexes;
import org.moei.records.Texts;

/**
 * What a row of a list becomes: a record with a key of its own, its few clear fields read, everything as written sealed.
 */
final class RowActions {
    private static final Pattern TOKEN = Pattern.compile("\\D{0,3}(\\d{1,7})(?:-(\\d))?");
    private static final long AGAIN = 10_000_000;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final boolean rehearsal;
    private final AtomicLong nextToken;

    /**
     * For an operation or a rehearsal.
     *
     * @param nextToken the number of the next token
     */
    RowActions(boolean rehearsal, AtomicLong nextToken) {
        this.rehearsal = rehearsal;
        this.nextToken = nextToken;
    }

    /**
     * A column that holds "age or date" is read cell by cell: a number of up to three digits is an age, anything else a date.
     * An embassy's list says nothing of nationality because all on it have hers.
     */
    static RawRecord settled(RawRecord raw, ListFile about) {
        Map<Field, List<String>> values = new java.util.EnumMap<>(Field.class);
        values.putAll(raw.values());
        List<String> dates = new ArrayList<>();
        List<String> ages = new ArrayList<>();
        for (Field field : List.of(Field.BIRTH_DATE, Field.AGE)) {
            for (String written : raw.all(field)) {
                String plain = written.replace("~", "").strip();
                (plain.length() <= 3 && NUMBER.matcher(Texts.asciiDigits(plain)).matches() ? ages : dates).add(written);
            }
        }
        put(values, Field.BIRTH_DATE, dates);
        put(values, Field.AGE, ages);
        if (!about.nationality().isEmpty() && raw.all(Field.NATIONALITY).isEmpty()) {
            values.put(Field.NATIONALITY, List.of(about.nationality()));
        }
        return new RawRecord(raw.id(), raw.row(), values, raw.others());
    }

    private static void put(Map<Field, List<String>> values, Field field, List<String> all) {
        if (all.isEmpty()) {
            values.remove(field);
        } else {
            values.put(field, List.copyOf(all));
        }
    }

    /** A row as written, sealed under the record's key, group {@code row}. */
    public record RowContent(long row, Map<String, List<String>> values, Map<String, String> others, String date) {
        public RowContent {
            values = values == null ? Map.of() : values;
            others = others == null ? Map.of() : others;
        }
    }

    /** Why a row that could be read is still no row of a person: no name, an impossible date, a document that fails its check. */
    Optional<Problem> findProblem(RawRecord raw, ListFile about) {
        if (about.kind() == ListFile.Kind.COUNTS) {
            return Optional.empty();
        }
        boolean named = raw.values().keySet().stream().anyMatch(Field::isName);
        if (!named && about.kind() != ListFile.Kind.ARRIVALS) {
            return Optional.of(refuse(about, raw, Field.NAME, "name-missing", "The row has no name.", "", "the name stands in another column: correct the mapping."));
        }
        for (String written : raw.all(Field.BIRTH_DATE)) {
            Optional<DateReading> reading = DateReading.read(written);
            if (reading.isEmpty()) {
                return Optional.of(refuse(about, raw, Field.BIRTH_DATE, "date-unreadable", "The birth date cannot be read in any calendar.", written, "year, month and day were meant, e.g. 1998-03-04."));
            }
            if (reading.isPresent() && reading.get().alternatives().stream().allMatch(a -> a.quality() == DateReading.Quality.BROKEN)) {
                return Optional.of(refuse(about, raw, Field.BIRTH_DATE, "date-impossible", "The birth date names a day or month that cannot be.", written, "day and month were swapped, or a digit is wrong."));
            }
            if (reading.isPresent() && reading.get().earliest().isAfter(about.date())) {
                return Optional.of(refuse(about, raw, Field.BIRTH_DATE, "date-in-future", "The birth date lies after the list.", written, "another calendar was meant."));
            }
        }
        for (String written : raw.all(Field.DOCUMENT)) {
            if (written.contains("<") && written.replace("\n", "").length() >= 44 && Documents.readMrz(written).map(z -> !z.problems().isEmpty()).orElse(true)) {
                return Optional.of(refuse(about, raw, Field.DOCUMENT, "document-check-digit", "The machine-readable zone fails its check digits.", written, "an O is a zero, or an I a one."));
            }
        }
        return Optional.empty();
    }

    private static Problem refuse(ListFile about, RawRecord raw, Field field, String code, String message, String value, String advice) {
        Problem problem = Problem.of(Problem.Kind.REFUSED, code, message).at(Problem.Where.row(about.name(), raw.row(), field.key())).withAdvice(advice);
        return value.isEmpty() ? problem : problem.withValue(value);
    }

    List<Action> actions(Hand hand, ListFile about, UUID list, UUID record, Function<String, UUID> ids, RawRecord raw) {
        RecordKind kind = ListImport.kindOf(about.kind());
        String place = about.place().isEmpty() ? hand.viewer().homePlace() : about.place();
        Action.Builder action = hand.act(ids.apply("action"), typeOf(about.kind()), 1)
                .touch(record, kind.id(), Action.ANY)
                .clear("list", list.toString())
                .clear("row", Long.toString(raw.row()))
                .clear("holder-place", place)
                .clear("nationality", nationality(raw))
                .clear("sex", raw.first(Field.SEX).flatMap(Sexes::find).map(String::valueOf).orElse(""))
                .clear("age-band", ageBand(raw, about.date()))
                .seal(record, "row", content(raw, about.date()));
        if (about.kind() == ListFile.Kind.ARRIVALS) {
            action.clear("token", Tokens.of(rehearsal, number(raw)))
                    .clear("language", other(raw, "language"))
                    .clear("urgent", urgent(raw))
                    .clear("state", "here")
                    .clear(Track.REGISTRATION.id(), Track.State.DONE.id());
            describe(action, record, raw, about);
        }
        return List.of(action.build());
    }

    private static String typeOf(ListFile.Kind kind) {
        return switch (kind) {
            case NAMES -> "reception.row-read";
            case COUNTS -> throw new IllegalArgumentException("A list of counts is about nobody.");
            case REQUESTS -> "tracing.request-received";
            case ARRIVALS -> "reception.arrival-read";
        };
    }

    /** A row of counts: label, total, men, women under their usual headers. */
    static ListImport.CountRow count(RawRecord raw) {
        String label = raw.first(Field.NATIONALITY).orElse(raw.first(Field.NAME).orElse(other(raw, "label")));
        return new ListImport.CountRow(label, nationality(label), number(raw, "total", "count", "people"), number(raw, "male", "men", "m"), number(raw, "female", "women", "f"));
    }

    private static long number(RawRecord raw, String... headers) {
        for (String header : headers) {
            String digits = other(raw, header).replaceAll("[,.\\s]", "");
            if (NUMBER.matcher(digits).matches()) {
                return Long.parseLong(digits);
            }
        }
        return -1;
    }

    /** A second row of one token ("T000123-2") is somebody entered twice: it gets a number far above all others. */
    private long number(RawRecord raw) {
        String column = other(raw, "token");
        Matcher token = TOKEN.matcher(column.isEmpty() ? raw.first(Field.ID).orElse("") : column);
        if (!token.matches()) {
            return nextToken.getAndIncrement();
        }
        long number = Long.parseLong(token.group(1));
        if (token.group(2) != null) {
            return AGAIN * Long.parseLong(token.group(2)) + number;
        }
        nextToken.accumulateAndGet(number + 1, Math::max);
        return number;
    }

    private static String other(RawRecord raw, String header) {
        for (Map.Entry<String, String> entry : raw.others().entrySet()) {
            if (entry.getKey().equalsIgnoreCase(header)) {
                return entry.getValue();
            }
        }
        return "";
    }

    private static String urgent(RawRecord raw) {
        String needs = other(raw, "needs");
        return needs.isEmpty() ? "" : needs.equals("?") ? "?" : "yes";
    }

    private static void describe(Action.Builder action, UUID record, RawRecord raw, ListFile about) {
        List<Description.Name> names = new ArrayList<>();
        for (Field field : List.of(Field.NAME, Field.GIVEN_NAME, Field.FAMILY_NAME, Field.FATHER_NAME, Field.ALIAS)) {
            raw.all(field).forEach(v -> names.add(new Description.Name(v, "", field.key(), about.name())));
        }
        if (!names.isEmpty()) {
            action.seal(record, "names", new Description.Names(names));
        }
        List<Description.Birth> births = new ArrayList<>();
        raw.all(Field.BIRTH_DATE).forEach(v -> births.add(new Description.Birth(v, "date", about.name(), about.date().toString())));
        raw.all(Field.AGE).forEach(v -> births.add(new Description.Birth(v, "age", about.name(), about.date().toString())));
        if (!births.isEmpty()) {
            action.seal(record, "births", new Description.Births(births));
        }
        List<Description.Document> documents = raw.all(Field.DOCUMENT).stream().map(v -> new Description.Document("passport", nationality(raw), v, about.name())).toList();
        if (!documents.isEmpty()) {
            action.seal(record, "documents", new Description.Documents(documents));
        }
        List<Description.Contact> contacts = raw.all(Field.PHONE).stream().map(v -> new Description.Contact("phone", v, "person")).toList();
        if (!contacts.isEmpty()) {
            action.seal(record, "contacts", new Description.Contacts(contacts));
        }
    }

    private static RowContent content(RawRecord raw, LocalDate date) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        raw.values().forEach((field, all) -> values.put(field.key(), all));
        return new RowContent(raw.row(), values, raw.others(), date.toString());
    }

    /** Alpha-3, {@code XXA} for a stateless person (ICAO Doc 9303-3), empty where silent or unreadable. */
    static String nationality(RawRecord raw) {
        return raw.first(Field.NATIONALITY).map(RowActions::nationality).orElse("");
    }

    static String nationality(String written) {
        if (written.equalsIgnoreCase("stateless")) {
            return "XXA";
        }
        return Countries.find(written).flatMap(Countries::alpha3).orElse("");
    }

    private static String ageBand(RawRecord raw, LocalDate on) {
        Optional<String> age = raw.first(Field.AGE).filter(a -> NUMBER.matcher(a).matches());
        if (age.isPresent()) {
            return band(Integer.parseInt(age.get()));
        }
        return raw.first(Field.BIRTH_DATE)
                .flatMap(DateReading::read)
                .filter(r -> java.time.temporal.ChronoUnit.YEARS.between(r.earliest(), r.latest()) <= 2)
                .map(r -> band(r.ageAt(on)))
                .orElse("");
    }

    /** Bands wide enough that few people are alone in one. */
    static String band(int age) {
        if (age < 0 || age > 120) {
            return "";
        }
        return age < 18 ? "0-17" : age < 25 ? "18-24" : age < 35 ? "25-34" : age < 45 ? "35-44" : "45+";
    }

    /** The record that a content is read back into. */
    static RawRecord raw(UUID record, RowContent content) {
        Map<Field, List<String>> values = new java.util.EnumMap<>(Field.class);
        content.values().forEach((key, all) -> Field.find(key).ifPresent(f -> values.put(f, all)));
        return new RawRecord(record.toString(), content.row(), values, content.others());
    }
}
