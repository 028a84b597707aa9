package org.moei.foundation.journal;

import java.util.ArrayList;
import java.util.List;

/**
 * Hands the journal to its followers in order and without gaps, whoever appended what. Each follower has a place of its
 * own, so that one that failed is handed its actions again and the others are not.
 */
final class Followers {
    private static final int PAGE = 2_000;

    private final Journal journal;
    private final List<Place> places = new ArrayList<>();

    /** How far a follower has read. */
    private static final class Place {
        private final Follower follower;
        private long position;

        private Place(Follower follower) {
            this.follower = follower;
        }

        private void handNew(List<Recorded> page) {
            List<Recorded> unread = position < page.getFirst().position() ? page : page.stream().filter(r -> r.position() > position).toList();
            if (!unread.isEmpty()) {
                hand(unread);
            }
        }

        private void hand(List<Recorded> actions) {
            follower.follow(actions);
            position = actions.getLast().position();
        }
    }

    Followers(Journal journal) {
        this.journal = journal;
    }

    /** A follower that comes late reads what the others have read. */
    synchronized void add(Follower follower) {
        Place place = new Place(follower);
        catchUp(place, places.stream().mapToLong(p -> p.position).max().orElse(0));
        places.add(place);
    }

    /**
     * After a commit: what was appended, and the highest position that a receipt names (that of a repeated action may
     * lie behind or before what this process has read).
     */
    synchronized void committed(List<Recorded> appended, long highest) {
        for (Place place : places) {
            if (!appended.isEmpty() && appended.getFirst().position() == place.position + 1) {
                place.hand(appended);
            }
            catchUp(place, highest);
        }
    }

    /** Reads the journal once for all who have not read it, page by page. */
    synchronized void catchUp(long until) {
        long read = places.stream().mapToLong(p -> p.position).min().orElse(until);
        while (read < until) {
            List<Recorded> page = journal.read(read, (int) Math.min(PAGE, until - read));
            if (page.isEmpty()) {
                return;
            }
            places.forEach(place -> place.handNew(page));
            read = page.getLast().position();
        }
    }

    private void catchUp(Place place, long until) {
        while (place.position < until) {
            List<Recorded> page = journal.read(place.position, (int) Math.min(PAGE, until - place.position));
            if (page.isEmpty()) {
                return;
            }
            place.hand(page);
        }
    }
}
