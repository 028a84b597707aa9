package org.moei.console.people;

import com.ibm.icu.text.Transliterator;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.moei.console.layout.Nations;
import org.moei.console.layout.Texts;
import org.moei.console.layout.Written;
import org.moei.protection.Protection;
import org.moei.protection.people.Description;
import org.moei.protection.people.Entry;
import org.moei.protection.people.People;
import org.moei.records.DateReading;
import org.moei.records.WrittenCalendar;

/** What is known of somebody, as written beside as read, each line with who says so. Nothing is merged. */
final class PersonFacts {
    /** The order in which fields stand. */
    static final List<String> ORDER = List.of("name", "birth", "nationality", "sex", "language", "document", "phone");

    private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; NFC");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

    private final Protection protection;
    private final ZoneId zone;

    PersonFacts(Protection protection, ZoneId zone) {
        this.protection = protection;
        this.zone = zone;
    }

    /** What was said of somebody, group by group. */
    List<PeopleView.Fact> of(Entry entry, Map<String, byte[]> open) {
        List<PeopleView.Fact> facts = new ArrayList<>();
        People.read(open, "names", Description.Names.class, new Description.Names(List.of())).names().forEach(name -> {
            if (!name.written().isEmpty()) {
                facts.add(name(Written.of(name.written(), name.language()), name.kind(), said(name.saidBy()), "", Optional.empty()));
            }
        });
        People.read(open, "births", Description.Births.class, new Description.Births(List.of())).births()
                .forEach(birth -> facts.add(birth(birth.written(), birth.saidOn(), said(birth.saidBy()), "", Optional.empty())));
        People.read(open, "documents", Description.Documents.class, new Description.Documents(List.of())).documents()
                .forEach(d -> facts.add(new PeopleView.Fact("document", Written.latin(d.number()), d.kind(), Nations.name(d.state()), "", said(d.saidBy()), "", Optional.empty())));
        People.read(open, "contacts", Description.Contacts.class, new Description.Contacts(List.of())).contacts()
                .forEach(c -> facts.add(new PeopleView.Fact("phone", Written.latin(c.value()), c.kind(), c.whose(), "", said("person"), "", Optional.empty())));
        Description.Notes notes = People.read(open, "notes", Description.Notes.class, new Description.Notes("", List.of(), ""));
        for (String language : notes.languages()) {
            facts.add(new PeopleView.Fact("language", Written.of(language), Nations.language(language), "", "", said("person"), "", Optional.empty()));
        }
        if (!entry.nationality().isEmpty()) {
            facts.add(new PeopleView.Fact("nationality", Written.latin(entry.nationality()), Nations.name(entry.nationality()), "", "", Texts.english().of("people.at-desk"), DAY.format(entry.made().atZone(zone)), Optional.empty()));
        }
        return facts;
    }

    private static String said(String by) {
        return switch (by) {
            case "person", "paper", "family", "officer" -> Texts.english().of("people.said-by." + by);
            case "" -> Texts.english().of("answer.not-known");
            default -> by;
        };
    }

    private static PeopleView.Fact name(Written written, String kind, String source, String when, Optional<UUID> link) {
        String latin = LATIN.transliterate(written.text());
        String note = kind.isEmpty() || kind.equals("full") || kind.equals("name") ? "" : Texts.english().of("name." + kind.replace("_name", ""));
        return new PeopleView.Fact("name", written, latin.equals(written.text()) ? "" : latin, note, "", source, when, link);
    }

    private static PeopleView.Fact birth(String written, String saidOn, String source, String when, Optional<UUID> link) {
        Optional<LocalDate> on = saidOn.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(saidOn));
        boolean age = written.matches("\\d{1,3}");
        Optional<DateReading> reading = age && on.isPresent() && Integer.parseInt(written) <= 130
                ? Optional.of(DateReading.ofAge(Integer.parseInt(written), on.get()))
                : DateReading.read(written);
        String read = reading.map(r -> r.earliest().equals(r.latest())
                        ? Texts.english().of("people.born-on", DAY.format(r.earliest()))
                        : Texts.english().of("people.born-between", DAY.format(r.earliest()), DAY.format(r.latest())))
                .orElse("");
        String doubt = reading.map(r -> r.alternatives().getFirst())
                .map(a -> a.calendar() == WrittenCalendar.GREGORIAN ? "" : Texts.english().of("people.calendar", a.calendar().name().toLowerCase(Locale.ROOT).replace('_', ' ')))
                .orElse(Texts.english().of("people.not-read"));
        return new PeopleView.Fact("birth", Written.of(written), read, age ? Texts.english().of("people.from-age") : doubt, "", source, when, link);
    }

    /** A list row as sealed. */
    private record Row(long row, Map<String, List<String>> values, Map<String, String> others, String date) {}

    /** What a list row says, and where it stands. */
    void addRow(Entry row, Map<String, byte[]> open, List<PeopleView.Fact> facts, List<PeopleView.OnList> onLists) {
        Row content = People.read(open, "row", Row.class, new Row(row.row(), Map.of(), Map.of(), ""));
        Optional<UUID> list = row.list().isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(row.list()));
        String name = list.flatMap(id -> protection.reception().lists().find(id)).map(v -> Texts.english().of("people.list-version", v.about().name(), v.about().version())).orElse("");
        String when = content.date().matches("\\d{4}-\\d{2}-\\d{2}") ? DAY.format(LocalDate.parse(content.date())) : content.date();
        String source = Texts.english().of("people.row-of", name, row.row());
        Map<String, List<String>> values = content.values() == null ? Map.of() : content.values();
        for (Map.Entry<String, List<String>> field : values.entrySet()) {
            for (String written : field.getValue()) {
                switch (field.getKey()) {
                    case "name", "given_name", "family_name", "father_name", "alias" -> facts.add(name(Written.of(written), field.getKey().equals("name") ? "" : field.getKey().replace("_name", ""), source, when, Optional.of(row.id())));
                    case "birth_date", "age" -> facts.add(birth(written, content.date(), source, when, Optional.of(row.id())));
                    case "document" -> facts.add(new PeopleView.Fact("document", Written.latin(written), "", "", "", source, when, Optional.of(row.id())));
                    default -> { }
                }
            }
        }
        list.ifPresent(id -> onLists.add(new PeopleView.OnList(id, row.id(), source, when)));
    }

    /** The very same statement of several sources stands once, with all of them; statements that differ stay apart. */
    static List<PeopleView.Fact> folded(List<PeopleView.Fact> facts) {
        Map<String, PeopleView.Fact> folded = new LinkedHashMap<>();
        for (PeopleView.Fact fact : facts) {
            String key = String.join("\n", fact.field(), fact.written().text(), fact.read(), fact.doubt());
            folded.merge(key, fact, (first, more) -> {
                List<String> also = new ArrayList<>(first.also());
                also.add(more.when().isEmpty() ? more.source() : more.source() + ", " + more.when());
                return new PeopleView.Fact(
                        first.field(), first.written(), first.read(), first.doubt(), first.apart(), first.source(), first.when(), first.link(), List.copyOf(also));
            });
        }
        return new ArrayList<>(folded.values());
    }

    /** The name at the top: whole as the person or a paper gives it, else its parts together, else as a list has it. */
    static Optional<Written> headline(List<PeopleView.Fact> facts, Map<String, byte[]> open) {
        List<Description.Name> own = People.read(open, "names", Description.Names.class, new Description.Names(List.of())).names();
        Optional<Written> whole = own.stream()
                .filter(n -> List.of("", "full", "name").contains(n.kind()) && !n.written().isEmpty())
                .map(n -> Written.of(n.written(), n.language()))
                // Their own script before its Latin spelling.
                .min(Comparator.comparing((Written w) -> w.language().isEmpty()));
        if (whole.isPresent()) {
            return whole;
        }
        List<String> parts = new ArrayList<>();
        for (String kind : List.of("given", "middle", "father", "family")) {
            own.stream().filter(n -> n.kind().equals(kind) || n.kind().equals(kind + "_name")).map(Description.Name::written).findFirst().ifPresent(parts::add);
        }
        return parts.isEmpty() ? facts.stream().filter(f -> f.field().equals("name")).map(PeopleView.Fact::written).findFirst() : Optional.of(Written.of(String.join(" ", parts)));
    }
}
