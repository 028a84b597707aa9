package org.moei.console.lists;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.moei.base.Ids;
import org.moei.base.Problem;
import org.moei.base.Progress;
import org.moei.console.layout.Names;
import org.moei.console.layout.Nations;
import org.moei.console.layout.Texts;
import org.moei.console.layout.Written;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.protection.Protection;
import org.moei.protection.people.Entry;
import org.moei.protection.people.People;
import org.moei.protection.people.RecordKind;
import org.moei.protection.reception.ListBook;
import org.moei.protection.reception.ListFile;
import org.moei.protection.reception.ListImport;
import org.moei.protection.reception.Reconciliation;
import org.moei.records.ColumnMapping;
import org.moei.records.Field;
import org.moei.records.RawRecord;
import org.moei.records.RecordReader;

/** Lists from the reception's book; a file that is being looked at stays in memory until it is kept. */
public final class Book implements ListsView {
    private static final int PAGE = 40;
    private static final int DRAFTS = 8;

    private final Protection protection;
    private final Names names;
    private final Ids ids;
    private final InstantSource clock;
    private final ZoneId zone;
    private final boolean rehearsal;
    private final Versions versions;
    private final Map<UUID, Held> drafts = new LinkedHashMap<>(16, 0.75f, false) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Held> eldest) {
            return size() > DRAFTS;
        }
    };

    private record Held(UUID account, String fileName, byte[] bytes, ColumnMapping mapping) {}

    public Book(Protection protection, Names names, Ids ids, InstantSource clock, ZoneId zone, boolean rehearsal) {
        this.protection = protection;
        this.names = names;
        this.ids = ids;
        this.clock = clock;
        this.zone = zone;
        this.rehearsal = rehearsal;
        this.versions = new Versions(protection);
    }

    @Override
    public Lists lists(Viewer viewer) {
        protection.foundation().authoriser().require(viewer, Permission.LIST_SEE);
        List<Line> lines = protection.reception().lists().list().stream()
                .sorted(Comparator.comparing(ListBook.Version::date).thenComparing(v -> v.about().name()).thenComparing(v -> v.about().version()))
                .map(this::line)
                .toList();
        List<Disagreement> disagreements = protection.reception().contradictions().stream()
                .filter(c -> c.kind() == Reconciliation.Kind.VERSION)
                .map(c -> new Disagreement(Texts.english().of("lists.version-says", c.list(), c.version(), c.stated(), c.counted())))
                .distinct()
                .toList();
        return new Lists(lines, disagreements);
    }

    private Line line(ListBook.Version version) {
        ListImport.Announcement about = version.about();
        OptionalLong stated = about.stated() >= 0 ? OptionalLong.of(about.stated()) : OptionalLong.empty();
        OptionalLong sum = Reconciliation.sum(about);
        OptionalLong difference = stated.isPresent() && sum.isPresent() ? OptionalLong.of(sum.getAsLong() - stated.getAsLong()) : OptionalLong.empty();
        boolean named = about.counts().isEmpty() && !about.kind().equals("counts");
        return new Line(
                version.id(), about.name(), names.of(about.party()), about.version(), Optional.of(version.date()), stated, named ? about.rows() : about.counts().size(), difference, named, rehearsal && named && about.rows() > 0);
    }

    @Override
    public Optional<ListPage> list(Viewer viewer, UUID list, long afterRow) {
        protection.foundation().authoriser().require(viewer, Permission.LIST_SEE);
        return protection.reception().lists().find(list).map(version -> page(viewer, version, afterRow));
    }

    @Override
    public Optional<Compared> compare(Viewer viewer, UUID list) {
        protection.foundation().authoriser().require(viewer, Permission.LIST_SEE);
        protection.foundation().authoriser().require(viewer, Permission.PERSON_SEE);
        return protection.reception().lists().find(list).flatMap(version -> versions.compare(viewer, version));
    }

    private ListPage page(Viewer viewer, ListBook.Version version, long afterRow) {
        ListImport.Announcement about = version.about();
        List<Slip> slips = new ArrayList<>();
        List<String> odd = new ArrayList<>();
        for (Reconciliation.Contradiction one : Reconciliation.of(version)) {
            if (one.kind() == Reconciliation.Kind.ROW || one.kind() == Reconciliation.Kind.LEFT_OVER) {
                odd.add(one.row());
                slips.add(new Slip(
                        one.row(), OptionalLong.of(one.stated()), Texts.number(one.counted()), OptionalLong.of(one.stated() - one.counted()),
                        Texts.english().of(one.kind() == Reconciliation.Kind.ROW ? "lists.slip-row" : "lists.slip-rest", one.row(), one.counted(), about.stated()), one.inferred()));
            }
        }
        List<CountRow> counts = about.counts().stream()
                .map(r -> new CountRow(r.label(), Math.max(0, r.total()), number(r.men()), number(r.women()), odd.contains(r.label())))
                .toList();
        boolean namesShown = protection.foundation().authoriser().permits(viewer, Permission.PERSON_SEE);
        List<Entry> rows = new ArrayList<>();
        if (namesShown && counts.isEmpty()) {
            String id = version.id().toString();
            rows.addAll(protection.roster().over(viewer, all -> all.filter(e -> e.list().equals(id) && e.kind() != RecordKind.PERSON && e.row() > afterRow).sorted(Comparator.comparingLong(Entry::row)).limit(PAGE + 1L).toList()));
        }
        List<Entry> shown = rows.stream().limit(PAGE).toList();
        Map<UUID, Map<String, byte[]>> opened = protection.people().openAll(viewer, Permission.PERSON_SEE, shown.stream().map(Entry::id).toList(), "list");
        List<NameRow> names = shown.stream().map(e -> row(viewer, e, opened.getOrDefault(e.id(), Map.of()))).toList();
        OptionalLong next = rows.size() > PAGE ? OptionalLong.of(rows.get(PAGE - 1).row()) : OptionalLong.empty();
        return new ListPage(line(version), counts.isEmpty() ? OptionalLong.empty() : Reconciliation.sum(about), slips, reading(about, slips), counts, names, next, versions.changes(viewer, version), refused(about), "");
    }

    private static OptionalLong number(long value) {
        return value < 0 ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** If the rows at odds are read by their own parts, the whole list adds up: said in one line. */
    private static String reading(ListImport.Announcement about, List<Slip> slips) {
        long over = slips.stream().mapToLong(s -> s.tooMany().orElse(0)).sum();
        OptionalLong sum = Reconciliation.sum(about);
        if (slips.isEmpty() || sum.isEmpty() || sum.getAsLong() - over != about.stated()) {
            return "";
        }
        String read = String.join(", ", slips.stream().map(s -> Texts.english().of("lists.read-as-number", s.row(), s.counted())).toList());
        return Texts.english().of("lists.adds-up-if", about.stated(), read);
    }

    private static List<String> refused(ListImport.Announcement about) {
        return about.refusedRows().stream().limit(40).map(r -> Texts.english().of("lists.refused-row", r.row(), r.field(), r.message())).toList();
    }

    /** A row as sealed. */
    record Row(long row, Map<String, List<String>> values, Map<String, String> others, String date) {}

    private NameRow row(Viewer viewer, Entry entry, Map<String, byte[]> open) {
        Row content = People.read(open, "row", Row.class, new Row(entry.row(), Map.of(), Map.of(), ""));
        Map<String, List<String>> values = content.values() == null ? Map.of() : content.values();
        Optional<Entry> person = protection.roster().linked(viewer, entry.id()).stream().filter(e -> e.kind() == RecordKind.PERSON).findFirst();
        String born = first(values, "birth_date");
        return new NameRow(
                entry.id(), entry.row(), Written.of(name(values)), Nations.name(entry.nationality()), entry.sex(),
                born.isEmpty() && !first(values, "age").isEmpty() ? Texts.english().of("lists.age", first(values, "age")) : born,
                masked(first(values, "document")), person.map(Entry::id), person.map(Entry::token).orElse(""));
    }

    private static String name(Map<String, List<String>> values) {
        String full = first(values, "name");
        if (!full.isEmpty()) {
            return full;
        }
        return String.join(" ", List.of(first(values, "given_name"), first(values, "middle_name"), first(values, "father_name"), first(values, "family_name")).stream().filter(s -> !s.isEmpty()).toList());
    }

    private static String first(Map<String, List<String>> values, String field) {
        List<String> all = values.getOrDefault(field, List.of());
        return all.isEmpty() ? "" : all.getFirst();
    }

    /** Lists show enough of a document number to compare, not to copy. */
    private static String masked(String number) {
        return number.length() < 5 ? number : number.substring(0, 2) + "·".repeat(number.length() - 4) + number.substring(number.length() - 2);
    }

    @Override
    public Draft draft(Viewer viewer, String fileName, byte[] bytes) {
        protection.foundation().authoriser().require(viewer, Permission.LIST_IMPORT);
        String name = fileName.replaceAll("[^\\p{L}\\p{N}._ -]", "_");
        ColumnMapping mapping = onDisk(name, bytes, protection.reception().imports()::guess);
        UUID id = ids.next();
        Held held = new Held(viewer.account(), name, bytes, mapping);
        synchronized (drafts) {
            drafts.put(id, held);
        }
        return read(viewer, id, held);
    }

    private Held held(Viewer viewer, UUID draft) {
        synchronized (drafts) {
            return Optional.ofNullable(drafts.get(draft)).filter(h -> h.account().equals(viewer.account())).orElseThrow(Authoriser::denied);
        }
    }

    @Override
    public Draft remap(Viewer viewer, UUID draft, Map<String, String> fields) {
        Held held = held(viewer, draft);
        ColumnMapping mapping = held.mapping();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            Optional<Field> wanted = Field.find(field.getValue());
            boolean differs = mapping.columns().stream().anyMatch(c -> c.header().equals(field.getKey()) && !c.field().equals(wanted));
            if (differs) {
                mapping = mapping.with(field.getKey(), wanted);
            }
        }
        Held again = new Held(held.account(), held.fileName(), held.bytes(), mapping);
        synchronized (drafts) {
            drafts.put(draft, again);
        }
        return read(viewer, draft, again);
    }

    private Draft read(Viewer viewer, UUID id, Held held) {
        List<RawRecord> first = new ArrayList<>();
        ListImport.Result result = onDisk(held.fileName(), held.bytes(), file -> {
            new RecordReader().read(file, held.mapping(), raw -> {
                if (first.size() < 5) {
                    first.add(raw);
                }
            });
            return protection.reception().imports().run(hand(viewer), file, about(held.fileName(), "", "draft", OptionalLong.empty()), held.mapping(), true, Progress.SILENT);
        });
        List<Column> columns = held.mapping().columns().stream()
                .map(c -> new Column(c.header(), samples(first, c), c.field().map(Field::key).orElse("")))
                .toList();
        List<String> fields = java.util.Arrays.stream(Field.values()).filter(f -> f.ordinal() <= Field.ADDRESS.ordinal() || f == Field.OCCUPATION).map(Field::key).toList();
        List<BadRow> bad = result.problems().stream().limit(200).map(Book::bad).toList();
        List<NameRow> rows = first.stream().map(this::preview).toList();
        return new Draft(id, held.fileName(), columns, fields, result.kept() + result.refused(), result.kept(), bad, rows);
    }

    private NameRow preview(RawRecord raw) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        raw.values().forEach((field, all) -> values.put(field.key(), all));
        return new NameRow(
                new UUID(0, raw.row()), raw.row(), Written.of(name(values)), first(values, "nationality"), first(values, "sex"),
                first(values, "birth_date").isEmpty() ? first(values, "age") : first(values, "birth_date"), first(values, "document"), Optional.empty(), "");
    }

    private static List<String> samples(List<RawRecord> first, ColumnMapping.Column column) {
        List<String> samples = new ArrayList<>();
        for (RawRecord raw : first) {
            String value = column.field().flatMap(raw::first).orElse(raw.others().getOrDefault(column.header(), ""));
            if (!value.isEmpty() && samples.size() < 3) {
                samples.add(value);
            }
        }
        return samples;
    }

    private static BadRow bad(Problem problem) {
        return new BadRow(problem.where().row(), problem.where().field(), problem.message(), problem.value().orElse(""), problem.advice().map(a -> Texts.english().of("lists.maybe", a)).orElse(""));
    }

    private Hand hand(Viewer viewer) {
        return new Hand(viewer, ids, clock.instant(), "console");
    }

    private ListFile about(String name, String party, String version, OptionalLong stated) {
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        return new ListFile(name, party, version, today, stated, "", ListFile.Kind.NAMES);
    }

    @Override
    public Kept keep(Viewer viewer, UUID draft, String list, String sender, String version, OptionalLong stated) {
        if (list.isEmpty() || sender.isEmpty() || version.isEmpty()) {
            throw Problem.of(Problem.Kind.WRONG_USE, "list-incomplete", Texts.english().of("lists.incomplete")).asException();
        }
        Held held = held(viewer, draft);
        ListImport.Result result = onDisk(held.fileName(), held.bytes(), file -> protection.reception().imports().run(hand(viewer), file, about(list, sender, version, stated), held.mapping(), false, Progress.SILENT));
        synchronized (drafts) {
            drafts.remove(draft);
        }
        return new Kept(result.list(), result.kept(), result.refused());
    }

    /** The reader wants a file: one that only this account of the system can read, gone before the page is shown. */
    private static <T> T onDisk(String name, byte[] bytes, Function<Path, T> work) {
        try {
            Path folder = Files.createTempDirectory("moei-list");
            Path file = folder.resolve("list" + ending(name));
            try {
                Files.write(file, bytes);
                return work.apply(file);
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String ending(String name) {
        String lower = name.toLowerCase(java.util.Locale.ROOT);
        for (String ending : List.of(".csv.gz", ".csv.zst", ".jsonl.gz", ".jsonl", ".xlsx", ".parquet", ".csv")) {
            if (lower.endsWith(ending)) {
                return ending;
            }
        }
        throw Problem.of(Problem.Kind.WRONG_USE, "file-kind", Texts.english().of("lists.file-kind")).asException();
    }
}
