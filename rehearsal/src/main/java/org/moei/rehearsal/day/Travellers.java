package org.moei.rehearsal.day;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.moei.rehearsal.generator.Answers;
import org.moei.rehearsal.generator.MadePerson;
import org.moei.rehearsal.generator.Population;

/** Takes from made people what the day must know of them. */
public final class Travellers {
    private static final List<String> CODES = Answers.CODES;

    private Travellers() {}

    /** One traveller for each person, in the same order. */
    public static List<Traveller> of(Population population) {
        return population.people().stream().map(person -> of(person, population.people())).toList();
    }

    private static Traveller of(MadePerson person, List<MadePerson> people) {
        MadePerson.Says says = person.says();
        return new Traveller(person.id(), person.nationality(), person.inSeries(), person.takenOutOn(), person.arrivesOn(), person.heldAt(), person.wayOut(),
                person.isChild(), person.paper() == MadePerson.Paper.HELD, needs(person.needs()), companions(person, people),
                ids(person.companions().apartFrom(), people), person.languages(), says.fearsReturn(), says.fearsOwnEmbassy(), says.declaresVoluntarily(),
                says.consentsToEmbassy(), replies(says.answers()));
    }

    /** Bound only where all of a group, asked apart, want it; a child is not asked to do without its guardian. */
    private static Set<String> companions(MadePerson person, List<MadePerson> people) {
        boolean withGuardian = person.companions().kind() == MadePerson.Tie.CHILD_AND_GUARDIAN;
        boolean allWant = person.companions().wantsToTravelTogether()
                && person.companions().with().stream().allMatch(i -> people.get(i).companions().wantsToTravelTogether());
        return withGuardian || allWant ? ids(person.companions().with(), people) : Set.of();
    }

    private static Set<String> ids(Iterable<Integer> indices, List<MadePerson> people) {
        return StreamSupport.stream(indices.spliterator(), false).map(i -> people.get(i).id()).collect(Collectors.toSet());
    }

    private static Set<Need> needs(MadePerson.Needs needs) {
        EnumSet<Need> set = EnumSet.noneOf(Need.class);
        add(set, Need.PREGNANT, needs.pregnant());
        add(set, Need.CHILD_ALONE, needs.childAlone());
        add(set, Need.TUBERCULOSIS, needs.tuberculosis());
        add(set, Need.INJURY, needs.injury());
        add(set, Need.CHRONIC_ILLNESS, needs.chronicIllness());
        add(set, Need.MENTAL_HEALTH, needs.mentalHealth());
        add(set, Need.DISABILITY, needs.disability());
        return set;
    }

    private static void add(Set<Need> set, Need need, boolean there) {
        if (there) {
            set.add(need);
        }
    }

    private static Replies replies(Answers answers) {
        List<Answers.Answer> all = List.copyOf(answers.all().values());
        return Replies.of(CODES, IntStream.range(0, CODES.size()).mapToObj(i -> switch (all.get(i)) {
            case YES -> Reply.YES;
            case NO -> Reply.NO;
            case UNKNOWN -> Reply.UNKNOWN;
        }).toList());
    }
}
