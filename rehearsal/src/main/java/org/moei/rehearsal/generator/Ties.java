package org.moei.rehearsal.generator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.moei.rehearsal.scenario.Population.RateKind;

/** Who belongs to whom, and who must be kept from whom. */
final class Ties {
    /** Of those of whom nothing is known. */
    static final Ties NONE = new Ties(List.of(), new BirthDate[0]);

    private static final double THREE_OF_THEM = .2;
    private static final int NEIGHBOURS = 200;

    private final int[] group;
    private final List<List<Integer>> members = new ArrayList<>();
    private final List<MadePerson.Tie> kinds = new ArrayList<>();
    private final Map<Integer, Set<Integer>> apart = new HashMap<>();
    private final BirthDate[] births;
    private final List<Slot> slots;

    private Ties(List<Slot> slots, BirthDate[] births) {
        this.slots = slots;
        this.births = births;
        this.group = new int[slots.size()];
        java.util.Arrays.fill(group, -1);
    }

    static Ties make(List<Slot> slots, BirthDate[] births, Rates rates, long seed) {
        Ties ties = new Ties(slots, births);
        int[] next = ties.nextOfSameKind();
        for (int i = 0; i < slots.size(); i++) {
            Draw draw = Draw.of(seed, "ties", i);
            String nationality = slots.get(i).nationality();
            boolean guarded = ties.isChild(i) && draw.chance(ties.guardedShare(rates, nationality));
            // Groups have 2.2 members on average, so that the share of people with companions comes out as stated.
            if (ties.group[i] < 0 && (guarded || (!ties.isChild(i) && draw.chance(rates.of(RateKind.COMPANION, nationality) / 2.2)))) {
                ties.join(i, next, guarded ? 1 : draw.chance(THREE_OF_THEM) ? 2 : 1, guarded, draw);
            }
            if (draw.chance(rates.of(RateKind.KEEP_APART, nationality) / 2)) {
                int other = i + draw.between(-NEIGHBOURS, NEIGHBOURS);
                if (other >= 0 && other < slots.size() && other != i && slots.get(other).wave().equals(slots.get(i).wave())) {
                    ties.apart.computeIfAbsent(i, k -> new TreeSet<>()).add(other);
                    ties.apart.computeIfAbsent(other, k -> new TreeSet<>()).add(i);
                }
            }
        }
        return ties;
    }

    private double guardedShare(Rates rates, String nationality) {
        double alone = rates.of(RateKind.CHILD_ALONE, nationality);
        double guarded = rates.of(RateKind.CHILD_WITH_GUARDIAN, nationality);
        return alone + guarded == 0 ? 0 : guarded / (alone + guarded);
    }

    private boolean isChild(int i) {
        return births[i].ageOn(slots.get(i).takenOutOn()) < 18;
    }

    /** For each slot the next one of the same wave and nationality, or -1. */
    private int[] nextOfSameKind() {
        int[] next = new int[slots.size()];
        Map<String, Integer> last = new HashMap<>();
        for (int i = slots.size() - 1; i >= 0; i--) {
            Integer after = last.put(slots.get(i).wave().id() + slots.get(i).nationality(), i);
            next[i] = after == null ? -1 : after;
        }
        return next;
    }

    private void join(int first, int[] next, int more, boolean guarded, Draw draw) {
        List<Integer> together = new ArrayList<>(List.of(first));
        for (int at = next[first], tries = 0; at >= 0 && tries < 40 && together.size() <= more; at = next[at], tries++) {
            if (group[at] < 0 && !isChild(at)) {
                together.add(at);
            }
        }
        if (together.size() < 2) {
            return;
        }
        boolean mixed = together.size() == 2 && slots.get(together.get(0)).sex() != slots.get(together.get(1)).sex();
        MadePerson.Tie kind = guarded ? MadePerson.Tie.CHILD_AND_GUARDIAN
                : mixed && draw.chance(.5) ? MadePerson.Tie.COUPLE : draw.chance(.35) ? MadePerson.Tie.SIBLINGS : MadePerson.Tie.FRIENDS;
        together.forEach(i -> group[i] = members.size());
        members.add(together);
        kinds.add(kind);
    }

    /** The elder whose family's parts of the name the person shares, or -1. */
    int siblingOf(int i) {
        if (group[i] < 0 || members.get(group[i]).getFirst() == i) {
            return -1;
        }
        return kinds.get(group[i]) == MadePerson.Tie.SIBLINGS || kinds.get(group[i]) == MadePerson.Tie.CHILD_AND_GUARDIAN ? members.get(group[i]).getFirst() : -1;
    }

    MadePerson.Companions companions(int i, boolean wantsTogether) {
        if (i < 0 || i >= group.length) {
            return MadePerson.Companions.NONE;
        }
        Set<Integer> from = apart.getOrDefault(i, Set.of());
        if (group[i] < 0) {
            return from.isEmpty() ? MadePerson.Companions.NONE
                    : new MadePerson.Companions(List.of(), MadePerson.Tie.NONE, false, from, OptionalInt.empty());
        }
        List<Integer> with = members.get(group[i]).stream().filter(k -> k != i).toList();
        MadePerson.Tie kind = kinds.get(group[i]);
        OptionalInt guardian = kind == MadePerson.Tie.CHILD_AND_GUARDIAN && isChild(i) ? OptionalInt.of(with.getFirst()) : OptionalInt.empty();
        return new MadePerson.Companions(with, kind, wantsTogether || guardian.isPresent(), from, guardian);
    }
}
