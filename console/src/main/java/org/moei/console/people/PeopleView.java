package org.moei.console.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.moei.console.layout.AlreadyLogged;
import org.moei.console.layout.Shown;
import org.moei.console.layout.Track;
import org.moei.console.layout.Written;
import org.moei.foundation.access.Viewer;

/** Persons: found by token, shown with everything that is known and who says so. */
public interface PeopleView {

    /**
     * People in the viewer's scope by token.
     *
     * @param filter empty, or the key of a waiting row on the home page
     * @param after the token after which the page begins, or empty
     */
    PeoplePage people(Viewer viewer, String filter, String after);

    /** The person whose token this is. */
    Optional<UUID> findByToken(Viewer viewer, String token);

    Optional<PersonPage> person(Viewer viewer, UUID person);

    /** Adds what somebody says; nothing is overwritten. */
    void say(Viewer viewer, UUID person, Statement statement);

    /** The questions of consent and what was answered. */
    Optional<ConsentPage> consents(Viewer viewer, UUID person);

    /** Keeps an answer to a question of consent. */
    void consent(Viewer viewer, UUID person, String purpose, ConsentAnswer answer);

    /** Takes a link to a list row apart again. */
    void unlink(Viewer viewer, UUID person, UUID link, String reason);

    /** Links again what was taken apart. */
    void relink(Viewer viewer, UUID person, UUID link);

    /** Keeps that somebody must not share a seat or a room with somebody else, named by token. */
    void keepApart(Viewer viewer, UUID person, String token, String words);

    /** Takes that back, as the person who said it wants. */
    void liftApart(Viewer viewer, UUID person, UUID other, String reason);

    /**
     * A statement.
     *
     * @param field name, birth, nationality, language, document or phone
     */
    record Statement(String field, String text, String language, String saidBy) {}

    /** A line of the list: token, never name. */
    record Line(UUID id, String token, String from, String speaks, List<Track> tracks, String open, boolean stopped, String waits) {}

    /** A page of lines. */
    record PeoplePage(List<Line> lines, long total, String next, List<Filter> filters, String filter) implements Shown {
        @Override
        public List<UUID> records() {
            return lines.stream().map(Line::id).toList();
        }
    }

    /** A way to narrow the list. */
    record Filter(String key, String words, long people) {}

    /**
     * A fact: as written beside as read, with who says so.
     *
     * @param link the record that says so, where it is a list's row
     * @param also others who say the very same
     */
    record Fact(String field, Written written, String read, String doubt, String apart, String source, String when, Optional<UUID> link, List<String> also) {
        /** Of one source. */
        public Fact(String field, Written written, String read, String doubt, String apart, String source, String when, Optional<UUID> link) {
            this(field, written, read, doubt, apart, source, when, link, List.of());
        }
    }

    /** An answer of the person: yes, no, not-known or not-asked. */
    record Consent(String purpose, String recipient, String answer, String words, String heard, boolean onSlip) {}

    /**
     * An answer as typed.
     *
     * @param answer yes, no or not-known
     */
    record ConsentAnswer(String answer, String words, String interpreter, String present, String withholdFrom, String guardian, String bestInterest) {}

    /**
     * What is asked, in the language of the person where it is translated.
     *
     * @param child whose yes needs a guardian
     * @param own empty where nobody has translated the questions into the language
     */
    record ConsentPage(UUID id, String token, String language, boolean child, Optional<ConsentWords> own, List<Consent> consents, boolean mayRecord) implements AlreadyLogged {}

    /** Somebody the person is with, or must be kept apart from. */
    record Companion(UUID person, String token, boolean apart, boolean bothWant, String words, boolean mayLift) {}

    /** What was done; an undone act stays, struck. */
    record Act(Instant at, Optional<Instant> kept, String what, String note, boolean undone) {}

    /** Somewhere the person stands on a list; the row can be taken apart from the person again. */
    record OnList(UUID list, UUID row, String words, String when) {}

    /**
     * The page of a person.
     *
     * @param headline the name as the person writes it, if names are open and one is known
     * @param gap one sentence that names the most pressing gap, or empty
     * @param advice what closes it
     */
    record PersonPage(
            UUID id,
            String token,
            Optional<Written> headline,
            String summary,
            List<Track> tracks,
            String gap,
            String advice,
            boolean stopped,
            List<Fact> facts,
            List<Consent> consents,
            List<Companion> companions,
            List<Act> acts,
            List<OnList> lists,
            boolean mayEdit,
            boolean mayConsent,
            boolean mayScreen,
            Optional<LocalDate> custodyEnds) implements AlreadyLogged {}
}
