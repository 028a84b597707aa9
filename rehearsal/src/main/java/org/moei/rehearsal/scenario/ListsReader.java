package org.moei.rehearsal.scenario;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads what the parties announce and how they write. Printed tables are read as texts; whether they add up is no business of this reader. */
final class ListsReader {
    private static final double MOST_AGE_ERROR_YEARS = 20;

    private final Folder folder;
    private final Set<String> sources;
    private final Set<String> agencies;
    private final Set<String> waves;

    ListsReader(Folder folder, Set<String> sources, Set<String> agencies, Set<String> waves) {
        this.folder = folder;
        this.sources = sources;
        this.agencies = agencies;
        this.waves = waves;
    }

    Lists read() {
        Map<String, Map<Lists.ErrorKind, Figure>> profiles = profiles();
        List<Lists.Habit> habits = ScenarioReader.unique("habits.csv", folder.table("habits.csv", sources, fields -> habit(fields, profiles.keySet())), Lists.Habit::id);
        Set<String> habitIds = ScenarioReader.set(habits, Lists.Habit::id);
        List<Lists.Announcement> announcements = folder.tableIfThere("announcements.csv", sources, fields -> new Lists.Announcement(
                fields.id("id"), fields.reference("wave", waves, "wave"), fields.optionalReference("list", habitIds, "list habit"), fields.text("version"),
                fields.date("date"), fields.optionalTime("time"), fields.reference("said_by", agencies, "agency"), fields.oneOf("counts", CountKind.class),
                fields.figure("people", 0, ScenarioReader.MOST_PEOPLE)));
        List<Lists.PrintedTable> printed = folder.tableIfThere("printed.csv", sources, this::printed);
        return new Lists(ScenarioReader.unique("printed.csv", printed, Lists.PrintedTable::id),
                ScenarioReader.unique("announcements.csv", announcements, Lists.Announcement::id), habits, profiles);
    }

    private Lists.PrintedTable printed(Fields fields) {
        String id = fields.id("id");
        // The rows carry the table's source: they are one publication.
        List<Lists.PrintedRow> rows = folder.table("printed/" + id + ".csv", sources, row -> new Lists.PrintedRow(
                row.nationality("nationality"), row.text("label"), row.textOrEmpty("total"), row.textOrEmpty("male"), row.textOrEmpty("female")));
        return new Lists.PrintedTable(id, fields.text("list"), fields.text("version"), fields.reference("party", agencies, "agency"),
                fields.reference("imported_by", agencies, "agency"), fields.date("date"), fields.oneOf("counts", CountKind.class), fields.textOrEmpty("stated_total"),
                fields.textOrEmpty("stated_male"), fields.textOrEmpty("stated_female"), rows, fields.source());
    }

    private Lists.Habit habit(Fields fields, Set<String> profiles) {
        List<String> columns = fields.list("columns");
        for (String column : columns) {
            if (!column.matches("[^=]+=[a-z_]+")) {
                throw fields.refuse("column-form", "columns", "The column (" + column + ") does not say what it holds.", "write it as its header, an equals sign and the field, such as 姓名=name.");
            }
        }
        return new Lists.Habit(fields.id("id"), fields.oneOf("kind", Lists.HabitKind.class), fields.reference("party", agencies, "agency"), fields.text("list"),
                fields.reference("imported_by", agencies, "agency"),
                fields.optionalText("nationality").map(ignored -> fields.nationality("nationality")),
                fields.references("waves", waves, "wave"), fields.oneOf("format", Lists.Format.class), columns, fields.list("scripts"), fields.date("first_date"),
                fields.whole("versions", 1, 400), fields.whole("days_between", 0, 400), fields.share("coverage"), fields.reference("errors", profiles, "error profile"));
    }

    private Map<String, Map<Lists.ErrorKind, Figure>> profiles() {
        Map<String, Map<Lists.ErrorKind, Figure>> profiles = new TreeMap<>();
        folder.table("errors.csv", sources, fields -> {
            String profile = fields.id("profile");
            Lists.ErrorKind kind = fields.oneOf("error", Lists.ErrorKind.class);
            Figure rate = kind == Lists.ErrorKind.AGE_ERROR_YEARS ? fields.figure("rate", 0, MOST_AGE_ERROR_YEARS) : fields.share("rate");
            if (profiles.computeIfAbsent(profile, ignored -> new EnumMap<>(Lists.ErrorKind.class)).put(kind, rate) != null) {
                throw fields.refuse("error-twice", "error", "The error (" + kind + ") stands twice in the profile (" + profile + ").", "one of the two belongs to another profile.");
            }
            return rate;
        });
        profiles.replaceAll((profile, rates) -> Map.copyOf(rates));
        return Map.copyOf(profiles);
    }
}
