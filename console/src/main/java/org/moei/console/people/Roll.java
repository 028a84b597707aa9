package org.moei.console.people;

import com.ibm.icu.text.Transliterator;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.moei.base.Ids;
import org.moei.console.layout.Nations;
import org.moei.console.layout.Texts;
import org.moei.console.layout.Track;
import org.moei.console.layout.Written;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.journal.Recorded;
import org.moei.protection.Protection;
import org.moei.protection.people.Consents;
import org.moei.protection.people.Description;
import org.moei.protection.people.Entry;
import org.moei.protection.people.People;
import org.moei.protection.people.RecordKind;
import org.moei.protection.people.Roster;
import org.moei.records.DateReading;

/** People from the roster and their sealed pages. */
public final class Roll implements PeopleView {
    private static final int PAGE = 32;
    private static final int MOST_ROWS = 12;
    private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; NFC");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

    private final Protection protection;
    private final Ids ids;
    private final InstantSource clock;
    private final ZoneId zone;

    public Roll(Protection protection, Ids ids, InstantSource clock, ZoneId zone) {
        this.protection = protection;
        this.ids = ids;
        this.clock = clock;
        this.zone = zone;
    }

    private Hand hand(Viewer viewer) {
        return new Hand(viewer, ids, clock.instant(), "console");
    }

    private enum Sieve {
        HERE(PersonWords::isHere),
        ALONE(e -> PersonWords.isHere(e) && e.ageBand().equals("0-17")),
        URGENT(e -> PersonWords.isHere(e) && !e.urgent().isEmpty()),
        GAPS(e -> PersonWords.isHere(e) && !e.gaps().isEmpty()),
        SEAT(e -> PersonWords.isHere(e) && e.gaps().contains(org.moei.protection.people.Track.SCREENING)),
        STOPPED(e -> PersonWords.isHere(e) && PersonWords.isStopped(e)),
        GONE(e -> e.kind() == RecordKind.PERSON && !e.state().equals("here"));

        private final Predicate<Entry> fits;

        Sieve(Predicate<Entry> fits) {
            this.fits = fits;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Sieve of(String key) {
            for (Sieve sieve : values()) {
                if (sieve.key().equals(key)) {
                    return sieve;
                }
            }
            return HERE;
        }
    }

    @Override
    public PeoplePage people(Viewer viewer, String filter, String after) {
        Instant now = clock.instant();
        Sieve chosen = Sieve.of(filter);
        return protection.roster().over(viewer, all -> {
            long[] counts = new long[Sieve.values().length];
            List<Entry> fitting = new ArrayList<>();
            all.filter(e -> e.kind() == RecordKind.PERSON).forEach(entry -> {
                for (Sieve sieve : Sieve.values()) {
                    if (sieve.fits.test(entry)) {
                        counts[sieve.ordinal()]++;
                        if (sieve == chosen) {
                            fitting.add(entry);
                        }
                    }
                }
            });
            fitting.sort(Comparator.comparing(Roll::byToken));
            List<Entry> shown = fitting.stream().filter(e -> byToken(e).compareTo(after) > 0).limit(PAGE + 1L).toList();
            List<Line> lines = shown.stream().limit(PAGE).map(e -> line(e, now)).toList();
            List<Filter> filters = new ArrayList<>();
            for (Sieve sieve : Sieve.values()) {
                if (counts[sieve.ordinal()] > 0) {
                    filters.add(new Filter(sieve.key(), Texts.english().of("people.filter." + sieve.key()), counts[sieve.ordinal()]));
                }
            }
            return new PeoplePage(lines, counts[chosen.ordinal()], shown.size() > PAGE ? byToken(shown.get(PAGE - 1)) : "", filters, chosen.key());
        });
    }

    /** Numbers of one length sort as text; longer numbers come later. */
    private static String byToken(Entry entry) {
        return (char) ('A' + entry.token().length()) + entry.token();
    }

    private static Line line(Entry entry, Instant now) {
        return new Line(
                entry.id(), entry.token(), PersonWords.from(entry), "", PersonWords.tracks(entry, now, false), PersonWords.open(entry), PersonWords.isStopped(entry),
                PersonWords.isHere(entry) ? PersonWords.age(entry.made(), now) : "–");
    }

    @Override
    public Optional<UUID> findByToken(Viewer viewer, String token) {
        String upper = token.toUpperCase(Locale.ROOT).replace(' ', '-');
        return protection.roster().findByToken(viewer, upper).map(Entry::id);
    }

    @Override
    public Optional<PersonPage> person(Viewer viewer, UUID person) {
        Map<String, byte[]> open = protection.people().open(viewer, Permission.PERSON_SEE, person, "person");
        return protection.roster().find(viewer, person).filter(e -> e.kind() == RecordKind.PERSON).map(entry -> page(viewer, entry, open));
    }

    private PersonPage page(Viewer viewer, Entry entry, Map<String, byte[]> open) {
        Instant now = clock.instant();
        List<Fact> facts = facts(entry, open);
        List<OnList> onLists = new ArrayList<>();
        List<Entry> rows = protection.roster().linked(viewer, entry.id()).stream().filter(e -> e.kind() == RecordKind.LIST_ROW).limit(MOST_ROWS).toList();
        Map<UUID, Map<String, byte[]>> opened = protection.people().openAll(viewer, Permission.PERSON_SEE, rows.stream().map(Entry::id).toList(), "person");
        for (Entry row : rows) {
            fromRow(row, opened.getOrDefault(row.id(), Map.of()), facts, onLists);
        }
        facts.sort(Comparator.comparingInt(f -> List.of("name", "birth", "nationality", "sex", "language", "document", "phone").indexOf(f.field())));
        Optional<Written> headline = facts.stream().filter(f -> f.field().equals("name")).map(Fact::written).findFirst();
        List<Track> tracks = PersonWords.tracks(entry, now, true);
        String gap = gap(entry);
        return new PersonPage(
                entry.id(), entry.token(), headline, summary(entry), tracks, gap, gap.isEmpty() ? "" : Texts.english().of("people.gap-advice"), PersonWords.isStopped(entry), facts,
                consents(entry, open), companions(viewer, entry), acts(viewer, entry), onLists,
                viewer.role().permits(Permission.PERSON_EDIT), viewer.role().permits(Permission.CONSENT_RECORD), viewer.role().permits(Permission.SCREENING_SEE), Optional.empty());
    }

    private static String gap(Entry entry) {
        if (PersonWords.isStopped(entry)) {
            return Texts.english().of("people.stopped-sentence");
        }
        List<String> missing = new ArrayList<>(entry.gaps().stream().map(track -> Texts.english().of("gap." + track.id())).toList());
        boolean seat = entry.track(org.moei.protection.people.Track.SEAT).isSettled();
        if (seat && !entry.declared() && PersonWords.isHere(entry)) {
            missing.add(Texts.english().of("gap.wish"));
        }
        return missing.isEmpty() ? "" : Texts.english().of(seat ? "people.gap-seat" : "people.gap", String.join(", ", missing));
    }

    private static String summary(Entry entry) {
        List<String> words = new ArrayList<>();
        words.add(Texts.english().of("sex." + (entry.sex().isEmpty() ? "none" : entry.sex().toLowerCase(Locale.ROOT))));
        if (!entry.ageBand().isEmpty()) {
            words.add(entry.ageBand());
        }
        words.add(Nations.name(entry.nationality()));
        if (!entry.language().isEmpty()) {
            words.add(Texts.english().of("people.speaks-language", Nations.language(entry.language())));
        }
        if (!entry.howOut().isEmpty()) {
            words.add(entry.howOut());
        }
        return String.join(" · ", words);
    }

    private List<Fact> facts(Entry entry, Map<String, byte[]> open) {
        List<Fact> facts = new ArrayList<>();
        People.read(open, "names", Description.Names.class, new Description.Names(List.of())).names().forEach(name -> {
            if (!name.written().isEmpty()) {
                facts.add(name(Written.of(name.written(), name.language()), name.kind(), said(name.saidBy()), "", Optional.empty()));
            }
        });
        People.read(open, "births", Description.Births.class, new Description.Births(List.of())).births()
                .forEach(birth -> facts.add(birth(birth.written(), birth.saidOn(), said(birth.saidBy()), "", Optional.empty())));
        People.read(open, "documents", Description.Documents.class, new Description.Documents(List.of())).documents()
                .forEach(d -> facts.add(new Fact("document", Written.latin(d.number()), d.kind(), Nations.name(d.state()), "", said(d.saidBy()), "", Optional.empty())));
        People.read(open, "contacts", Description.Contacts.class, new Description.Contacts(List.of())).contacts()
                .forEach(c -> facts.add(new Fact("phone", Written.latin(c.value()), c.kind(), c.whose(), "", said("person"), "", Optional.empty())));
        Description.Notes notes = People.read(open, "notes", Description.Notes.class, new Description.Notes("", List.of(), "", ""));
        for (String language : notes.languages()) {
            facts.add(new Fact("language", Written.of(language), Nations.language(language), "", "", said("person"), "", Optional.empty()));
        }
        if (!entry.nationality().isEmpty()) {
            facts.add(new Fact("nationality", Written.latin(entry.nationality()), Nations.name(entry.nationality()), "", "", Texts.english().of("people.at-desk"), DAY.format(entry.made().atZone(zone)), Optional.empty()));
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

    private static Fact name(Written written, String kind, String source, String when, Optional<UUID> link) {
        String latin = LATIN.transliterate(written.text());
        String note = kind.isEmpty() || kind.equals("full") ? "" : Texts.english().of("name." + kind);
        return new Fact("name", written, latin.equals(written.text()) ? "" : latin, note, "", source, when, link);
    }

    private static Fact birth(String written, String saidOn, String source, String when, Optional<UUID> link) {
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
                .map(a -> Texts.english().of("people.calendar", a.calendar().name().toLowerCase(Locale.ROOT).replace('_', ' ')))
                .orElse(Texts.english().of("people.not-read"));
        return new Fact("birth", Written.of(written), read, age ? Texts.english().of("people.from-age") : doubt, "", source, when, link);
    }

    /** A list row as sealed. */
    private record Row(long row, Map<String, List<String>> values, Map<String, String> others, String date) {}

    private void fromRow(Entry row, Map<String, byte[]> open, List<Fact> facts, List<OnList> onLists) {
        Row content = People.read(open, "row", Row.class, new Row(row.row(), Map.of(), Map.of(), ""));
        Optional<UUID> list = row.list().isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(row.list()));
        String name = list.flatMap(id -> protection.reception().lists().find(id)).map(v -> v.about().name()).orElse("");
        String source = Texts.english().of("people.row-of", name, row.row());
        Map<String, List<String>> values = content.values() == null ? Map.of() : content.values();
        for (Map.Entry<String, List<String>> field : values.entrySet()) {
            for (String written : field.getValue()) {
                switch (field.getKey()) {
                    case "name", "given_name", "family_name", "father_name", "alias" -> facts.add(name(Written.of(written), field.getKey().equals("name") ? "" : field.getKey().replace("_name", ""), source, content.date(), Optional.of(row.id())));
                    case "birth_date", "age" -> facts.add(birth(written, content.date(), source, content.date(), Optional.of(row.id())));
                    case "document" -> facts.add(new Fact("document", Written.latin(written), "", "", "", source, content.date(), Optional.of(row.id())));
                    default -> { }
                }
            }
        }
        list.ifPresent(id -> onLists.add(new OnList(id, source)));
    }

    private static List<Consent> consents(Entry entry, Map<String, byte[]> open) {
        List<Consent> answers = new ArrayList<>();
        for (Map.Entry<String, String> asked : Consents.ASKED) {
            String key = Consents.group(asked.getKey(), asked.getValue());
            Roster.ConsentContent none = new Roster.ConsentContent(asked.getKey(), asked.getValue(), "", "", "", "", "");
            Roster.ConsentContent content = People.read(open, key, Roster.ConsentContent.class, none);
            String answer = switch (content.state()) {
                case "given" -> "yes";
                case "refused", "revoked" -> "no";
                default -> "not-asked";
            };
            answers.add(new Consent(asked.getValue(), recipient(asked.getKey(), entry), answer, content.words() == null ? "" : content.words()));
        }
        return answers;
    }

    private static String recipient(String key, Entry entry) {
        if (!key.equals(Consents.OWN_EMBASSY)) {
            return "";
        }
        return entry.nationality().isEmpty() ? Texts.english().of("people.own-state") : Nations.name(entry.nationality());
    }

    private List<Companion> companions(Viewer viewer, Entry entry) {
        if (entry.group().isEmpty()) {
            return List.of();
        }
        return protection.roster().list(viewer, e -> e.group().equals(entry.group()) && !e.id().equals(entry.id()) && e.kind() == RecordKind.PERSON, 12).stream()
                .map(e -> new Companion(e.id(), e.token(), false, true, ""))
                .toList();
    }

    private List<Act> acts(Viewer viewer, Entry entry) {
        List<Act> acts = new ArrayList<>();
        for (Recorded each : protection.people().timeline(viewer, entry.id(), Long.MAX_VALUE, 60)) {
            String key = "act." + each.envelope().type();
            String words = Texts.english().has(key) ? Texts.english().of(key) : each.envelope().type();
            String note = each.envelope().purpose().isEmpty() ? "" : Texts.english().of("people.act-by", each.envelope().agency(), Texts.english().of("purpose." + each.envelope().purpose()));
            acts.add(new Act(each.envelope().happened(), Optional.empty(), words, note, false));
        }
        acts.sort(Comparator.comparing(Act::at).reversed());
        return acts;
    }

    @Override
    public void say(Viewer viewer, UUID person, Statement statement) {
        Entry entry = protection.roster().find(viewer, person).orElseThrow(org.moei.foundation.access.Authoriser::denied);
        protection.foundation().authoriser().require(viewer, Permission.PERSON_EDIT);
        Map<String, byte[]> open = protection.people().open(viewer, Permission.PERSON_SEE, person, "person");
        String today = clock.instant().atZone(zone).toLocalDate().toString();
        Object content = switch (statement.field()) {
            case "name" -> new Description.Names(with(
                    People.read(open, "names", Description.Names.class, new Description.Names(List.of())).names(),
                    new Description.Name(statement.text(), statement.language().isEmpty() ? Written.of(statement.text()).language() : statement.language(), "full", statement.saidBy())));
            case "birth" -> new Description.Births(with(
                    People.read(open, "births", Description.Births.class, new Description.Births(List.of())).births(),
                    new Description.Birth(statement.text(), "date", statement.saidBy(), today)));
            case "document" -> new Description.Documents(with(
                    People.read(open, "documents", Description.Documents.class, new Description.Documents(List.of())).documents(),
                    new Description.Document("passport", entry.nationality(), statement.text(), statement.saidBy())));
            case "phone" -> new Description.Contacts(with(
                    People.read(open, "contacts", Description.Contacts.class, new Description.Contacts(List.of())).contacts(),
                    new Description.Contact("phone", statement.text(), statement.saidBy())));
            default -> {
                Description.Notes notes = People.read(open, "notes", Description.Notes.class, new Description.Notes("", List.of(), "", ""));
                yield statement.field().equals("language")
                        ? new Description.Notes(notes.origin(), with(notes.languages(), statement.text()), notes.needs(), notes.note())
                        : new Description.Notes(statement.text(), notes.languages(), notes.needs(), notes.note());
            }
        };
        protection.people().keep(protection.people().describe(hand(viewer), person, entry.version(), content));
    }

    private static <T> List<T> with(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }

    @Override
    public void consent(Viewer viewer, UUID person, String purpose, String recipient, String answer, String words) {
        protection.foundation().authoriser().require(viewer, Permission.CONSENT_RECORD);
        if (protection.roster().find(viewer, person).isEmpty()) {
            throw org.moei.foundation.access.Authoriser.denied();
        }
        String key = Consents.ASKED.stream().filter(a -> a.getValue().equals(purpose)).map(Map.Entry::getKey).findFirst().orElseThrow(org.moei.foundation.access.Authoriser::denied);
        String state = answer.equals("yes") ? "given" : "refused";
        protection.people().keep(protection.people().consent(hand(viewer), person, key, purpose, state, words, "", "", ""));
    }

    @Override
    public void unlink(Viewer viewer, UUID person, UUID link, String reason) {
        requireBoth(viewer, person, link);
        protection.people().keep(protection.people().unlink(hand(viewer), person, link));
    }

    @Override
    public void relink(Viewer viewer, UUID person, UUID link) {
        requireBoth(viewer, person, link);
        protection.people().keep(protection.people().link(hand(viewer), person, link, "human", Double.NaN));
    }

    private void requireBoth(Viewer viewer, UUID one, UUID other) {
        protection.foundation().authoriser().require(viewer, Permission.PAIR_REVIEW);
        if (protection.roster().find(viewer, one).isEmpty() || protection.roster().find(viewer, other).isEmpty()) {
            throw org.moei.foundation.access.Authoriser.denied();
        }
    }
}
