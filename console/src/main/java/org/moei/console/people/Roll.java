package org.moei.console.people;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.moei.base.Ids;
import org.moei.base.Problem;
import org.moei.console.layout.Names;
import org.moei.console.layout.Nations;
import org.moei.console.layout.Texts;
import org.moei.console.layout.Track;
import org.moei.console.layout.Written;
import org.moei.foundation.access.Authoriser;
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
import org.moei.protection.reception.ArrivalBook;

/** People from the roster and their sealed pages. */
public final class Roll implements PeopleView {
    private static final int PAGE = 32;
    private static final int MOST_ROWS = 12;

    private final Protection protection;
    private final Names names;
    private final Ids ids;
    private final InstantSource clock;
    private final ZoneId zone;

    public Roll(Protection protection, Names names, Ids ids, InstantSource clock, ZoneId zone) {
        this.protection = protection;
        this.names = names;
        this.ids = ids;
        this.clock = clock;
        this.zone = zone;
    }

    private Hand hand(Viewer viewer) {
        return new Hand(viewer, ids, clock.instant(), "console");
    }

    private enum Sieve {
        HERE(PersonWords::isHere),
        ALONE(e -> PersonWords.isHere(e) && e.isChild()),
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
        PersonFacts reader = new PersonFacts(protection, zone);
        List<Fact> facts = reader.of(entry, open);
        List<OnList> onLists = new ArrayList<>();
        List<Entry> rows = protection.roster().linked(viewer, entry.id()).stream().filter(e -> e.kind() == RecordKind.LIST_ROW).limit(MOST_ROWS).toList();
        Map<UUID, Map<String, byte[]>> opened = protection.people().openAll(viewer, Permission.PERSON_SEE, rows.stream().map(Entry::id).toList(), "person");
        for (Entry row : rows) {
            reader.addRow(row, opened.getOrDefault(row.id(), Map.of()), facts, onLists);
        }
        facts.sort(Comparator.comparingInt(f -> PersonFacts.ORDER.indexOf(f.field())));
        Optional<Written> headline = PersonFacts.headline(facts, open);
        facts = PersonFacts.folded(facts);
        List<Track> tracks = PersonWords.tracks(entry, now, true);
        String gap = gap(entry);
        return new PersonPage(
                entry.id(), entry.token(), headline, summary(entry), tracks, gap, gap.isEmpty() ? "" : Texts.english().of("people.gap-advice"), PersonWords.isStopped(entry), facts,
                ConsentAnswers.of(entry, open), companions(viewer, entry, open), acts(viewer, entry), onLists,
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
            words.add(PersonWords.wayOut(entry));
        }
        return String.join(" · ", words);
    }

    @Override
    public Optional<ConsentPage> consents(Viewer viewer, UUID person) {
        Map<String, byte[]> open = protection.people().open(viewer, Permission.PERSON_SEE, person, "consents");
        return protection.roster().find(viewer, person).map(entry -> new ConsentPage(
                person, entry.token(), Nations.language(entry.language()), entry.isChild(), ConsentWords.of(entry.language()).filter(words -> !words.language().equals("en")),
                ConsentAnswers.of(entry, open), viewer.role().permits(Permission.CONSENT_RECORD)));
    }

    private List<Companion> companions(Viewer viewer, Entry entry, Map<String, byte[]> open) {
        List<Companion> companions = new ArrayList<>();
        for (UUID other : protection.keepApart().of(entry.id())) {
            Optional<Entry> seen = protection.roster().find(viewer, other);
            boolean own = protection.keepApart().isSaidBy(entry.id(), other);
            seen.ifPresent(e -> companions.add(new Companion(e.id(), e.token(), true, false, Texts.english().of(own ? "people.apart-said-here" : "people.apart-said-there"), own)));
        }
        if (!entry.group().isEmpty()) {
            protection.roster().list(viewer, e -> e.group().equals(entry.group()) && !e.id().equals(entry.id()) && e.kind() == RecordKind.PERSON, 12)
                    .forEach(e -> companions.add(new Companion(e.id(), e.token(), false, true, "", false)));
        }
        String with = People.read(open, ArrivalBook.LINE, ArrivalBook.Line.class, ArrivalBook.Line.EMPTY).with();
        protection.roster().findByToken(viewer, with).filter(e -> companions.stream().noneMatch(c -> c.person().equals(e.id())))
                .ifPresent(e -> companions.add(new Companion(e.id(), e.token(), false, false, "", false)));
        return companions;
    }

    private List<Act> acts(Viewer viewer, Entry entry) {
        List<Act> acts = new ArrayList<>();
        for (Recorded each : protection.people().timeline(viewer, entry.id(), Long.MAX_VALUE, 60)) {
            String key = "act." + each.envelope().type();
            String words = Texts.english().has(key) ? Texts.english().of(key) : each.envelope().type();
            String note = each.envelope().purpose().isEmpty() ? "" : Texts.english().of("people.act-by", names.of(each.envelope().agency()), Texts.english().of("purpose." + each.envelope().purpose()));
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
                Description.Notes notes = People.read(open, "notes", Description.Notes.class, new Description.Notes("", List.of(), ""));
                yield statement.field().equals("language")
                        ? new Description.Notes(notes.origin(), with(notes.languages(), statement.text()), notes.note())
                        : new Description.Notes(statement.text(), notes.languages(), notes.note());
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
    public void consent(Viewer viewer, UUID person, String purpose, ConsentAnswer answer) {
        protection.foundation().authoriser().require(viewer, Permission.CONSENT_RECORD);
        Entry entry = protection.roster().find(viewer, person).orElseThrow(Authoriser::denied);
        String recipient = Consents.ASKED.stream().filter(a -> a.getValue().equals(purpose)).map(Map.Entry::getKey).findFirst().orElseThrow(Authoriser::denied);
        Consents.State state = switch (answer.answer()) {
            case "yes" -> Consents.State.GIVEN;
            case "no" -> entry.hasConsent(recipient, purpose) ? Consents.State.REVOKED : Consents.State.REFUSED;
            default -> Consents.State.UNANSWERED;
        };
        protection.people().keep(protection.people().consent(hand(viewer), person, recipient, purpose, new Consents.Answer(
                state, answer.words(), answer.interpreter(), answer.present(), answer.withholdFrom(), answer.guardian(), answer.bestInterest())));
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

    @Override
    public void keepApart(Viewer viewer, UUID person, String token, String words) {
        UUID other = findByToken(viewer, token).orElseThrow(() -> Problem.of(Problem.Kind.WRONG_USE, "apart-token", Texts.english().of("people.apart-wrong")).asException());
        protection.people().keep(protection.keepApart().ask(hand(viewer), person, other, words));
    }

    @Override
    public void liftApart(Viewer viewer, UUID person, UUID other, String reason) {
        if (!protection.keepApart().isSaidBy(person, other)) {
            throw Authoriser.denied();
        }
        protection.people().keep(protection.keepApart().lift(hand(viewer), person, other, reason));
    }

    private void requireBoth(Viewer viewer, UUID one, UUID other) {
        protection.foundation().authoriser().require(viewer, Permission.PAIR_REVIEW);
        if (protection.roster().find(viewer, one).isEmpty() || protection.roster().find(viewer, other).isEmpty()) {
            throw Authoriser.denied();
        }
    }
}
