package org.moei.console.people;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.moei.console.layout.Nations;
import org.moei.console.layout.Texts;
import org.moei.console.layout.Track;
import org.moei.protection.people.Entry;
import org.moei.protection.people.Track.State;

/** How a record of the roster reads on a page: tracks with their gaps, where from, what is open. */
public final class PersonWords {
    private PersonWords() {}

    /** The nine tracks; notes only where a page has room for them. */
    public static List<Track> tracks(Entry entry, Instant now, boolean notes) {
        List<org.moei.protection.people.Track> gaps = entry.gaps();
        List<Track> tracks = new ArrayList<>();
        for (org.moei.protection.people.Track track : org.moei.protection.people.Track.values()) {
            State state = entry.track(track);
            String glyph = gaps.contains(track)
                    ? "gap"
                    : switch (state) {
                        case OPEN -> "open";
                        case PART -> "part";
                        case WAIT -> "wait";
                        case DONE -> "done";
                        case UNKNOWN -> "unk";
                        case NOT_NEEDED -> "none";
                        case STOPPED -> "stop";
                    };
            String note = notes ? Texts.english().of(state == State.OPEN ? "track.open-for" : "track.for", age(entry.since(track), now)) : "";
            tracks.add(new Track(track.id(), glyph, "", note));
        }
        return tracks;
    }

    /** Nationality code and language, as lists show them. */
    public static String from(Entry entry) {
        String nationality = entry.nationality().isEmpty() ? Texts.english().of("answer.not-asked") : entry.nationality();
        return entry.language().isEmpty() ? nationality : nationality + " · " + Nations.language(entry.language());
    }

    /** The urgent need in words of a closed list, or empty. */
    public static String urgent(Entry entry) {
        return worded("urgent." + entry.urgent(), entry.urgent());
    }

    /** How somebody came out, in words, or empty. */
    public static String wayOut(Entry entry) {
        return worded("way-out." + entry.howOut(), entry.howOut());
    }

    private static String worded(String key, String word) {
        return Texts.english().has(key) ? Texts.english().of(key) : word;
    }

    /** The gaps in words, or empty. */
    public static String open(Entry entry) {
        if (isStopped(entry)) {
            return Texts.english().of("people.stopped");
        }
        List<String> words = entry.gaps().stream().map(track -> Texts.english().of("gap." + track.id())).toList();
        return words.isEmpty() ? "" : Texts.english().of("people.gaps", String.join(", ", words));
    }

    public static boolean isStopped(Entry entry) {
        for (org.moei.protection.people.Track track : org.moei.protection.people.Track.values()) {
            if (entry.track(track) == State.STOPPED) {
                return true;
            }
        }
        return false;
    }

    public static boolean isHere(Entry entry) {
        return entry.kind() == org.moei.protection.people.RecordKind.PERSON && entry.state().equals("here");
    }

    /** How long ago, in the largest unit that says enough. */
    public static String age(Instant at, Instant now) {
        Duration age = Duration.between(at, now);
        if (age.toDays() >= 2) {
            return Texts.english().of("page.age-days", age.toDays());
        }
        return age.toHours() >= 1 ? Texts.english().of("page.age-hours", age.toHours()) : Texts.english().of("page.age-minutes", Math.max(0, age.toMinutes()));
    }

    /** A count under ten is not shown to those who work with counts only. */
    public static String small(long count) {
        return count > 0 && count < 10 ? Texts.english().of("numbers.small") : Texts.number(count);
    }

    /** The first step that is missing before somebody can travel, as a key of texts. */
    public static String firstMissing(Entry entry) {
        if (isStopped(entry)) {
            return "next.stopped";
        }
        if (!entry.track(org.moei.protection.people.Track.SCREENING).isSettled()) {
            return "next.screening";
        }
        if (!entry.declared()) {
            return "next.wish";
        }
        if (!entry.track(org.moei.protection.people.Track.IDENTITY).isSettled()) {
            return entry.hasConsent("own-embassy", "packet") ? "next.identity" : "next.consent";
        }
        if (!entry.track(org.moei.protection.people.Track.DOCUMENT).isSettled()) {
            return "next.document";
        }
        if (!entry.track(org.moei.protection.people.Track.MONEY).isSettled()) {
            return "next.money";
        }
        return entry.track(org.moei.protection.people.Track.SEAT).isSettled() ? "next.ready" : "next.seat";
    }

    /** All steps in the order in which they are looked for. */
    public static final List<String> STEPS = List.of(
            "next.screening", "next.wish", "next.consent", "next.identity", "next.document", "next.money", "next.seat", "next.stopped", "next.ready");
}
