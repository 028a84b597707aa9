package org.moei.protection.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.moei.foundation.access.Holding;

/**
 * One record in the roster: its clear fields as they stand, and what only an unlocked vault can tell (consents, fear).
 * Changed by the roster alone, under its lock; readers see it through {@link Roster}.
 */
public final class Entry {
    private final UUID id;
    private final RecordKind kind;
    private final Instant made;
    String token = "";
    String list = "";
    long row;
    String agency = "";
    String place = "";
    String nationality = "";
    String sex = "";
    String ageBand = "";
    String language = "";
    String howOut = "";
    String urgent = "";
    String group = "";
    String state = "";
    String unscreened = "";
    String journey = "";
    Instant changed;
    long version;
    final Map<Track, Track.State> tracks = new EnumMap<>(Track.class);
    final Map<Track, Instant> since = new EnumMap<>(Track.class);
    final List<Holding> holdings = new ArrayList<>();
    final Set<String> consents = new HashSet<>();
    boolean fearsReturn;
    boolean declared;

    Entry(UUID id, RecordKind kind, Instant made) {
        this.id = id;
        this.kind = kind;
        this.made = made;
        this.changed = made;
    }

    public UUID id() {
        return id;
    }

    public RecordKind kind() {
        return kind;
    }

    /** When the first action on it happened. */
    public Instant made() {
        return made;
    }

    /** When the last action on it happened. */
    public Instant changed() {
        return changed;
    }

    /** The position of the last action on it: what an edit is based on. */
    public long version() {
        return version;
    }

    public String token() {
        return token;
    }

    /** The version of a list that it is a row of, or empty. */
    public String list() {
        return list;
    }

    public long row() {
        return row;
    }

    public String agency() {
        return agency;
    }

    public String place() {
        return place;
    }

    /** ISO 3166 alpha-3, {@code XXA} for a stateless person (ICAO 9303), empty where nobody asked. */
    public String nationality() {
        return nationality;
    }

    public String sex() {
        return sex;
    }

    /** Under 18 by what is known; a band that nobody asked for is none. */
    public boolean isChild() {
        return ageBand.equals("0-17");
    }

    public String ageBand() {
        return ageBand;
    }

    public String language() {
        return language;
    }

    public String howOut() {
        return howOut;
    }

    public String urgent() {
        return urgent;
    }

    /** Companions who both want to travel together share it. */
    public String group() {
        return group;
    }

    /** A word for where the person is in the operation: here, departed, landed, home; or empty. */
    public String state() {
        return state;
    }

    /** Who answers for leaving unscreened, or empty. */
    public String unscreened() {
        return unscreened;
    }

    /** The journey on which there is a seat, or empty. */
    public String journey() {
        return journey;
    }

    public Track.State track(Track track) {
        return tracks.getOrDefault(track, Track.State.OPEN);
    }

    /** Since when the track is in its state. */
    public Instant since(Track track) {
        return since.getOrDefault(track, made);
    }

    public List<Holding> holdings() {
        return List.copyOf(holdings);
    }

    /** Whether consent was given to a recipient for a purpose and not revoked, e.g. {@code own-embassy}, {@code packet}. */
    public boolean hasConsent(String recipient, String purpose) {
        return consents.contains(recipient + "/" + purpose);
    }

    /** A claim of fear stops embassy contact and travel. */
    public boolean fearsReturn() {
        return fearsReturn;
    }

    /** Whether the person declared in private to want to travel. */
    public boolean declared() {
        return declared;
    }

    /** Open tracks that a filled one depends on: seat but no screening. */
    public List<Track> gaps() {
        List<Track> gaps = new ArrayList<>();
        for (Track filled : Track.values()) {
            if (track(filled) == Track.State.OPEN || track(filled) == Track.State.NOT_NEEDED) {
                continue;
            }
            for (Track needed : filled.dependsOn()) {
                if (!track(needed).isSettled() && !gaps.contains(needed) && track(needed) != Track.State.STOPPED) {
                    gaps.add(needed);
                }
            }
        }
        gaps.sort(null);
        return gaps;
    }
}
