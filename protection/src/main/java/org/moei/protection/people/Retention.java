package org.moei.protection.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.moei.base.Problem;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Grants;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Holding;
import org.moei.foundation.access.Permission;
import org.moei.foundation.journal.Action;
import org.moei.foundation.journal.Follower;
import org.moei.foundation.journal.Recorded;

/**
 * How long each agency keeps for each purpose, and whose time is over. The clock runs from the first day: where an agency set no
 * period, {@link #UNSET} holds. Nothing is erased by it: it proposes, a data-protection officer decides.
 */
public final class Retention implements Follower {
    /** Days after the last action on a record, where an agency set nothing. */
    public static final int UNSET = 365;

    /** How far ahead somebody may be kept longer, in days. */
    public static final int LONGEST_EXTENSION = 3_650;

    private static final String EXTENDED = "people.retention-extended";
    private static final String RULED = "people.retention-ruled";
    private static final int LONGEST = 36_500;

    private final WingFoundation foundation;
    private final Roster roster;
    private final ZoneId zone;
    private final Map<Clock, Integer> periods = new ConcurrentHashMap<>();
    private final Map<UUID, LocalDate> extended = new ConcurrentHashMap<>();

    /** Whose clock, for what. */
    private record Clock(String agency, String purpose) {}

    /**
     * A period.
     *
     * @param set whether the agency set it, or it is what holds without
     * @param due how many records are due on the day asked for
     */
    public record Period(String agency, String purpose, int days, boolean set, long due) {}

    /** A record whose time is over, or will be. */
    public record Due(UUID record, RecordKind kind, String token, String agency, LocalDate on) {}

    public Retention(WingFoundation foundation, Roster roster, ZoneId zone) {
        this.foundation = foundation;
        this.roster = roster;
        this.zone = zone;
    }

    /**
     * The action that sets how long an agency keeps for a purpose.
     *
     * @param days after the last action on a record, 1 to 36,500
     */
    public Action rule(Hand hand, String agency, String purpose, int days) {
        foundation.authoriser().require(hand.viewer(), Permission.PERSON_ERASE);
        if (days < 1 || days > LONGEST || agency.isBlank() || purpose.isBlank()) {
            throw Problem.of(Problem.Kind.WRONG_USE, "retention", "A period names an agency, a purpose and 1 to " + LONGEST + " days.").asException();
        }
        return hand.act(RULED, 1).clear("holder-agency", agency).clear("holder-purpose", purpose).clear("number", Integer.toString(days)).build();
    }

    /**
     * The action that keeps a record longer, for a reason. It is about the record and changes nothing of it, so that its clock does not run anew.
     *
     * @param until the day on which it is due then: after today, within {@value #LONGEST_EXTENSION} days
     * @param reason of {@value Grants#SHORTEST_REASON} characters or more, in words that name nobody; sealed under the agency's key
     */
    public Action extend(Hand hand, UUID record, LocalDate until, String reason) {
        foundation.authoriser().require(hand.viewer(), Permission.PERSON_ERASE);
        if (roster.system().find(record).isEmpty()) {
            throw Authoriser.denied();
        }
        LocalDate today = LocalDate.ofInstant(hand.now(), zone);
        if (reason.strip().length() < Grants.SHORTEST_REASON || !until.isAfter(today) || until.isAfter(today.plusDays(LONGEST_EXTENSION))) {
            throw Problem.of(Problem.Kind.WRONG_USE, "retention-extension", "Keeping longer needs a day within ten years and a reason of " + Grants.SHORTEST_REASON + " characters.").asException();
        }
        return hand.act(EXTENDED, 1).touch(record, "retained", Action.ANY).clear("until", until.toString()).sealForAgency("retention", Map.of("reason", reason.strip())).build();
    }

    @Override
    public void follow(List<Recorded> actions) {
        for (Recorded each : actions) {
            if (each.envelope().type().equals(RULED)) {
                periods.put(new Clock(each.envelope().clear("holder-agency"), each.envelope().clear("holder-purpose")), Integer.parseInt(each.envelope().clear("number")));
            } else if (each.envelope().type().equals(EXTENDED)) {
                extended.put(each.envelope().touches().getFirst().record(), LocalDate.parse(each.envelope().clear("until")));
            }
        }
    }

    /** A record is kept as long as any holding of it lasts. Somebody whom nobody holds is due by the clock of who made the record. */
    private LocalDate end(Entry entry) {
        int days = entry.holdings().stream().mapToInt(h -> days(h.agency(), h.purpose())).max().orElse(UNSET);
        LocalDate usual = LocalDate.ofInstant(entry.changed(), zone).plusDays(days);
        LocalDate longer = extended.getOrDefault(entry.id(), usual);
        return longer.isAfter(usual) ? longer : usual;
    }

    private int days(String agency, String purpose) {
        return periods.getOrDefault(new Clock(agency, purpose), UNSET);
    }

    private boolean isDue(Entry entry, LocalDate day) {
        return !entry.state().equals("erased") && !end(entry).isAfter(day);
    }

    /** Every agency's periods with what is due on a day. */
    public List<Period> periods(Hand hand, LocalDate day) {
        foundation.authoriser().require(hand.viewer(), Permission.PERSON_ERASE);
        Map<String, Long> due = new TreeMap<>();
        for (Entry entry : roster.system().list(e -> !e.state().equals("erased"))) {
            for (Holding holding : entry.holdings()) {
                due.merge(holding.agency() + "\n" + holding.purpose(), isDue(entry, day) ? 1L : 0L, Long::sum);
            }
        }
        periods.keySet().forEach(clock -> due.putIfAbsent(clock.agency() + "\n" + clock.purpose(), 0L));
        List<Period> all = new ArrayList<>();
        due.forEach((name, count) -> {
            String agency = name.substring(0, name.indexOf('\n'));
            String purpose = name.substring(name.indexOf('\n') + 1);
            all.add(new Period(agency, purpose, days(agency, purpose), periods.containsKey(new Clock(agency, purpose)), count));
        });
        return all;
    }

    /** Whose time is over on a day, the longest over first. The reading is logged. */
    public List<Due> due(Hand hand, LocalDate day, int limit) {
        foundation.authoriser().require(hand.viewer(), Permission.PERSON_ERASE);
        List<Due> due = roster.system().list(e -> isDue(e, day)).stream()
                .map(e -> new Due(e.id(), e.kind(), e.token(), e.agency(), end(e)))
                .sorted(Comparator.comparing(Due::on).thenComparing(Due::record))
                .limit(limit)
                .toList();
        foundation.accessLog().read(hand.viewer(), "retention", due.stream().map(Due::record).toList());
        return due;
    }
}
