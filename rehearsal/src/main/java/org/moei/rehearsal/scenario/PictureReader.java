package org.moei.rehearsal.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the disruption picture from the folder {@code picture/}; a scenario without one has an empty picture. */
final class PictureReader {
    private static final double MOST = 1e15;

    private final Folder folder;
    private final Set<String> sources;
    private final Set<String> townships;

    PictureReader(Folder folder, Set<String> sources, Set<String> townships) {
        this.folder = folder;
        this.sources = sources;
        this.townships = townships;
    }

    Picture read() {
        List<Picture.Compound> compounds = ScenarioReader.unique("picture/compounds.csv", folder.tableIfThere("picture/compounds.csv", sources, this::compound), Picture.Compound::id);
        List<Picture.SupplyPoint> points = ScenarioReader.unique("picture/supply-points.csv", folder.tableIfThere("picture/supply-points.csv", sources, this::point), Picture.SupplyPoint::id);
        Set<String> pointIds = ScenarioReader.set(points, Picture.SupplyPoint::id);
        List<Picture.Measure> measures = ScenarioReader.unique("picture/measures.csv", folder.tableIfThere("picture/measures.csv", sources, fields -> measure(fields, pointIds)), Picture.Measure::id);
        Set<String> measureIds = ScenarioReader.set(measures, Picture.Measure::id);
        List<Picture.Network> networks = ScenarioReader.unique("picture/networks.csv", folder.tableIfThere("picture/networks.csv", sources, PictureReader::network), Picture.Network::id);
        Set<String> networkIds = ScenarioReader.set(networks, Picture.Network::id);
        Set<String> subjects = new HashSet<>(networkIds);
        subjects.addAll(ScenarioReader.set(compounds, Picture.Compound::id));
        List<Picture.Subject> questions = ScenarioReader.unique("picture/subjects.csv",
                folder.tableIfThere("picture/subjects.csv", sources, fields -> new Picture.Subject(fields.id("id"), fields.text("question"))), Picture.Subject::id);
        Set<String> questionIds = ScenarioReader.set(questions, Picture.Subject::id);
        return new Picture(compounds, points, measures,
                folder.tableIfThere("picture/effects.csv", sources, fields -> new Picture.Effect(fields.id("id"), fields.reference("measure", measureIds, "measure"), fields.dayOrMonth("date"),
                        fields.optionalFigure("amount", 0, MOST), fields.textOrEmpty("unit"), fields.text("text"), fields.grade(), fields.source())),
                folder.tableIfThere("picture/substitutes.csv", sources, fields -> substitute(fields, pointIds)),
                folder.tableIfThere("picture/harms.csv", sources, fields -> harm(fields, pointIds)),
                networks,
                folder.tableIfThere("picture/links.csv", sources, fields -> new Picture.NetworkLink(fields.id("id"), fields.reference("from", networkIds, "network"),
                        fields.oneOf("kind", Picture.LinkKind.class), fields.reference("to", subjects, "network or compound"), fields.dayOrMonth("date"), fields.text("said_by"),
                        fields.textOrEmpty("text"), fields.grade(), fields.source())),
                folder.tableIfThere("picture/sanctions.csv", sources, fields -> new Picture.Sanction(fields.id("id"), fields.reference("network", networkIds, "network"), fields.date("date"),
                        fields.text("authority"), fields.text("programme"), fields.textOrEmpty("reference"), fields.text("listed_name"), fields.textOrEmpty("text"),
                        fields.grade(), fields.source())),
                folder.tableIfThere("picture/events.csv", sources, fields -> new Picture.NetworkEvent(fields.id("id"), fields.reference("network", networkIds, "network"),
                        fields.dayOrMonth("date"), fields.text("text"), fields.grade(), fields.source())),
                questions,
                ScenarioReader.unique("picture/claims.csv", folder.tableIfThere("picture/claims.csv", sources, fields -> claim(fields, subjects, questionIds)), Picture.Claim::id));
    }

    private Picture.Compound compound(Fields fields) {
        return new Picture.Compound(fields.id("id"), fields.text("name"), fields.list("other_names"), fields.reference("township", townships, "township"),
                fields.country("country"), fields.anyOf("activities", Picture.Activity.class), fields.text("status"), fields.grade(), fields.source());
    }

    private Picture.SupplyPoint point(Fields fields) {
        return new Picture.SupplyPoint(fields.id("id"), fields.whole("number", 1, 999), fields.text("name"), fields.reference("township", townships, "township"),
                fields.reference("feeds", townships, "township"), fields.text("buyer"), fields.anyOf("supplies", Picture.Supply.class), fields.grade(), fields.source());
    }

    private static Picture.Measure measure(Fields fields, Set<String> points) {
        return new Picture.Measure(fields.id("id"), fields.optionalReference("point", points, "supply point"), fields.oneOf("supply", Picture.Supply.class),
                fields.oneOf("kind", Picture.MeasureKind.class), fields.date("date"), fields.optionalDate("until"), fields.text("by"),
                fields.optionalFigure("amount", 0, MOST), fields.textOrEmpty("unit"), fields.text("text"), fields.grade(), fields.source());
    }

    private static Picture.Substitute substitute(Fields fields, Set<String> points) {
        return new Picture.Substitute(fields.id("id"), fields.oneOf("supply", Picture.Supply.class), fields.oneOf("kind", Picture.SubstituteKind.class),
                fields.references("points", points, "supply point"), fields.dayOrMonth("from"), fields.optionalDayOrMonth("until"), fields.oneOf("extent", Picture.Extent.class),
                fields.text("text"), fields.grade(), fields.source());
    }

    private Picture.Harm harm(Fields fields, Set<String> points) {
        return new Picture.Harm(fields.id("id"), fields.oneOf("kind", Picture.HarmKind.class), fields.reference("township", townships, "township"),
                fields.references("points", points, "supply point"), fields.dayOrMonth("date"), fields.optionalDayOrMonth("until"), fields.optionalFigure("amount", 0, MOST),
                fields.textOrEmpty("unit"), fields.text("text"), fields.grade(), fields.source());
    }

    private static Picture.Network network(Fields fields) {
        return new Picture.Network(fields.id("id"), fields.text("name"), fields.list("other_names"), fields.oneOf("kind", Picture.NetworkKind.class), fields.country("country"),
                fields.textOrEmpty("text"), fields.grade(), fields.source());
    }

    private static Picture.Claim claim(Fields fields, Set<String> subjects, Set<String> questions) {
        Picture.Bound bound = fields.oneOf("bound", Picture.Bound.class);
        Optional<Figure> low = fields.optionalFigure("low", 0, MOST);
        Optional<Figure> high = fields.optionalFigure("high", 0, MOST);
        if (low.isEmpty() != (bound == Picture.Bound.NO_FIGURE) || (bound == Picture.Bound.RANGE) == high.isEmpty()) {
            throw fields.refuse("claim-figure", "bound", "The figures of the claim do not fit its bound (" + Fields.word(bound) + ").",
                    "a range has low and high, no-figure has neither, all others have low alone.");
        }
        return new Picture.Claim(fields.id("id"), fields.reference("subject", questions, "subject"), fields.oneOf("kind", Picture.ClaimKind.class), fields.text("definition"), fields.country("country"),
                low, high, bound, fields.textOrEmpty("unit"), fields.text("text"), fields.text("said"), fields.textOrEmpty("attributed_to"), fields.optionalDayOrMonth("date"),
                fields.optionalReference("about", subjects, "network or compound"), fields.grade(), fields.source());
    }
}
