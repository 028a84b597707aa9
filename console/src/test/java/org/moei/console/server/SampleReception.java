package org.moei.console.server;

import static org.moei.console.server.SampleProtection.FIRST;
import static org.moei.console.server.SampleProtection.tracks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.moei.console.layout.Written;
import org.moei.console.lists.ListsView;
import org.moei.console.people.ArrivalsView;
import org.moei.console.people.PairsView;
import org.moei.console.people.ConsentWords;
import org.moei.console.people.PeopleView;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Viewer;

/** Lists, arrivals, people and pairs of a few invented people in memory. */
final class SampleReception implements ListsView, ArrivalsView, PeopleView, PairsView {
    private static final Instant NOW = SampleHouse.NOW;

    private final Map<UUID, List<Fact>> said = new LinkedHashMap<>();
    private final Set<UUID> unlinked = new LinkedHashSet<>();
    private final Map<UUID, Draft> drafts = new LinkedHashMap<>();
    private final Map<UUID, String> draftText = new LinkedHashMap<>();
    private final List<ListsView.Line> lists = new ArrayList<>();
    private final Map<UUID, List<NameRow>> rows = new LinkedHashMap<>();
    private final List<ArrivalsView.Line> arrived = new ArrayList<>();
    private boolean closed;
    private final Map<UUID, String> decided = new LinkedHashMap<>();
    private long counter = 1000;

    SampleReception() {
        lists.add(new ListsView.Line(new UUID(0x7100L, 1), "Border Guard Force", "Border Guard Force", "1", Optional.of(LocalDate.of(2025, 2, 26)), OptionalLong.of(7141), 28, OptionalLong.of(17), false, false));
        lists.add(new ListsView.Line(new UUID(0x7100L, 2), "The same force, by name", "Border Guard Force", "1", Optional.of(LocalDate.of(2025, 3, 1)), OptionalLong.of(7158), 7158, OptionalLong.of(0), true, true));
    }

    private UUID next() {
        return new UUID(0x7200L, ++counter);
    }

    @Override
    public Lists lists(Viewer viewer) {
        return new Lists(List.copyOf(lists), List.of(new Disagreement("“Taken out” on 12 March: 7,523 by the force, 5,446 by the state a day before.")));
    }

    @Override
    public Optional<Compared> compare(Viewer viewer, UUID list) {
        return Optional.of(new Compared(40, 2, List.of("name in 2 rows")));
    }

    @Override
    public Optional<ListPage> list(Viewer viewer, UUID list, long afterRow) {
        return lists.stream().filter(l -> l.id().equals(list)).findFirst().map(line -> {
            if (!line.named()) {
                return new ListPage(line, OptionalLong.of(7158),
                        List.of(new Slip("Pakistan", OptionalLong.of(78), "68", OptionalLong.of(10), "A 6 typed as a 7. Its own men and women give 68.", false),
                                new Slip("Stateless", OptionalLong.of(9), "?", OptionalLong.of(7), "All other men and women are 7,139; the stated total leaves room for 2.", true)),
                        "7,141 = 6,716 + 425, men and women, if Pakistan is 68 and stateless 2",
                        List.of(new CountRow("China", 4860, OptionalLong.of(4764), OptionalLong.of(96), false), new CountRow("Pakistan", 78, OptionalLong.of(64), OptionalLong.of(4), true), new CountRow("Stateless", 9, OptionalLong.empty(), OptionalLong.empty(), true)),
                        List.of(), OptionalLong.empty(), List.of(), List.of(), "published copy");
            }
            return new ListPage(line, OptionalLong.of(line.rows()), List.of(), "", List.of(),
                    rows.getOrDefault(list, List.of(new NameRow(new UUID(0x7400L, 1), 2311, Written.latin("FAHAD MANZUR AHMD"), "Pakistan", "M", "age 26", "", Optional.of(FIRST), "R-4417-K"))),
                    OptionalLong.empty(), List.of(new Change(new UUID(0, 9), "1", "2", 12, 3, 40)), List.of("List 9 (Ethiopia, New Delhi): 61 of the same people"), "");
        });
    }

    @Override
    public Draft draft(Viewer viewer, String fileName, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        UUID id = next();
        draftText.put(id, text);
        Draft draft = read(id, fileName, text, Map.of());
        drafts.put(id, draft);
        return draft;
    }

    private Draft read(UUID id, String fileName, String text, Map<String, String> fields) {
        String[] lines = text.strip().split("\r?\n");
        String[] header = lines[0].split(",");
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < header.length; c++) {
            List<String> samples = new ArrayList<>();
            for (int r = 1; r < Math.min(4, lines.length); r++) {
                String[] cells = lines[r].split(",", -1);
                samples.add(c < cells.length ? cells[c] : "");
            }
            String guess = header[c].toLowerCase(java.util.Locale.ROOT).contains("name") ? "name" : header[c].toLowerCase(java.util.Locale.ROOT).contains("nat") ? "nationality" : "";
            columns.add(new Column(header[c], samples, fields.getOrDefault(header[c], guess)));
        }
        List<BadRow> bad = new ArrayList<>();
        List<NameRow> good = new ArrayList<>();
        for (int r = 1; r < lines.length; r++) {
            String[] cells = lines[r].split(",", -1);
            if (cells.length != header.length) {
                bad.add(new BadRow(r + 1, header[header.length - 1], "The row has " + cells.length + " cells, the header " + header.length + ".", lines[r], "Maybe a comma inside a name is not quoted."));
            } else {
                good.add(new NameRow(next(), r + 1, Written.of(cells[0]), cells.length > 1 ? cells[1] : "", "", "", "", Optional.empty(), ""));
            }
        }
        return new Draft(id, fileName, columns, List.of("name", "nationality", "birth_date", "sex", "document"), lines.length - 1, good.size(), bad, good);
    }

    @Override
    public Draft remap(Viewer viewer, UUID draft, Map<String, String> fields) {
        Draft before = Optional.ofNullable(drafts.get(draft)).orElseThrow(org.moei.foundation.access.Authoriser::denied);
        Draft again = read(draft, before.fileName(), Objects.requireNonNull(draftText.get(draft)), fields);
        drafts.put(draft, again);
        return again;
    }

    @Override
    public Kept keep(Viewer viewer, UUID draft, String list, String sender, String version, OptionalLong stated) {
        Draft kept = Objects.requireNonNull(drafts.remove(draft));
        UUID id = next();
        lists.add(new ListsView.Line(id, list, sender, version, Optional.of(LocalDate.of(2025, 4, 3)), stated, kept.good(), stated.isPresent() ? OptionalLong.of(kept.good() - stated.getAsLong()) : OptionalLong.empty(), true, true));
        rows.put(id, kept.first());
        return new Kept(id, kept.good(), kept.bad().size());
    }

    @Override
    public List<Group> days(Viewer viewer) {
        return List.of();
    }

    @Override
    public List<Group> groups(Viewer viewer) {
        return List.of(group());
    }

    private Group group() {
        return new Group(new UUID(0x7500L, 1), "Bus 3, 10:20", NOW.minus(Duration.ofHours(6)), 14, arrived.size(), closed);
    }

    @Override
    public UUID open(Viewer viewer, String label, int announced) {
        return group().id();
    }

    @Override
    public Optional<GroupPage> group(Viewer viewer, UUID group) {
        if (!group.equals(group().id())) {
            return Optional.empty();
        }
        int alone = (int) arrived.stream().filter(ArrivalsView.Line::aloneYes).count();
        int medic = (int) arrived.stream().filter(ArrivalsView.Line::urgentNow).count();
        return Optional.of(new GroupPage(group(), List.copyOf(arrived), "R-" + (4471 + arrived.size()), List.of(new ArrivalsView.Choice("am", "አማርኛ", "Amharic"), new ArrivalsView.Choice("my", "မြန်မာ", "Burmese"), new ArrivalsView.Choice("ur", "اردو", "Urdu")),
                List.of("released", "fled", "raided out", "bought free"), 0, alone, medic, (int) arrived.stream().map(ArrivalsView.Line::languageName).distinct().count()));
    }

    @Override
    public ArrivalsView.Line keep(Viewer viewer, UUID group, Entry entry) {
        String language = switch (entry.language()) {
            case "am" -> "Amharic";
            case "my" -> "Burmese";
            case "ur" -> "Urdu";
            default -> "";
        };
        ArrivalsView.Line line = new ArrivalsView.Line(new UUID(0x7000L, 200 + arrived.size()), "R-" + (4471 + arrived.size()), entry.sex(), entry.age(), Written.of(entry.language()), language, entry.urgent(), entry.urgent().startsWith("!"), entry.alone(), entry.alone().equals("yes"), entry.wayOut(), entry.with(),
                entry.name().isEmpty() ? Optional.empty() : Optional.of(Written.of(entry.name())), NOW);
        arrived.add(line);
        return line;
    }

    @Override
    public void undo(Viewer viewer, UUID group, UUID person) {
        arrived.removeIf(l -> l.person().equals(person));
    }

    @Override
    public void close(Viewer viewer, UUID group) {
        closed = true;
    }

    @Override
    public PeoplePage people(Viewer viewer, String filter, String after) {
        return new PeoplePage(List.of(
                new PeopleView.Line(FIRST, "R-4417-K", "PAK", "Urdu", tracks("done", "gap", "part", "wait", "unk", "gap", "unk", "done", "open"), "Not screened, no paper", false, "12 days"),
                new PeopleView.Line(new UUID(0x7000L, 2), "R-4402-7", "ETH", "Amharic", tracks(), "", false, "3 days")), 2, "", List.of(new Filter("fear", "Fears return", 3)), filter);
    }

    @Override
    public Optional<UUID> findByToken(Viewer viewer, String token) {
        return token.equalsIgnoreCase("R-4417-K") ? Optional.of(FIRST) : Optional.empty();
    }

    @Override
    public Optional<PersonPage> person(Viewer viewer, UUID person) {
        boolean ofArrivals = arrived.stream().anyMatch(l -> l.person().equals(person));
        if (!person.equals(FIRST) && !person.equals(new UUID(0x7000L, 2)) && !ofArrivals || viewer.role() == Role.AUDITOR) {
            return Optional.empty();
        }
        UUID link = new UUID(0x7600L, 1);
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("name", Written.of("فہد منظور احمد"), "Fahad Manzoor Ahmad", "given name Fahad; no family name", "", "said and written by him", "22 March", Optional.empty()),
                new Fact("birth", Written.of("۱۴ رمضان ۱۴۲۱"), "10 December 2000, give or take a day", "Hijri calendar; 24 years old", "", "said by him", "22 March", Optional.empty()),
                new Fact("birth", Written.latin("26"), "born 1998 or 1999", "", "2 years apart", "BGF list 6, row 2,311", "about 26 February", Optional.empty()),
                new Fact("nationality", Written.of("پاکستان"), "Pakistan", "", "", "said by him", "22 March", Optional.empty())));
        if (!unlinked.contains(link)) {
            facts.add(1, new Fact("name", Written.latin("FAHAD MANZUR AHMD"), "the same name, vowels missing", "", "", "BGF list 6, row 2,311", "linked 23 March", Optional.of(link)));
        }
        if (!person.equals(FIRST)) {
            facts.clear();
        }
        facts.addAll(said.getOrDefault(person, List.of()));
        return Optional.of(new PersonPage(person, person.equals(FIRST) ? "R-4417-K" : "R-4402-7",
                facts.isEmpty() ? Optional.empty() : Optional.of(facts.getFirst().written()), "man, 24 · Pakistan · speaks Urdu",
                tracks("done", "gap", "part", "wait", "unk", "gap", "unk", "done", "open"),
                "A seat is booked for tomorrow 06:00, but there was no interview, there is no travel document, and nobody asked in private about the wish to go.",
                "Ask for an interview today, or release the seat.", false, facts,
                List.of(new Consent("services", "", "yes", "yes, the doctor", "interpreted by 07", true), new Consent("told", "", "no", "“I will tell my mother myself.”", "", true), new Consent("packet", "Pakistan", "not-asked", "", "", true)),
                List.of(new Companion(new UUID(0x7000L, 2), "R-4418-2", false, false, "", false), new Companion(new UUID(0x7000L, 2), "R-4390-T", true, false, "said by this person, asked apart", true)),
                List.of(new Act(NOW.minus(Duration.ofHours(2)), Optional.empty(), "Seat 31 booked on the bus of 4 April", "journeys", false), new Act(NOW.minus(Duration.ofDays(11)), Optional.empty(), "Linked to list 6, row 2,318", "undone by the same hand", true)),
                unlinked.contains(link) ? List.of() : List.of(new OnList(new UUID(0x7100L, 2), link, "BGF list 6, row 2,311", "about 26 February")),
                viewer.role() == Role.RECEPTION, viewer.role() != Role.RECEPTION, viewer.role() == Role.SCREENER, Optional.of(LocalDate.of(2025, 4, 6))));
    }

    @Override
    public void say(Viewer viewer, UUID person, Statement statement) {
        said.computeIfAbsent(person, p -> new ArrayList<>()).add(new Fact(statement.field(), Written.of(statement.text(), statement.language()), "", "", "", statement.saidBy(), "today", Optional.empty()));
    }

    @Override
    public void consent(Viewer viewer, UUID person, String purpose, ConsentAnswer answer) {}

    @Override
    public Optional<ConsentPage> consents(Viewer viewer, UUID person) {
        return person(viewer, person).map(page -> new ConsentPage(person, page.token(), "Urdu", false, ConsentWords.of("ur"), page.consents(), page.mayConsent()));
    }

    @Override
    public void unlink(Viewer viewer, UUID person, UUID link, String reason) {
        unlinked.add(link);
    }

    @Override
    public void relink(Viewer viewer, UUID person, UUID link) {
        unlinked.remove(link);
    }

    @Override
    public void keepApart(Viewer viewer, UUID person, String token, String words) {}

    @Override
    public void liftApart(Viewer viewer, UUID person, UUID other, String reason) {}

    private static final List<UUID> PAIRS = List.of(new UUID(0x7700L, 1), new UUID(0x7700L, 2));

    @Override
    public PairsPage pairs(Viewer viewer, Optional<UUID> after) {
        List<PairsView.Line> open = PAIRS.stream().filter(p -> !decided.containsKey(p)).map(p -> new PairsView.Line(p, "R-4474-5", "List 6, row 1,204", "given name, father’s name, birth", "97")).toList();
        return new PairsPage(open, open.size(), Optional.empty());
    }

    @Override
    public Optional<PairPage> pair(Viewer viewer, UUID pair) {
        int at = PAIRS.indexOf(pair);
        if (at < 0) {
            return Optional.empty();
        }
        return Optional.of(new PairPage(pair, at + 1, PAIRS.size(), new Side("R-4474-5", Optional.of("/people/" + FIRST), "Bridge 2, 3 April, said by him"), new Side("List 6, row 1,204", Optional.empty(), "Border Guard Force, about 26 February"),
                List.of(
                        new Field("One of 7,158 rows is this person", Written.latin(""), "", Written.latin(""), "", "the start, before anything is compared", -12.8),
                        new Field("Given name", Written.of("ተሾመ"), "", Written.latin("TESHOM"), "", "same reading; 1 in 74 Ethiopians has it", 6.2),
                        new Field("Father’s name", Written.of("ከበደ"), "", Written.latin("KEBED"), "", "same reading, last letter lost", 5.1),
                        new Field("Birth", Written.of("1990 ዓ.ም."), "11.9.1997 to 10.9.1998", Written.latin("age 27"), "27.2.1997 to 26.2.1998", "the two spans overlap", 3.0),
                        new Field("Nationality", Written.latin("Ethiopia"), "", Written.latin("ETHIOPIA"), "", "same; 6 % of the list", 4.1),
                        new Field("Family phone", Written.latin("+251 9·· ··· 318"), "", Written.latin("+251 9·· ··· 874"), "", "differ; people have several", -1.8),
                        new Field("Document", Written.latin(""), "", Written.latin(""), "", "says nothing: missing is no agreement", 0)),
                "Of 38 pairs like this one, 37 are the same person and 1 is not.", "Sum 3.8, probability 0.93. Between 0.90 and 0.99 a person decides.", "What would settle it: the name of the grandfather.",
                at + 1 < PAIRS.size() ? Optional.of(PAIRS.get(at + 1)) : Optional.empty(), at > 0 ? Optional.of(PAIRS.get(at - 1)) : Optional.empty(), List.of(FIRST)));
    }

    @Override
    public UUID decide(Viewer viewer, UUID pair, PairsView.Decision decision) {
        decided.put(pair, decision.name());
        return pair;
    }

    @Override
    public void undoPair(Viewer viewer, UUID pair, UUID action) {
        decided.remove(pair);
    }
}
