package org.moei.console.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.moei.protection.Protection;
import org.moei.protection.reception.ListFile;
import org.moei.protection.reception.ListImport;
import org.moei.protection.reception.Reconciliation;
import org.moei.rehearsal.day.DayReport;
import org.moei.rehearsal.day.ReturnScore;
import org.moei.rehearsal.lists.Manifest;

/** The parts of the demo's summary, as docs/formats.md names them. */
final class Summary {
    private Summary() {}

    static Map<String, Object> list(Manifest.ListFile file, ListFile about, ListImport.Result result, Protection protection) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("name", file.list());
        line.put("version", file.version());
        line.put("rows", file.rows());
        line.put("stated_total", about.stated().isPresent() ? about.stated().getAsLong() : null);
        long sum = protection.reception().lists().find(result.list()).map(v -> Reconciliation.sum(v.about()).orElse(file.rows())).orElse((long) file.rows());
        line.put("sum_of_rows", sum);
        return line;
    }

    static List<Map<String, Object>> contradictions(List<Reconciliation.Contradiction> all) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Reconciliation.Contradiction each : all) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("list", each.list());
            line.put("version", each.version());
            line.put("kind", each.kind().id());
            line.put("row", each.row());
            line.put("stated", each.stated());
            line.put("counted", each.counted());
            line.put("inferred", each.inferred());
            lines.add(line);
        }
        return lines;
    }

    static List<Map<String, Object>> returned(List<ReturnScore.Row> rows) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (ReturnScore.Row row : rows) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("date", row.date().toString());
            line.put("simulated", Math.round(row.simulated()));
            line.put("published", Math.round(row.published()));
            line.put("fitted", row.fitted());
            line.put("source", row.source());
            lines.add(line);
        }
        return lines;
    }

    static Map<String, Object> journey(DayReport report, DayReport.Journey journey) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("date", report.date().toString());
        line.put("people", journey.seated());
        line.put("objective", journey.objective());
        line.put("bound", journey.bound());
        line.put("gap", journey.gap());
        return line;
    }
}
