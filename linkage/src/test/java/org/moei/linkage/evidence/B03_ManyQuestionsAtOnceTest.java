package org.moei.linkage.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.moei.linkage.api.Candidate;
import org.moei.linkage.api.LinkageIndex;
import org.moei.linkage.api.PersonRecord;

/** Questions are answered together, on all cores, as if each were the only one. */
class B03_ManyQuestionsAtOnceTest {
    private static final String[] GIVEN = {"Karim", "Hassan", "Olena", "Tesfaye", "Wei", "Maria", "Boris", "Somchai", "Ahmad", "Yusuf"};
    private static final String[] FAMILY = {"Haddad", "Petrenko", "Alemu", "Zhang", "Fernandez", "Sokolov", "Wongsa", "Rahimi", "Qureshi", "Mansour"};

    private static List<PersonRecord> gallery() {
        List<PersonRecord> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            all.add(PersonRecord.of("g" + i).name(GIVEN[i / 10] + " " + FAMILY[i % 10]).birthDate(Integer.toString(1950 + i % 50)).build());
        }
        all.add(PersonRecord.of("arabic").name("كريم حداد").birthDate("1971-03-04").nationality("Lebanon").build());
        all.add(PersonRecord.of("cyrillic").name("Олена Петренко").birthDate("1980-05-06").build());
        return all;
    }

    private static List<PersonRecord> questions() {
        return IntStream.range(0, 40)
                .mapToObj(i -> PersonRecord.of("q" + i).name(GIVEN[i % 10] + " " + FAMILY[i * 7 % 10] + (i % 3 == 0 ? "i" : "")).birthDate(Integer.toString(1950 + i)).document("P48213" + i).build())
                .toList();
    }

    @Test
    void companyDoesNotChangeAnAnswer() {
        List<List<Candidate>> together = new Finder(gallery()).find(questions(), 5, 0);
        Finder finder = new Finder(gallery());
        for (int q = questions().size() - 1; q >= 0; q--) {
            assertThat(finder.find(List.of(questions().get(q)), 5, 0).getFirst()).isEqualTo(together.get(q));
        }
    }

    @Test
    void aQuestionLeavesNothingBehind() {
        LinkageIndex asked = new LinkageIndex();
        LinkageIndex fresh = new LinkageIndex();
        gallery().forEach(asked::add);
        gallery().forEach(fresh::add);
        questions().forEach(q -> asked.candidates(q, 3));
        PersonRecord one = PersonRecord.of("x").name("Hasan Mansour").birthDate("1959").build();
        PersonRecord other = PersonRecord.of("y").name("Hassan Mansur").build();
        assertThat(asked.candidates(one, 5)).isEqualTo(fresh.candidates(one, 5));
        assertThat(asked.compare(one, other)).isEqualTo(fresh.compare(one, other));
        assertThat(asked.size()).isEqualTo(gallery().size());
    }

    @Test
    void aRoughSearchMeetsOtherScripts() {
        Finder finder = new Finder(gallery());
        assertThat(finder.find(List.of(PersonRecord.of("q").name("Karim Haddad").birthDate("1971-03-04").build()), 3, 0).getFirst().getFirst().id()).isEqualTo("arabic");
        assertThat(finder.find(List.of(PersonRecord.of("q").name("Olena Petrenko").birthDate("1980-05-06").build()), 3, 0).getFirst().getFirst().id()).isEqualTo("cyrillic");
    }

    @Test
    void aShortFormIsNearAndAPatronymicIsAnotherPart() {
        assertThat(judge("Theodore Haddad", "Ted Haddad")).isGreaterThan(PairJudge.MATCH);
        assertThat(judge("Oleksandr Petrenko", "Taras Oleksandrovych Petrenko")).isLessThan(PairJudge.MATCH);
    }

    private static double judge(String a, String b) {
        return PairJudge.probability(PersonRecord.of("a").name(a).build(), PersonRecord.of("b").name(b).build());
    }
}
