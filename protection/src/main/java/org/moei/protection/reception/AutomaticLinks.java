package org.moei.protection.reception;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.moei.linkage.api.LinkOptions;
import org.moei.linkage.api.PersonRecord;
import org.moei.protection.reception.SamePerson.Suggestion;

/**
 * Which of the likely pairs are linked without a person looking. A probability alone does not do: names repeat in a
 * crowd, so a pair counts by its share among all records of the same list that come as near, and two groups become one
 * only if nothing between their records says that they are two people. What is not linked waits for a human.
 */
final class AutomaticLinks {
    /** Below this a pair is for humans whatever stands beside it. */
    static final double LEAST = 0.5;
    /** Share among rivals that a pair needs whose whole name and births agree. */
    static final double SHARE_OF_WHOLE = 0.5;
    /** Share that it needs where a part of the name or one digit is left to doubt. */
    static final double SHARE_OF_NEARLY = 0.95;

    private static final double NEAR_CERTAIN = 1 - 1e-12;

    private final RecordBook.Snapshot now;
    private final Function<UUID, String> listOf;
    private final Function<UUID, String> versionOf;
    private final LinkRule rule = new LinkRule();
    private final Map<PairOf, Double> probabilities = new HashMap<>();
    private final Map<UUID, List<UUID>> near = new HashMap<>();
    /** Records that count as one person, by each of them. */
    private final Map<UUID, List<UUID>> groups = new HashMap<>();

    /** What was chosen: links, the surest first, and the pairs that wait for a human, with their share as probability, the likeliest first. */
    record Outcome(List<Suggestion> links, List<Suggestion> open) {}

    /** A pair and its share among all that may be the same as either side. */
    private record Choice(Suggestion pair, double share) {}

    /**
     * A choice over these records. What people decided stands; what an earlier run linked is chosen anew.
     *
     * @param listOf the list that a record is a row of, whatever its version; empty for a person with a token
     * @param versionOf the version of it
     */
    AutomaticLinks(RecordBook.Snapshot now, Function<UUID, String> listOf, Function<UUID, String> versionOf) {
        this.now = now;
        this.listOf = listOf;
        this.versionOf = versionOf;
    }

    /** Chooses among all likely pairs. A row that repeats an earlier one word for word is linked to it. */
    Outcome choose(List<Suggestion> pairs) {
        List<Suggestion> links = new ArrayList<>();
        now.decided().forEach((pair, decision) -> {
            if (decision == RecordBook.Decision.LINKED_BY_A_PERSON) {
                unite(pair.left(), pair.right());
            }
        });
        now.repeats().forEach((record, first) -> {
            if (!isDecidedByPerson(record, first)) {
                unite(record, first);
                links.add(new Suggestion(record, first, 1));
            }
        });
        for (Suggestion pair : pairs) {
            probabilities.put(new PairOf(pair.left(), pair.right()), pair.probability());
            near.computeIfAbsent(pair.left(), r -> new ArrayList<>()).add(pair.right());
            near.computeIfAbsent(pair.right(), r -> new ArrayList<>()).add(pair.left());
        }
        List<Choice> choices = new ArrayList<>();
        List<Choice> others = new ArrayList<>();
        for (Suggestion pair : pairs) {
            Choice choice = new Choice(pair, Math.min(share(pair, pair.left(), pair.right()), share(pair, pair.right(), pair.left())));
            if (choice.share() < LinkOptions.REVIEW || isDecidedByPerson(pair.left(), pair.right()) && !isTakenBack(pair)) {
                continue;
            }
            LinkRule.Verdict verdict = rule.judge(record(pair.left()), record(pair.right()));
            if (pair.probability() >= LEAST && standsOut(choice, verdict) && !isOfPeople(pair) && !isTakenBack(pair)) {
                choices.add(choice);
            } else if (verdict != LinkRule.Verdict.CONTRADICTED) {
                others.add(choice);
            }
        }
        choices.sort(Comparator.comparingDouble(Choice::share).thenComparingDouble(c -> c.pair().probability()).reversed()
                .thenComparing(c -> c.pair().left()).thenComparing(c -> c.pair().right()));
        for (Choice choice : choices) {
            if (join(choice.pair())) {
                links.add(choice.pair());
            } else {
                others.add(choice);
            }
        }
        List<Suggestion> open = new ArrayList<>();
        for (Choice choice : others) {
            Suggestion pair = choice.pair();
            if (group(pair.left()) != group(pair.right()) || isTakenBack(pair)) {
                open.add(new Suggestion(pair.left(), pair.right(), choice.share()));
            }
        }
        open.sort(Comparator.comparingDouble(Suggestion::probability).reversed().thenComparing(Suggestion::left).thenComparing(Suggestion::right));
        return new Outcome(links, open);
    }

    private static boolean standsOut(Choice choice, LinkRule.Verdict verdict) {
        return switch (verdict) {
            case WHOLE -> choice.share() >= SHARE_OF_WHOLE;
            case NEARLY -> choice.share() >= SHARE_OF_NEARLY;
            case UNSETTLED, CONTRADICTED -> false;
        };
    }

    private PersonRecord record(UUID id) {
        PersonRecord record = now.records().get(id);
        if (record == null) {
            throw new IllegalStateException("A pair names a record that was not compared.");
        }
        return record;
    }

    /** Two people with tokens are for humans only. */
    private boolean isOfPeople(Suggestion pair) {
        return list(pair.left()).isEmpty() && list(pair.right()).isEmpty();
    }

    private String list(UUID record) {
        return listOf.apply(record);
    }

    /** At most one record of a list is a person, but for the few who stand on it twice: those that come as near share the odds. */
    private double share(Suggestion pair, UUID record, UUID other) {
        double own = odds(pair.probability());
        double all = 1 + own;
        String list = list(other);
        for (UUID rival : near.getOrDefault(record, List.of())) {
            if (!rival.equals(other) && list(rival).equals(list) && probability(rival, other) < LinkOptions.AUTO) {
                all += odds(probability(record, rival));
            }
        }
        return own / all;
    }

    private double probability(UUID one, UUID other) {
        return probabilities.getOrDefault(new PairOf(one, other), 0.0);
    }

    private static double odds(double probability) {
        double p = Math.min(probability, NEAR_CERTAIN);
        return p / (1 - p);
    }

    private boolean isDecidedByPerson(UUID one, UUID other) {
        RecordBook.Decision decision = now.decided().get(new PairOf(one, other));
        return decision != null && decision != RecordBook.Decision.LINKED_AUTOMATICALLY;
    }

    private boolean isTakenBack(Suggestion pair) {
        return now.decided().get(new PairOf(pair.left(), pair.right())) == RecordBook.Decision.TAKEN_BACK;
    }

    private List<UUID> group(UUID record) {
        return groups.computeIfAbsent(record, r -> new ArrayList<>(List.of(r)));
    }

    private void unite(UUID left, UUID right) {
        List<UUID> one = group(left);
        List<UUID> other = group(right);
        if (one != other) {
            one.addAll(other);
            other.forEach(member -> groups.put(member, one));
        }
    }

    private boolean join(Suggestion pair) {
        List<UUID> one = group(pair.left());
        List<UUID> other = group(pair.right());
        if (one == other) {
            return true;
        }
        for (UUID left : one) {
            for (UUID right : other) {
                if (isForbidden(left, right) && !(left.equals(pair.left()) && right.equals(pair.right()))) {
                    return false;
                }
            }
        }
        unite(pair.left(), pair.right());
        return true;
    }

    private boolean isForbidden(UUID left, UUID right) {
        if (now.decided().get(new PairOf(left, right)) == RecordBook.Decision.KEPT_APART) {
            return true;
        }
        String version = versionOf.apply(left);
        if (version.equals(versionOf.apply(right)) && (version.isEmpty() || probability(left, right) < 0.5)) {
            return true;
        }
        PersonRecord one = now.records().get(left);
        PersonRecord two = now.records().get(right);
        return one != null && two != null && LinkRule.isContradicted(one, two);
    }
}
