package org.moei.disruption.picture;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An entry with its source beside it.
 *
 * @param source empty where nobody recorded the source yet
 */
public record Shown<T extends Content>(Entry<T> entry, Optional<Source> source) {

    public T content() {
        return entry.content();
    }

    public String key() {
        return entry.key();
    }

    public Optional<LocalDate> day() {
        return content().basis().day();
    }

    public String grade() {
        return content().basis().grade();
    }

    /** The source's title, or its key where nobody recorded it. */
    public String sourceTitle() {
        return source.map(Source::title).orElse(content().basis().source());
    }

    /** Whether the text itself was read; claims whose text was not seen are drawn thin. */
    public boolean textRead() {
        return source.map(s -> s.seen() == Source.Seen.TEXT || s.seen() == Source.Seen.COPY).orElse(false);
    }

    /** How old it is, in days. */
    public OptionalLong ageOn(LocalDate today) {
        return day().map(day -> OptionalLong.of(ChronoUnit.DAYS.between(day, today))).orElse(OptionalLong.empty());
    }
}
