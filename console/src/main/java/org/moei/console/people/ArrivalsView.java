package org.moei.console.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.moei.console.layout.Written;
import org.moei.foundation.access.Viewer;

/** Groups that arrive, and a line for each person. */
public interface ArrivalsView {

    /** Groups of this desk, open ones first, then the newest. */
    List<Group> groups(Viewer viewer);

    /** Who arrived on each of the last days, whether in a group or on a sheet; the newest first. */
    List<Group> days(Viewer viewer);

    /** Opens a group. */
    UUID open(Viewer viewer, String label, int announced);

    /** A group with its lines. */
    Optional<GroupPage> group(Viewer viewer, UUID group);

    /** Keeps a line: a token at once, and what was said so far. */
    Line keep(Viewer viewer, UUID group, Entry entry);

    /** Takes back a line of an open group. */
    void undo(Viewer viewer, UUID group, UUID person);

    /** Closes a group: after that, lines are corrected with a reason. */
    void close(Viewer viewer, UUID group);

    /** A group in the list. */
    record Group(UUID id, String label, Instant opened, int announced, int entered, boolean closed) {}

    /**
     * What was typed. Empty means not asked, {@code ?} asked and not known.
     *
     * @param action made by the device, so that a retry is harmless
     * @param token of a form that was printed in advance, or empty: the next one
     */
    record Entry(UUID action, String token, String sex, String age, String language, String urgent, String alone, String wayOut, String with, String name) {}

    /** A line as kept; three-valued fields read {@code not asked}, {@code ?} or their value. */
    record Line(
            UUID person,
            String token,
            String sex,
            String age,
            Written language,
            String languageName,
            String urgent,
            boolean urgentNow,
            String alone,
            boolean aloneYes,
            String wayOut,
            String with,
            Optional<Written> name,
            Instant kept) {}

    /** The grid. */
    record GroupPage(Group group, List<Line> lines, String nextToken, List<Choice> languages, List<String> waysOut, int under18, int alone, int medic, int languageCount) {}

    /** A language to type ahead: its code, own name and English name. */
    record Choice(String code, String own, String english) {}
}
