package org.moei.rehearsal.lists;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.moei.base.Problem;
import org.moei.rehearsal.generator.Draw;
import org.moei.rehearsal.generator.MadePerson;
import org.moei.rehearsal.generator.Population;
import org.moei.rehearsal.scenario.Lists;
import org.moei.rehearsal.scenario.Lists.ErrorKind;
import org.moei.rehearsal.scenario.Lists.Habit;
import org.moei.rehearsal.scenario.Lists.HabitKind;
import org.moei.rehearsal.scenario.Population.RateKind;
import org.moei.rehearsal.scenario.Scenario;

/**
 * Writes the files that the parties of an operation would write. The same population, scenario and seed give the same bytes.
 *
 * <p>A list of names is written in versions, each holding everybody the party knows of by its day: most rows are copied from the version before,
 * some are typed again, a few fall out. Requests and arrival sheets only add.
 */
public final class ListFiles {
    /** Share of rows typed anew for a version, and of rows that fall out of one (assumptions). */
    private static final double TYPED_AGAIN = .08;
    private static final double FALLEN_OUT = .015;

    private final Population population;
    private final Scenario scenario;
    private final Path folder;
    private final long seed;
    private final Clerk clerk = new Clerk();
    private final Map<Integer, String> tokens = new HashMap<>();
    private final List<Manifest.ListFile> files = new ArrayList<>();

    private ListFiles(Population population, Scenario scenario, Path folder, long seed) {
        this.population = population;
        this.scenario = scenario;
        this.folder = folder;
        this.seed = seed;
    }

    /**
     * Writes all files into a folder, which is made if it is missing.
     *
     * @throws org.moei.base.ProblemException (could-not-run) if the folder cannot be written, (wrong-use) if the scenario names a column that no list has
     */
    public static Manifest write(Population population, Scenario scenario, Path folder, long seed) {
        try {
            Files.createDirectories(folder);
            return new ListFiles(population, scenario, folder, seed).all();
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "cannot-write-lists", "The folder (" + folder + ") cannot be written.")
                    .withAdvice("the disk is full or the folder is another's.")
                    .asException(e);
        }
    }

    private Manifest all() throws IOException {
        for (Lists.PrintedTable table : scenario.lists().printed()) {
            printed(table);
        }
        population.people().stream().sorted(Comparator.comparing(MadePerson::arrivesOn).thenComparingInt(MadePerson::index))
                .forEach(p -> tokens.put(p.index(), String.format(Locale.ROOT, "T%06d", tokens.size() + 1)));
        for (Habit habit : scenario.lists().habits()) {
            RowMaker maker = new RowMaker(scenario, habit, clerk);
            switch (habit.kind()) {
                case ARMED_GROUP, EMBASSY, STATE -> names(habit, maker);
                case FAMILY_DESK -> requests(habit, maker);
                case ARRIVALS_DESK -> arrivals(habit, maker);
            }
        }
        // The sort is stable: on one day printed tables come first, then lists in the scenario's order.
        files.sort(Comparator.comparing(Manifest.ListFile::arrivesOn));
        return new Manifest(files);
    }

    private void printed(Lists.PrintedTable table) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Lists.PrintedRow row : table.rows()) {
            rows.add(List.of(row.label(), row.total(), row.male(), row.female(), RehearsalMark.VALUE));
        }
        Path file = folder.resolve("printed-" + table.id() + ".csv");
        TableFile.csv(file, List.of("Nationality", "Total", "Male", "Female", RehearsalMark.HEADER), rows);
        files.add(new Manifest.ListFile(file, table.id(), Manifest.Kind.COUNTS, table.party(), table.importedBy(), table.list(), table.version(), table.date(),
                table.statedTotal(), rows.size(), List.of(), List.of(), Meaning.ofCounts()));
    }

    /** Somebody on a list and the day from which the party knows. */
    private record Known(MadePerson person, LocalDate since, boolean again, long order) {}

    private void names(Habit habit, RowMaker maker) throws IOException {
        List<Known> known = new ArrayList<>();
        for (MadePerson person : concerned(habit)) {
            Draw draw = Draw.of(seed, habit.id() + " known", person.index());
            if (draw.chance(habit.coverage().value())) {
                LocalDate since = since(habit, person, draw);
                known.add(new Known(person, since, false, draw.nextLong()));
                if (maker.profile().happens(ErrorKind.TWICE, draw)) {
                    known.add(new Known(person, since.plusDays(draw.between(0, 3)), true, draw.nextLong()));
                }
            }
        }
        known.sort(habit.kind() == HabitKind.EMBASSY ? Comparator.comparingLong(Known::order) : Comparator.comparing(Known::since).thenComparingLong(Known::order));
        for (int version = 1; version <= habit.versions(); version++) {
            LocalDate day = habit.firstDate().plusDays((long) (version - 1) * habit.daysBetween());
            if (day.isAfter(scenario.lastDate())) {
                break;
            }
            Lists.Announcement said = announced(habit, version);
            List<Known> on = said == null ? listed(habit, known, version, day) : exactly(known, (int) said.people().whole(), version);
            if (!on.isEmpty()) {
                write(habit, maker, Manifest.Kind.NAMES, version, day, said == null ? "" : String.valueOf(said.people().whole()), on);
            }
        }
    }

    private List<MadePerson> concerned(Habit habit) {
        return population.people().stream()
                .filter(p -> habit.waves().isEmpty() || habit.waves().contains(p.wave()))
                .filter(p -> habit.nationality().map(n -> n.equals(p.nationality())).orElse(true))
                .toList();
    }

    /** Embassies often know of their people from families before anybody has brought them out. */
    private static LocalDate since(Habit habit, MadePerson person, Draw draw) {
        if (!person.inSeries()) {
            return person.takenOutOn();
        }
        return switch (habit.kind()) {
            case EMBASSY -> person.takenOutOn().plusDays(draw.between(-40, 30));
            case STATE -> person.takenOutOn().plusDays(draw.between(0, 10));
            case ARMED_GROUP -> person.takenOutOn().plusDays(draw.between(0, 3));
            case FAMILY_DESK -> person.takenOutOn().plusDays(draw.between(-90, 45));
            case ARRIVALS_DESK -> person.arrivesOn();
        };
    }

    private List<Known> listed(Habit habit, List<Known> known, int version, LocalDate day) {
        return known.stream().filter(k -> !k.since().isAfter(day))
                .filter(k -> !Draw.of(seed, habit.id() + " out " + version, k.person().index()).chance(FALLEN_OUT)).toList();
    }

    /** A list whose size was announced has that size: the first so many, with people twice as they come. */
    private static List<Known> exactly(List<Known> known, int size, int version) {
        List<Known> inOrder = new ArrayList<>(known);
        inOrder.sort(Comparator.comparingLong(Known::order));
        long people = inOrder.stream().filter(k -> !k.again()).count();
        List<Known> on = new ArrayList<>();
        for (Known k : inOrder) {
            if (on.size() < size && (!k.again() || size < people || on.size() < people)) {
                on.add(k);
            }
        }
        // More rows than people: somebody stands there twice.
        for (int i = 0; on.size() < size && !inOrder.isEmpty(); i++) {
            Known k = inOrder.get((i + version) % inOrder.size());
            on.add(new Known(k.person(), k.since(), true, k.order()));
        }
        return on;
    }

    private Lists.@org.jspecify.annotations.Nullable Announcement announced(Habit habit, int version) {
        return scenario.lists().announcements().stream()
                .filter(a -> a.list().map(l -> l.equals(habit.id())).orElse(false) && a.version().equals(String.valueOf(version)))
                .findFirst().orElse(null);
    }

    private void requests(Habit habit, RowMaker maker) throws IOException {
        double sought = scenario.population().rates().stream().filter(r -> r.kind() == RateKind.SOUGHT_BY_FAMILY && r.nationality().equals("*"))
                .mapToDouble(r -> r.share().value()).findFirst().orElse(1);
        double share = sought <= 0 ? 0 : Math.min(1, habit.coverage().value() / sought);
        List<MadePerson> people = new ArrayList<>(concerned(habit).stream().filter(p -> p.says().sought()).toList());
        people.addAll(population.missing());
        Map<Integer, List<Known>> byVersion = new TreeMap<>();
        for (MadePerson person : people) {
            Draw draw = Draw.of(seed, habit.id() + " known", person.index());
            LocalDate since = since(habit, person, draw);
            long days = Math.max(0, habit.firstDate().until(since, ChronoUnit.DAYS));
            int version = (int) ((days + habit.daysBetween() - 1) / Math.max(1, habit.daysBetween())) + 1;
            if (draw.chance(share) && version <= habit.versions()) {
                byVersion.computeIfAbsent(version, v -> new ArrayList<>()).add(new Known(person, since, false, draw.nextLong()));
                if (maker.profile().happens(ErrorKind.TWICE, draw)) {
                    byVersion.computeIfAbsent(Math.min(habit.versions(), version + draw.below(2)), v -> new ArrayList<>())
                            .add(new Known(person, since, true, draw.nextLong()));
                }
            }
        }
        for (Map.Entry<Integer, List<Known>> entry : byVersion.entrySet()) {
            entry.getValue().sort(Comparator.comparingLong(Known::order));
            LocalDate day = habit.firstDate().plusDays((long) (entry.getKey() - 1) * habit.daysBetween());
            write(habit, maker, Manifest.Kind.REQUESTS, entry.getKey(), day.isAfter(scenario.lastDate()) ? scenario.lastDate() : day, "", entry.getValue());
        }
    }

    private void arrivals(Habit habit, RowMaker maker) throws IOException {
        Map<LocalDate, List<Known>> byDay = new TreeMap<>();
        for (MadePerson person : concerned(habit)) {
            Draw draw = Draw.of(seed, habit.id() + " known", person.index());
            if (draw.chance(habit.coverage().value())) {
                byDay.computeIfAbsent(person.arrivesOn(), d -> new ArrayList<>()).add(new Known(person, person.arrivesOn(), false, 0));
                if (maker.profile().happens(ErrorKind.TWICE, draw)) {
                    byDay.computeIfAbsent(person.arrivesOn(), d -> new ArrayList<>()).add(new Known(person, person.arrivesOn(), true, 0));
                }
            }
        }
        int version = 1;
        for (Map.Entry<LocalDate, List<Known>> entry : byDay.entrySet()) {
            write(habit, maker, Manifest.Kind.ARRIVALS, version++, entry.getKey(), "", entry.getValue());
        }
    }

    private void write(Habit habit, RowMaker maker, Manifest.Kind kind, int version, LocalDate day, String stated, List<Known> on) throws IOException {
        List<List<String>> rows = new ArrayList<>(on.size());
        List<Integer> persons = new ArrayList<>(on.size());
        List<Integer> bad = new ArrayList<>();
        for (Known known : on) {
            MadePerson person = known.person();
            boolean typedAgain = kind == Manifest.Kind.NAMES && Draw.of(seed, habit.id() + " typed " + version, person.index()).chance(TYPED_AGAIN);
            Draw draw = Draw.of(seed, habit.id() + (known.again() ? " again" : " row") + (typedAgain ? version : ""), person.index());
            String number = kind == Manifest.Kind.ARRIVALS ? tokens.getOrDefault(person.index(), "") + (known.again() ? "-2" : "") : String.valueOf(rows.size() + 1);
            RowMaker.Row row = maker.row(person, day, number, kind == Manifest.Kind.ARRIVALS ? companions(person) : "", draw);
            if (row.bad()) {
                bad.add(rows.size());
            }
            List<String> cells = new ArrayList<>(row.cells());
            cells.add(RehearsalMark.VALUE);
            rows.add(cells);
            persons.add(person.index());
        }
        List<String> header = new ArrayList<>(maker.columns().stream().map(Cell.Column::header).toList());
        header.add(RehearsalMark.HEADER);
        boolean workbook = habit.format() == Lists.Format.XLSX;
        Path file = folder.resolve(habit.id() + "-" + String.format(Locale.ROOT, "%03d", version) + (workbook ? ".xlsx" : ".csv"));
        if (workbook) {
            TableFile.xlsx(file, habit.list(), header, rows);
        } else {
            TableFile.csv(file, header, rows);
        }
        files.add(new Manifest.ListFile(file, habit.id(), kind, habit.party(), habit.importedBy(), habit.list(), String.valueOf(version), day, stated, rows.size(), persons, bad, Meaning.of(maker.columns(), habit.kind())));
    }

    private String companions(MadePerson person) {
        return String.join(" ", person.companions().with().stream().map(i -> tokens.getOrDefault(i, "")).toList());
    }
}
