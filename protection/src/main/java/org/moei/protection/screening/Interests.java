package org.moei.protection.screening;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.moei.base.Problem;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.journal.Action;
import org.moei.foundation.journal.Envelope;
import org.moei.foundation.journal.Follower;
import org.moei.foundation.journal.Json;
import org.moei.foundation.journal.Recorded;
import org.moei.protection.people.Held;
import org.moei.protection.people.People;
import org.moei.protection.people.RecordKind;
import org.moei.protection.people.Roster;

/**
 * Conflicts of interest: whoever screens, interprets or decides on a person is asked before whether something binds them to that person or to
 * those who held them. The answer is an action, sealed under the person's key, so that the database tells who was asked and not what was said.
 * Who declared a conflict is refused for that person from then on; the own answer cannot be taken back.
 */
public final class Interests implements Follower {
    static final String ASKED = "screening.interest-asked";

    private static final int LONGEST = 1_000;

    private final WingFoundation foundation;
    private final People people;
    private final Held held;
    private final Map<UUID, Map<UUID, Long>> positions = new ConcurrentHashMap<>();

    /** Over the wing's people. */
    public Interests(WingFoundation foundation, Roster roster, People people) {
        this.foundation = foundation;
        this.people = people;
        this.held = new Held(foundation, roster);
    }

    /** What may bind somebody. */
    public enum Kind {
        RELATIVE,
        /** From before: neighbour, friend, debtor. */
        KNOWN,
        /** Held or worked in the same compound. */
        SAME_COMPOUND,
        /** Of those who held the person, or of their families. */
        SAME_GANG,
        /** Paid, employed or housed by a party: a state, an armed group, an embassy, a family, a company. */
        PAID,
        /** Of the same small community, where what is said travels. */
        SAME_COMMUNITY,
        OTHER;

        /** As in the sealed answer and in texts. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Where an account stands towards a person. */
    public enum Standing {
        UNASKED,
        NONE,
        DECLARED
    }

    /**
     * An answer. Sealed under the person's key, one group for each account.
     *
     * @param kinds ids of {@link Kind}; empty where nothing binds
     * @param words in the account's own words, or empty
     */
    public record Answer(List<String> kinds, String words) {
        public Answer {
            kinds = kinds == null ? List.of() : List.copyOf(kinds);
            words = words == null ? "" : words;
        }
    }

    @Override
    public void follow(List<Recorded> actions) {
        for (Recorded each : actions) {
            Envelope envelope = each.envelope();
            if (envelope.type().equals(ASKED)) {
                positions.computeIfAbsent(envelope.touches().getFirst().record(), p -> new ConcurrentHashMap<>()).put(UUID.fromString(envelope.clear("account")), each.position());
            }
        }
    }

    private static String group(UUID account) {
        return "interest:" + account;
    }

    /** Where an account stands; {@code UNASKED} also where the answer went with an erased key. */
    public Standing standing(UUID account, UUID person) {
        Long position = positions.getOrDefault(person, Map.of()).get(account);
        if (position == null) {
            return Standing.UNASKED;
        }
        Optional<Answer> answer = foundation.journal().read(position - 1, 1).stream()
                .map(Recorded::envelope)
                .flatMap(e -> e.findPart(person, group(account)).stream())
                .flatMap(part -> foundation.vault().findOpen(part.sealed()).stream())
                .map(bytes -> Json.read(bytes, Answer.class))
                .findFirst();
        return answer.map(a -> a.kinds().isEmpty() ? Standing.NONE : Standing.DECLARED).orElse(Standing.UNASKED);
    }

    /** Where a viewer who screens, decides or interprets stands towards a person.
     *
     * @throws org.moei.base.ProblemException {@code DENIED} where the viewer does neither hold nor interpret the person
     */
    public Standing standing(Viewer viewer, UUID person) {
        requireConcerned(viewer, person);
        return standing(viewer.account(), person);
    }

    private void requireConcerned(Viewer viewer, UUID person) {
        if (viewer.role().permits(Permission.SESSION_SEE)) {
            if (people.findOutside(viewer, Permission.SESSION_SEE, person).isEmpty()) {
                throw Authoriser.denied();
            }
        } else {
            held.require(viewer, Permission.SCREENING_INTERVIEW, person);
        }
    }

    /**
     * The action that keeps what the hand's account answered about itself.
     *
     * @param kinds what binds it; empty where nothing does
     * @throws org.moei.base.ProblemException {@code DENIED} as {@link #standing}; {@code interest-declared} where a conflict was declared before
     */
    public Action answer(Hand hand, UUID person, List<Kind> kinds, String words) {
        Viewer viewer = hand.viewer();
        if (standing(viewer, person) == Standing.DECLARED) {
            throw declared();
        }
        if (words.length() > LONGEST) {
            throw Problem.of(Problem.Kind.WRONG_USE, "interest-words", "What binds somebody is told in at most " + LONGEST + " characters.").asException();
        }
        return hand.act(ASKED, 1)
                .touch(person, RecordKind.PERSON.id(), Action.ANY)
                .clear("account", viewer.account().toString())
                .seal(person, group(viewer.account()), new Answer(kinds.stream().map(Kind::id).toList(), words.strip()))
                .build();
    }

    /** Refuses an account that declared a conflict; one that was not asked passes, as imports and rehearsals do. */
    void requireNone(Viewer viewer, UUID person) {
        if (standing(viewer.account(), person) == Standing.DECLARED) {
            foundation.accessLog().denied(viewer, "interest-declared", List.of(person));
            throw declared();
        }
    }

    /** Refuses an account that was not asked yet, or declared a conflict: what every page asks before it keeps anything. */
    public void requireAsked(Viewer viewer, UUID person) {
        requireNone(viewer, person);
        if (standing(viewer, person) == Standing.UNASKED) {
            throw Problem.of(Problem.Kind.REFUSED, "interest-unasked", "Whoever screens, interprets or decides says before whether something binds them to the person.").asException();
        }
    }

    private static RuntimeException declared() {
        return Problem.of(Problem.Kind.REFUSED, "interest-declared", "This account declared a conflict of interest for this person; somebody else takes over.").asException();
    }
}
