package org.moei.disruption.supplies;

import java.util.List;
import org.moei.disruption.picture.Basis;
import org.moei.disruption.picture.Content;
import org.moei.disruption.picture.EntryType;
import org.moei.disruption.picture.Texts;

/** What took the place of a supply. @param points keys of the supply points that it replaces @param extent as reported; never a measured amount */
public record Substitute(String key, Supply supply, Kind kind, List<String> points, Extent extent, String text, Basis basis) implements Content {
    public static final EntryType<Substitute> TYPE = new EntryType<>("supplies.substitute-recorded", 1, Substitute.class);

    public enum Kind {
        GENERATOR("generators"),
        SOLAR("solar"),
        NEIGHBOUR_GRID("a neighbour's grid"),
        SATELLITE("satellite internet"),
        SMUGGLED_FUEL("smuggled fuel");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** As pages write it. */
        public String words() {
            return words;
        }
    }

    public enum Extent {
        IN_USE,
        LESS,
        NOT_REPORTED
    }

    public Substitute {
        key = Texts.orEmpty(key);
        points = Texts.orEmpty(points);
        text = Texts.orEmpty(text);
    }

    @Override
    public void check() {
        Texts.limit("points", points);
        Texts.require("text", text);
    }
}
