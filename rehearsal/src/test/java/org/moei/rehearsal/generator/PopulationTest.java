package org.moei.rehearsal.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.moei.rehearsal.scenario.Scenario;
import org.moei.records.Documents;

class PopulationTest {
    private static final Scenario MYAWADDY = Scenario.read(Path.of("../scenarios/myawaddy-2025"));
    private static final Population ALL = Population.make(MYAWADDY, 14_200, 2025);

    @Test
    void theSeriesHasThePeopleAskedForAndTheGroupOf260ComesOnTop() {
        assertThat(ALL.people().stream().filter(MadePerson::inSeries)).hasSize(14_200);
        assertThat(ALL.people()).hasSize(14_460);
        assertThat(Population.make(MYAWADDY, 1_500, 2025).people()).hasSize(1_760);
    }

    @Test
    void theGroupOf260HasItsPublishedNationalitiesAnd39Women() {
        List<MadePerson> group = ALL.people().stream().filter(p -> !p.inSeries()).toList();
        Map<String, Long> count = group.stream().collect(Collectors.groupingBy(MadePerson::nationality, Collectors.counting()));
        assertThat(count).containsEntry("ETH", 138L).containsEntry("KEN", 23L).containsEntry("TZA", 1L).hasSize(20);
        assertThat(group.stream().filter(p -> p.sex() == Sex.FEMALE)).hasSize(39);
    }

    @Test
    void peopleComeOutAsTheDetainedSeriesSays() {
        MYAWADDY.flow().detained().forEach(point -> {
            long out = ALL.people().stream().filter(p -> p.inSeries() && !p.takenOutOn().isAfter(point.date())).count();
            assertThat((double) out).as("out by %s", point.date()).isCloseTo(point.people().value(), org.assertj.core.data.Offset.offset(1.0));
        });
    }

    @Test
    void theSameSeedMakesTheSamePeopleAndAnotherSeedOthers() {
        Population again = Population.make(MYAWADDY, 1_000, 7);
        assertThat(text(Population.make(MYAWADDY, 1_000, 7))).isEqualTo(text(again));
        assertThat(text(Population.make(MYAWADDY, 1_000, 8))).isNotEqualTo(text(again));
    }

    private static List<String> text(Population population) {
        return population.people().stream().map(p -> p.key() + p.name().written() + p.name().latin() + p.birth() + p.document() + p.phone() + p.companions() + p.says().answers().all()).toList();
    }

    @Test
    void homonymsAreAsCommonAsInLife() {
        Map<String, Double> rates = ALL.homonymRates();
        Map<String, Long> counts = ALL.people().stream().collect(Collectors.groupingBy(MadePerson::nationality, Collectors.counting()));
        StringBuilder table = new StringBuilder("homonym_rate:");
        rates.forEach((nationality, rate) -> table.append(String.format(Locale.ROOT, " %s %.3f (%d)", nationality, rate, counts.get(nationality))));
        System.out.println(table);
        assertThat(rates.getOrDefault("CHN", 0.0)).isBetween(.03, .35);
        assertThat(rates.getOrDefault("VNM", 0.0)).isBetween(.02, .4);
        assertThat(rates.getOrDefault("THA", 0.0)).isLessThan(.1);
    }

    @Test
    void noChineseNameIsBorneByMoreThanOneInTwoHundred() {
        Map<String, Long> names = ALL.people().stream().filter(p -> p.nationality().equals("CHN"))
                .collect(Collectors.groupingBy(p -> p.name().written(), Collectors.counting()));
        long most = names.values().stream().mapToLong(Long::longValue).max().orElse(0);
        long people = names.values().stream().mapToLong(Long::longValue).sum();
        System.out.println("Chinese: " + people + " people, " + names.size() + " names, the most frequent borne by " + most);
        assertThat(most).isLessThan(people / 200);
        assertThat(most).isGreaterThan(2);
    }

    @Test
    void everyNationalityOfTheTablesHasACustomOfItsOwn() {
        Set<String> nationalities = new HashSet<>();
        MYAWADDY.population().mixes().values().forEach(rows -> rows.forEach(r -> nationalities.add(r.nationality())));
        assertThat(nationalities).allMatch(NameBook::knows);
        for (String nationality : nationalities) {
            StringBuilder line = new StringBuilder(nationality).append(":");
            for (int i = 0; i < 4; i++) {
                MadeName name = NameBook.of(nationality).draw(i % 2 == 0 ? Sex.MALE : Sex.FEMALE, Draw.of(1, nationality, i)).name();
                line.append(" | ").append(name.written()).append(" = ").append(name.latin());
                assertThat(name.latin()).as(nationality).matches("[A-Za-z .'/-]+");
                assertThat(name.written()).isNotBlank();
            }
            System.out.println(line);
        }
    }

    @Test
    void theChecksOfPapersHold() {
        int zones = 0;
        for (MadePerson person : ALL.people().subList(0, 3_000)) {
            if (person.document().isPresent()) {
                String zone = person.document().get().zone(person.name(), person.sex(), person.birth().date());
                assertThat(zone.split("\n")).allMatch(line -> line.length() == 44);
                Documents.Mrz read = Documents.readMrz(zone).orElseThrow();
                assertThat(read.problems()).as(zone).isEmpty();
                zones++;
            }
            if (person.nationality().equals("CHN")) {
                assertThat(person.nationalId()).hasSize(18).startsWith("99");
                assertThat(person.nationalId().charAt(17)).isEqualTo(CheckDigits.china(person.nationalId().substring(0, 17)));
            }
        }
        assertThat(zones).isGreaterThan(2_000);
        // The worked examples of GB 11643 and of ICAO 9303 part 3, appendix A.
        assertThat(CheckDigits.china("11010519491231002")).isEqualTo('X');
        assertThat(CheckDigits.icao("520727")).isEqualTo(3);
        assertThat(CheckDigits.thailand("110170023070")).isEqualTo(8);
    }

    @Test
    void companionsAreMutualAndKeepingApartToo() {
        for (MadePerson person : ALL.people()) {
            for (int other : person.companions().with()) {
                assertThat(ALL.of(other).companions().with()).contains(person.index());
                assertThat(ALL.of(other).nationality()).isEqualTo(person.nationality());
            }
            for (int other : person.companions().apartFrom()) {
                assertThat(ALL.of(other).companions().apartFrom()).contains(person.index());
            }
        }
        assertThat(ALL.people().stream().filter(p -> !p.companions().with().isEmpty()).count() / 14_460.0).isBetween(.10, .18);
        assertThat(ALL.people().stream().filter(p -> p.needs().childAlone())).isNotEmpty().allMatch(MadePerson::isChild);
        assertThat(ALL.people().stream().filter(p -> p.companions().guardian().isPresent())).isNotEmpty().allMatch(MadePerson::isChild);
    }

    @Test
    void siblingsShareTheFamilysPartsOfTheirNames() {
        long pairs = 0;
        for (MadePerson person : ALL.people()) {
            if (person.companions().kind() == MadePerson.Tie.SIBLINGS && person.nationality().equals("ETH")) {
                MadePerson elder = ALL.of(person.companions().with().getFirst());
                assertThat(person.name().parts().getLast()).isEqualTo(elder.name().parts().getLast());
                pairs++;
            }
        }
        assertThat(pairs).isPositive();
    }

    @Test
    void nobodyWhoFearsReturnDeclaresToReturnOrConsentsToTheEmbassy() {
        assertThat(ALL.people().stream().filter(p -> p.says().fearsReturn())).isNotEmpty()
                .allMatch(p -> !p.says().declaresVoluntarily() && !p.says().consentsToEmbassy());
    }

    @Test
    void fiftyThousandPeopleAreMadeInSeconds() {
        long start = System.nanoTime();
        Population many = Population.make(MYAWADDY, 50_000, 1);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "50,000 people in %.1f s%n", seconds);
        assertThat(many.people()).hasSize(50_260);
        assertThat(seconds).isLessThan(30);
    }
}
