package org.moei.rehearsal.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The tables of a picture, in the columns that docs/scenarios.md names. */
final class PictureTables {
    private PictureTables() {}

    static List<CsvTable> of(Scenario scenario) {
        Picture picture = scenario.picture();
        List<CsvTable> tables = new ArrayList<>();

        CsvTable sources = table(tables, "sources.csv", "id", "title", "address", "grade", "seen");
        new TreeMap<>(scenario.sources()).values().forEach(s -> sources.add(s.id(), s.title(), s.address(), s.grade(), s.seen()));

        CsvTable townships = table(tables, "townships.csv", "id", "name", "region", "country", "latitude", "longitude", "source");
        scenario.parties().townships().forEach(t -> townships.add(t.id(), t.name(), t.region(), t.country(), t.latitude(), t.longitude(), t.source()));

        CsvTable compounds = table(tables, "compounds.csv", "id", "name", "other_names", "township", "country", "activities", "status", "grade", "source");
        picture.compounds().forEach(c -> compounds.add(c.id(), c.name(), c.otherNames(), c.township(), c.country(), c.activities(), c.status(), c.grade(), c.source()));

        CsvTable points = table(tables, "supply-points.csv", "id", "number", "name", "township", "feeds", "buyer", "supplies", "grade", "source");
        picture.supplyPoints().forEach(p -> points.add(p.id(), p.number(), p.name(), p.township(), p.feeds(), p.buyer(), p.supplies(), p.grade(), p.source()));

        CsvTable measures = table(tables, "measures.csv", "id", "point", "supply", "kind", "date", "until", "by", "amount", "unit", "text", "grade", "source");
        picture.measures().forEach(m -> measures.add(m.id(), m.point(), m.supply(), m.kind(), m.date(), m.until(), m.by(), m.amount(), m.unit(), m.text(), m.grade(), m.source()));

        CsvTable effects = table(tables, "effects.csv", "id", "measure", "date", "amount", "unit", "text", "grade", "source");
        picture.effects().forEach(e -> effects.add(e.id(), e.measure(), e.date(), e.amount(), e.unit(), e.text(), e.grade(), e.source()));

        CsvTable substitutes = table(tables, "substitutes.csv", "id", "supply", "kind", "points", "from", "until", "extent", "text", "grade", "source");
        picture.substitutes().forEach(s -> substitutes.add(s.id(), s.supply(), s.kind(), s.points(), s.from(), s.until(), s.extent(), s.text(), s.grade(), s.source()));

        CsvTable harms = table(tables, "harms.csv", "id", "kind", "township", "points", "date", "until", "amount", "unit", "text", "grade", "source");
        picture.harms().forEach(h -> harms.add(h.id(), h.kind(), h.township(), h.points(), h.date(), h.until(), h.amount(), h.unit(), h.text(), h.grade(), h.source()));

        networks(picture, tables);

        CsvTable subjects = table(tables, "subjects.csv", "id", "question");
        picture.subjects().forEach(s -> subjects.add(s.id(), s.question()));

        CsvTable claims = table(tables, "claims.csv", "id", "subject", "kind", "definition", "country", "low", "high", "bound", "unit", "text", "said", "attributed_to", "date", "about", "grade", "source");
        picture.claims().forEach(c -> claims.add(c.id(), c.subject(), c.kind(), c.definition(), c.country(), c.low(), c.high(), c.bound(), c.unit(), c.text(), c.said(), c.attributedTo(),
                c.date(), c.about(), c.grade(), c.source()));
        return tables;
    }

    private static void networks(Picture picture, List<CsvTable> tables) {
        CsvTable networks = table(tables, "networks.csv", "id", "name", "other_names", "kind", "country", "text", "grade", "source");
        picture.networks().forEach(n -> networks.add(n.id(), n.name(), n.otherNames(), n.kind(), n.country(), n.text(), n.grade(), n.source()));

        CsvTable links = table(tables, "links.csv", "id", "from", "kind", "to", "date", "said_by", "text", "grade", "source");
        picture.links().forEach(l -> links.add(l.id(), l.from(), l.kind(), l.to(), l.date(), l.saidBy(), l.text(), l.grade(), l.source()));

        CsvTable sanctions = table(tables, "sanctions.csv", "id", "network", "date", "authority", "programme", "reference", "listed_name", "text", "grade", "source");
        picture.sanctions().forEach(s -> sanctions.add(s.id(), s.network(), s.date(), s.authority(), s.programme(), s.reference(), s.listedName(), s.text(), s.grade(), s.source()));

        CsvTable events = table(tables, "events.csv", "id", "network", "date", "text", "grade", "source");
        picture.events().forEach(e -> events.add(e.id(), e.network(), e.date(), e.text(), e.grade(), e.source()));
    }

    private static CsvTable table(List<CsvTable> tables, String file, String... header) {
        CsvTable table = new CsvTable(file, header);
        tables.add(table);
        return table;
    }
}
