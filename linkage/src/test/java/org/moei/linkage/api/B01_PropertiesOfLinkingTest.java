package org.moei.linkage.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.moei.base.Progress;

/** What holds for any records: draws them from a printed seed (-Dseed=… repeats a run). */
class B01_PropertiesOfLinkingTest {
    private static final String[] SYLLABLES = {"ba", "ke", "li", "mo", "nu", "ra", "shi", "to", "wan", "xia", "zho", "tes", "fay", "gen", "ho", "min"};

    private final long seed = Long.getLong("seed", 20250212L);
    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);

    B01_PropertiesOfLinkingTest() {
        System.out.println("seed " + seed);
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return word.toString();
    }

    private String slip(String name) {
        int at = random.nextInt(name.length());
        return random.nextBoolean() ? name.substring(0, at) + name.substring(Math.min(name.length(), at + 1)) : name.substring(0, at) + "e" + name.substring(at);
    }

    /** Each person once as it is and, every second time, once misspelt; the truth is in the id before the dash. */
    private List<PersonRecord> people(int count) {
        List<PersonRecord> records = new ArrayList<>();
        for (int p = 0; p < count; p++) {
            String name = word() + " " + word() + " " + word();
            String born = (1970 + random.nextInt(35)) + "-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10);
            String country = random.nextInt(3) == 0 ? "CN" : random.nextInt(2) == 0 ? "ET" : "KE";
            records.add(PersonRecord.of(p + "-a").name(name).birthDate(born).nationality(country).build());
            if (p % 2 == 0) {
                records.add(PersonRecord.of(p + "-b").name(slip(name)).birthDate(p % 4 == 0 ? born.substring(0, 4) : born).nationality(country).build());
            }
        }
        return records;
    }

    @Test
    void theOrderOfRecordsChangesNothing() {
        List<PersonRecord> records = people(1600);
        Map<String, String> first = Linker.link(records, LinkOptions.DEFAULT, Progress.SILENT).clusters();
        Collections.shuffle(records, random);
        assertThat(Linker.link(records, LinkOptions.DEFAULT, Progress.SILENT).clusters()).isEqualTo(first);
    }

    @Test
    void misspeltRecordsAreFoundAndOthersAreNotJoined() {
        LinkResult result = Linker.link(people(1200), LinkOptions.DEFAULT, Progress.SILENT);
        int right = 0;
        int wrong = 0;
        for (Pair pair : result.pairs()) {
            boolean same = pair.id1().substring(0, pair.id1().indexOf('-')).equals(pair.id2().substring(0, pair.id2().indexOf('-')));
            right += same && pair.probability() >= LinkOptions.AUTO ? 1 : 0;
            wrong += !same && pair.probability() >= LinkOptions.AUTO ? 1 : 0;
        }
        assertThat(right).isGreaterThan(510);
        assertThat(wrong).isLessThanOrEqualTo(right / 33);
    }

    @Test
    void comparingIsSymmetric() {
        List<PersonRecord> records = people(60);
        LinkageIndex index = new LinkageIndex();
        for (int i = 0; i + 1 < records.size(); i++) {
            double forth = index.compare(records.get(i), records.get(i + 1), 0.1).probability();
            double back = index.compare(records.get(i + 1), records.get(i), 0.1).probability();
            assertThat(back).isEqualTo(forth);
        }
    }

    @Test
    void silenceIsNeitherAgreementNorDisagreement() {
        LinkageIndex index = new LinkageIndex();
        PersonRecord bare = PersonRecord.of("a").name("Tesfaye Alemu").build();
        PersonRecord other = PersonRecord.of("b").name("Tesfaye Alemu").build();
        PersonRecord more = PersonRecord.of("c").name("Tesfaye Alemu").birthDate("1990-05-17").nationality("ET").sex("m").document("EP1234987").build();
        double alone = index.compare(bare, other, 0.01).probability();
        assertThat(index.compare(bare, more, 0.01).probability()).isEqualTo(alone);
        assertThat(index.compare(PersonRecord.of("x").build(), PersonRecord.of("y").build(), 0.01).probability()).isCloseTo(0.01, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void anAgreeingValueNeverLowersAScore() {
        LinkageIndex index = new LinkageIndex();
        PersonRecord a = PersonRecord.of("a").name("Tesfaye Alemu").birthDate("1990").build();
        PersonRecord b = PersonRecord.of("b").name("Tesfay Alemu").birthDate("1990").build();
        double before = index.compare(a, b, 0.01).probability();
        assertThat(index.compare(withMore("a", "Tesfaye Alemu"), withMore("b", "Tesfay Alemu"), 0.01).probability()).isGreaterThanOrEqualTo(before);
    }

    private static PersonRecord withMore(String id, String name) {
        return PersonRecord.of(id).name(name).birthDate("1990").sex("m").nationality("ET").document("EP1234987").phone("+251911234567").build();
    }

    @Test
    void unseenScriptsNeitherCrashNorMatchEverything() {
        LinkageIndex index = new LinkageIndex();
        String[] names = {"សុខ សុភាព", "ສົມສັກ ວົງສາ", "გიორგი მელიქიშვილი", "Αλέξανδρος Παπαδόπουλος", "ꦱꦸꦏꦂꦤꦺꦴ", "𞤀𞤁𞤂𞤃", "ܫܡܥܘܢ"};
        for (int i = 0; i < names.length; i++) {
            index.add(PersonRecord.of("n" + i).name(names[i]).build());
        }
        for (int i = 0; i < names.length; i++) {
            List<Candidate> found = index.candidates(PersonRecord.of("q").name(names[i]).build(), 10, 0.1);
            assertThat(found.stream().filter(c -> c.probability() > 0.5).count()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void badInputDegrades() {
        List<PersonRecord> records = new ArrayList<>();
        String huge = "x".repeat(1_000_000);
        for (int i = 0; i < 3000; i++) {
            records.add(PersonRecord.of("r" + i).name("John Smith").build());
        }
        records.add(PersonRecord.of("huge").name(huge).birthDate(huge).document(huge).phone(huge).text("address", huge).build());
        records.add(PersonRecord.of("controls").name("\u0000\u0007\uD800 \uFFFF").birthDate("\u0000").build());
        LinkResult result = Linker.link(records, LinkOptions.DEFAULT, Progress.SILENT);
        assertThat(result.clusters()).hasSize(3002);
        Set<String> equals = new HashSet<>(new HashMap<>(result.clusters()).values());
        assertThat(equals.size()).as("equal names alone do not make one person").isGreaterThan(1000);
    }

    @Test
    void recordsOfOneListAreNotComparedBetweenLists() {
        List<PersonRecord> one = List.of(PersonRecord.of("a1").name("Tesfaye Alemu").birthDate("1990-05-17").build(), PersonRecord.of("a2").name("Tesfaye Alemu").birthDate("1990-05-17").build());
        List<PersonRecord> two = List.of(PersonRecord.of("b1").name("Tesfaye Alemu").birthDate("1990-05-17").build());
        LinkResult between = Linker.linkLists(List.of(one, two), LinkOptions.DEFAULT.withScope(LinkOptions.Scope.BETWEEN).withMinProbability(0), Progress.SILENT);
        assertThat(between.pairs()).extracting(Pair::id1, Pair::id2).containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple("a1", "b1"), org.assertj.core.groups.Tuple.tuple("a2", "b1"));
    }
}
