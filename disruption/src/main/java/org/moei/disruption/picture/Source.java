package org.moei.disruption.picture;

/**
 * Where entries come from.
 *
 * @param title what it is, in our words
 * @param address what leads to it
 * @param seen how much of the text was read
 */
public record Source(String key, String title, String address, Kind kind, Seen seen) implements Content {
    public static final EntryType<Source> TYPE = new EntryType<>("picture.source-recorded", 1, Source.class);

    /** How near the source is to what happened. */
    public enum Kind {
        PRIMARY,
        PRESS,
        AGGREGATOR,
        FILE,
        INFERRED,
        UNVERIFIED,
        ASSUMED
    }

    /** How much of the text was read. */
    public enum Seen {
        TEXT,
        COPY,
        NOT_SEEN,
        NOT_APPLICABLE
    }

    public Source {
        key = Texts.orEmpty(key);
        title = Texts.orEmpty(title);
        address = Texts.orEmpty(address);
    }

    /** A source stands on itself. */
    @Override
    public Basis basis() {
        return Basis.of(key, "F6", "");
    }

    @Override
    public void check() {
        Texts.require("title", title);
        Texts.limit("address", address);
    }
}
