package org.moei.rehearsal.scenario;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.moei.base.Problem;
import org.moei.base.ProblemException;

/** Reads {@code scenario.yaml} and hands each group of tables to its reader, in the order in which they refer to each other. */
final class ScenarioReader {
    static final String HEAD = "scenario.yaml";
    static final double MOST_PEOPLE = 1_000_000;
    private static final long MOST_DAYS = 5 * 366;

    private final Folder folder;

    ScenarioReader(Path path) {
        this.folder = new Folder(path);
    }

    Scenario read() {
        Map<String, Object> yaml = new LinkedHashMap<>(folder.yaml(HEAD));
        Map<String, Source> sources = sources();
        Set<String> ids = sources.keySet();

        Optional<Fields> people = mapping(yaml, "people", ids);
        Optional<Fields> deskFields = mapping(yaml, "desk", ids);
        Optional<Fields> followUp = mapping(yaml, "follow_up", ids);
        Fields head = head(yaml, ids);
        String name = head.id("name");
        LocalDate first = head.date("first");
        LocalDate last = head.date("last");
        if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) > MOST_DAYS) {
            throw head.refuse("date-order", "last", "The operation ends on " + last + " and begins on " + first + ".", "the two are exchanged, or it is longer than five years.");
        }
        String title = head.text("title");
        String operation = head.text("operation");
        LocalDate fittedUntil = head.date("fitted_until");
        head.done();
        Fields peopleFields = people.orElseThrow(() -> head.refuse("field-missing", "people", "The number of people is missing.", "write people: {value: 14200, source: the id of a source}."));
        Figure count = peopleFields.figure("value", 1, MOST_PEOPLE);
        peopleFields.done();

        Parties parties = new PartiesReader(folder, ids).read();
        Set<String> agencies = set(parties.agencies(), Parties.Agency::id);
        Set<String> places = set(parties.places(), Parties.Place::id);
        Population population = new PopulationReader(folder, ids, agencies, places).read();
        checkSum(population, count);
        Set<String> waves = set(population.waves(), Population.Wave::id);
        Lists lists = new ListsReader(folder, ids, agencies, waves).read();
        Optional<Capacities.Desk> desk = deskFields.map(fields -> desk(fields, places));
        Capacities capacities = new CapacitiesReader(folder, ids, agencies, places).read(desk);
        List<Embassy> embassies = new EmbassyReader(folder, ids, agencies).read();
        FollowUp follow = followUp.map(ScenarioReader::followUp).orElseThrow(() -> head.refuse(
                "field-missing", "follow_up", "The follow-up is missing.", "write follow_up: {days_after: 30;90, reached: 0.5, asked_again_after_days: 7, source: assumed}."));
        Picture picture = new PictureReader(folder, ids, set(parties.townships(), Parties.Township::id)).read();
        return new Scenario(name, title, operation, first, last, count, sources, parties, population, lists,
                flow(ids, agencies, places, fittedUntil), capacities, embassies, follow, picture);
    }

    private Map<String, Source> sources() {
        Map<String, Source> sources = new TreeMap<>();
        folder.table("sources.csv", Set.of(), fields -> {
            Source.Grade grade = fields.oneOf("grade", Source.Grade.class);
            boolean ours = grade == Source.Grade.ASSUMED || grade == Source.Grade.INFERRED;
            Source source = new Source(fields.id("id"), fields.text("title"), ours ? fields.textOrEmpty("address") : fields.text("address"),
                    grade, fields.oneOf("seen", Source.Seen.class));
            if (sources.put(source.id(), source) != null) {
                throw fields.refuse("id-twice", "id", "The source (" + source.id() + ") stands twice.", "one of the two has another text.");
            }
            return source;
        });
        return Map.copyOf(sources);
    }

    private static Fields head(Map<String, Object> yaml, Set<String> sources) {
        Map<String, String> values = new LinkedHashMap<>();
        yaml.forEach((key, value) -> {
            if (value instanceof Map || value instanceof List) {
                throw Folder.problem("field-unknown", HEAD, 0, "The mapping (" + key + ") is not known here.", "it belongs into a table; known mappings are people, desk and follow_up.");
            }
            values.put(key, String.valueOf(value));
        });
        return new Fields(HEAD, 0, values, sources);
    }

    /** Takes a mapping out of the head. */
    private static Optional<Fields> mapping(Map<String, Object> yaml, String key, Set<String> sources) {
        Object value = yaml.remove(key);
        if (value instanceof Map<?, ?> map) {
            Map<String, String> values = new LinkedHashMap<>();
            map.forEach((field, text) -> values.put(String.valueOf(field), String.valueOf(text)));
            return Optional.of(new Fields(HEAD + ", " + key, 0, values, sources));
        }
        if (value != null) {
            throw Folder.problem("yaml-form", HEAD, 0, "The field (" + key + ") holds no mapping.", "write it as " + key + ": {value: …, source: …}.");
        }
        return Optional.empty();
    }

    private static Capacities.Desk desk(Fields fields, Set<String> places) {
        Capacities.Desk desk = new Capacities.Desk(fields.reference("place", places, "place"), fields.date("from"),
                fields.figure("people_per_day", 1, 100_000), fields.figure("minutes_per_person", 0.5, 240));
        fields.done();
        return desk;
    }

    private static FollowUp followUp(Fields fields) {
        List<Integer> days = new ArrayList<>();
        for (String day : fields.list("days_after")) {
            if (!day.matches("[0-9]{1,4}") || (!days.isEmpty() && Integer.parseInt(day) <= days.getLast())) {
                throw fields.refuse("number-form", "days_after", "The days (" + fields.text("days_after") + ") are not whole numbers in ascending order.", "write 30;90;180.");
            }
            days.add(Integer.parseInt(day));
        }
        FollowUp followUp = new FollowUp(List.copyOf(days), fields.share("reached"), fields.figure("asked_again_after_days", 1, 365));
        fields.done();
        return followUp;
    }

    private Flow flow(Set<String> sources, Set<String> agencies, Set<String> places, LocalDate fittedUntil) {
        List<Flow.HandOver> handOvers = folder.tableIfThere("hand-overs.csv", sources, fields -> new Flow.HandOver(
                fields.id("id"), fields.reference("holder", agencies, "agency"), fields.date("date"), fields.optionalDate("until").orElse(fields.date("date")),
                fields.nationalityOrAll("nationality"), fields.oneOf("counts", CountKind.class), fields.figure("people", 0, MOST_PEOPLE), fields.yes("cumulative"),
                fields.optionalFigure("male", 0, MOST_PEOPLE), fields.optionalFigure("female", 0, MOST_PEOPLE), fields.reference("place", places, "place"),
                fields.textOrEmpty("detail")));
        return new Flow(series("detained.csv", sources), series("returned.csv", sources), fittedUntil, unique("hand-overs.csv", handOvers, Flow.HandOver::id));
    }

    /** A cumulative series: dates ascend, counts never fall. */
    private List<Flow.Point> series(String file, Set<String> sources) {
        List<Flow.Point> points = new ArrayList<>();
        folder.table(file, sources, fields -> {
            Flow.Point point = new Flow.Point(fields.date("date"), fields.figure("people", 0, MOST_PEOPLE));
            if (!points.isEmpty() && (!point.date().isAfter(points.getLast().date()) || point.people().value() < points.getLast().people().value())) {
                throw fields.refuse("series-order", "date", "The series falls, or goes back in time, on " + point.date() + ".", "another count of another kind got in between.");
            }
            points.add(point);
            return point;
        });
        return List.copyOf(points);
    }

    private static void checkSum(Population population, Figure people) {
        double sum = population.waves().stream().filter(Population.Wave::inSeries).mapToDouble(wave -> wave.people().value()).sum();
        if (Math.abs(sum - people.value()) > 0.5) {
            throw Folder.problem("waves-sum", "waves.csv", 0, "The waves in the series add up to " + Math.round(sum) + " people, the scenario has " + people.whole() + ".",
                    "a wave is missing, or counts people who are in no series (in_series: no).");
        }
    }

    /** The ids of a table. */
    static <T> Set<String> set(List<T> rows, Function<T, String> id) {
        return rows.stream().map(id).collect(Collectors.toUnmodifiableSet());
    }

    /** Refuses an id that stands twice. */
    static <T> List<T> unique(String file, List<T> rows, Function<T, String> id) {
        Map<String, T> seen = new LinkedHashMap<>();
        for (T row : rows) {
            if (seen.put(id.apply(row), row) != null) {
                throw twice(file, id.apply(row));
            }
        }
        return List.copyOf(rows);
    }

    private static ProblemException twice(String file, String id) {
        return Problem.of(Problem.Kind.WRONG_USE, "id-twice", "The id (" + id + ") stands twice.")
                .at(Problem.Where.row(file, 0, "id")).withAdvice("the second row is another thing and needs a name of its own.").asException();
    }
}
