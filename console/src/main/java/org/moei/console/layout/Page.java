package org.moei.console.layout;

import gg.jte.Content;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;

/**
 * Everything a template needs besides its own model: frame, texts, formats.
 *
 * @param title already in words
 * @param viewer empty on the pages without sign-in
 * @param house what the facts strip says
 * @param navigation the links of the rail or the top block
 * @param assets the address of our own static files, with the hash of their bytes
 * @param csrf the field that each form carries
 * @param theme {@code system}, {@code light} or {@code dark}
 * @param letterKeys whether single letters act as keys
 * @param undo what was just done and can be taken back
 * @param notice what was just done and cannot, or what went wrong, in words
 */
public record Page(
        String title,
        Optional<Viewer> viewer,
        House house,
        List<Link> navigation,
        String assets,
        Csrf csrf,
        String theme,
        boolean letterKeys,
        Optional<Undo> undo,
        Optional<String> notice) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    /** A link of the navigation. */
    public record Link(String key, String address, String text, boolean current, long waiting, String letter) {}

    /** The hidden field against forged requests. */
    public record Csrf(String name, String token) {}

    /** The bar that says what was done, with the way back. */
    public record Undo(String text, String address, String until) implements java.io.Serializable {}

    public String t(String key, Object... arguments) {
        return Texts.english().of(key, arguments);
    }

    /** A sentence whose message holds markup. */
    public Content rich(String key, Object... arguments) {
        String html = Texts.english().rich(key, arguments);
        return output -> output.writeContent(html);
    }

    public String n(long value) {
        return Texts.number(value);
    }

    public String n(Optional<? extends Number> value) {
        return value.isPresent() ? Texts.number(value.get().longValue()) : "–";
    }

    public String day(LocalDate day) {
        return DAY.format(day);
    }

    public String shortDay(LocalDate day) {
        return SHORT_DAY.format(day);
    }

    public String shortDay(Instant at) {
        return SHORT_DAY.format(at.atZone(zone()));
    }

    public String weekday(Instant at) {
        return WEEKDAY.format(at.atZone(zone()));
    }

    public String time(Instant at) {
        return TIME.format(at.atZone(zone()));
    }

    public String dayAndTime(Instant at) {
        return t("page.day-and-time", day(at.atZone(zone()).toLocalDate()), time(at));
    }

    /** How long ago, in the largest unit that says enough. */
    public String age(Instant at) {
        return age(Duration.between(at, house.clock().instant()));
    }

    public String age(Duration age) {
        if (age.toDays() >= 2) {
            return t("page.age-days", age.toDays());
        }
        return age.toHours() >= 1 ? t("page.age-hours", age.toHours()) : t("page.age-minutes", Math.max(0, age.toMinutes()));
    }

    public LocalDate today() {
        return house.clock().instant().atZone(zone()).toLocalDate();
    }

    public Instant now() {
        return house.clock().instant();
    }

    public ZoneId zone() {
        return house.zone();
    }

    public String wing() {
        return viewer.map(v -> v.wing().word()).orElse("door");
    }

    /** Whether the viewer may follow a link; the page behind it asks again. */
    public boolean permits(Permission permission) {
        return viewer.map(v -> v.role().permits(permission)).orElse(false);
    }

    public boolean rehearsal() {
        return house.rehearsal();
    }
}
