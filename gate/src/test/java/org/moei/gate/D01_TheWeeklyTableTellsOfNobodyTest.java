package org.moei.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.moei.gate.statement.Week;
import org.moei.gate.statistics.Suppression;
import org.moei.gate.statistics.WeeklyTable;

/**
 * Somebody who keeps every weekly table, knows every published list with its totals, and knows that by now everybody on the lists has come, writes all
 * of it as equations and solves them. The unknowns are how many of each nationality came in each week.
 */
class D01_TheWeeklyTableTellsOfNobodyTest {
    private static final Week FIRST = Week.parse("2025-W07");
    private static final long SEED = Long.getLong("seed", 20250212L);

    /** Who came: nationality, week, people. */
    private record World(int weeks, Map<String, long[]> came) {
        static World draw(RandomGenerator random) {
            int weeks = 2 + random.nextInt(5);
            Map<String, long[]> came = new TreeMap<>();
            for (String nationality : List.of("CHN", "ETH", "IDN", "IND", "KEN", "LAO", "PAK", "UGA")) {
                long[] each = new long[weeks];
                int scale = 1 + random.nextInt(30);
                for (int w = 0; w < weeks; w++) {
                    each[w] = random.nextInt(3) == 0 ? 0 : random.nextInt(1, scale + 2);
                }
                came.put(nationality, each);
            }
            return new World(weeks, came);
        }

        Map<String, Long> totals() {
            Map<String, Long> totals = new HashMap<>();
            came.forEach((n, each) -> totals.put(n, java.util.Arrays.stream(each).sum()));
            return totals;
        }

        Map<String, Long> in(int week) {
            Map<String, Long> counts = new HashMap<>();
            came.forEach((n, each) -> counts.put(n, each[week]));
            return counts;
        }
    }

    private static List<WeeklyTable> publish(World world, List<Map<String, Long>> lists) {
        List<WeeklyTable> tables = new ArrayList<>();
        for (int w = 0; w < world.weeks(); w++) {
            tables.add(Suppression.table(FIRST.plus(w), world.in(w), tables, lists));
        }
        return tables;
    }

    /** Cells under ten left out, and nothing else: what publishers usually do, with the total that they usually print. */
    private static List<Equations.Equation> usual(World world, Equations equations) {
        List<Equations.Equation> known = new ArrayList<>();
        for (int w = 0; w < world.weeks(); w++) {
            int week = w;
            world.in(w).forEach((n, people) -> {
                if (people >= Suppression.LEAST) {
                    known.add(equations.cell(n, week, people));
                }
            });
            known.add(equations.week(w, world.in(w).values().stream().mapToLong(Long::longValue).sum()));
        }
        return known;
    }

    private static List<Equations.Equation> lists(World world, Equations equations) {
        return world.totals().entrySet().stream().map(e -> equations.list(e.getKey(), e.getValue())).toList();
    }

    @Test
    void noSystemOfPublishedTablesAndListsGivesASmallGroup() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        int shown = 0;
        for (int round = 0; round < 300; round++) {
            World world = World.draw(random);
            List<WeeklyTable> tables = publish(world, List.of(world.totals()));
            Equations equations = new Equations(world.came().keySet().stream().toList(), world.weeks());
            List<Equations.Equation> lists = lists(world, equations);
            List<Equations.Equation> all = new ArrayList<>(lists);
            for (int w = 0; w < tables.size(); w++) {
                int week = w;
                tables.get(w).cells().forEach((n, people) -> all.add(equations.cell(n, week, people)));
                shown += tables.get(w).cells().size();
            }
            assertThat(equations.smallGroups(all, lists)).as("round %d of -Dseed=%d", round, SEED).isEmpty();
        }
        assertThat(shown).as("cells that were shown: the tables are not empty").isGreaterThan(300);
    }

    /** Women and men are unknowns of their own; the lists count them apart, and each is of a run of weeks that the house does not know. */
    @Test
    void listsOfSomeWeeksThatCountWomenAndMenApartGiveNoSmallGroupEither() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        int shown = 0;
        int brokenOtherwise = 0;
        for (int round = 0; round < 200; round++) {
            int weeks = 2 + random.nextInt(4);
            List<String> names = List.of("ETH-f", "ETH-m", "KEN-f", "KEN-m", "LAO-f", "LAO-m");
            long[][] came = new long[names.size()][weeks];
            for (long[] each : came) {
                int scale = 1 + random.nextInt(30);
                for (int w = 0; w < weeks; w++) {
                    each[w] = random.nextInt(4) == 0 ? 0 : random.nextInt(1, scale + 2);
                }
            }
            Equations equations = new Equations(names, weeks);
            List<Equations.Equation> lists = new ArrayList<>();
            Map<String, Long> printed = new HashMap<>();
            for (int n = 0; n < names.size(); n += 2) {
                int from = random.nextInt(weeks);
                int to = random.nextInt(from + 1, weeks + 1);
                for (int sex = n; sex < n + 2; sex++) {
                    long people = java.util.Arrays.stream(came[sex], from, to).sum();
                    lists.add(equations.run(List.of(names.get(sex)), from, to, people));
                    printed.merge(names.get(n).substring(0, 3), people, Long::sum);
                }
            }
            List<Equations.Equation> all = new ArrayList<>(lists);
            List<Equations.Equation> otherwise = new ArrayList<>(lists);
            List<WeeklyTable> tables = new ArrayList<>();
            for (int w = 0; w < weeks; w++) {
                Map<String, Long> counts = new HashMap<>();
                for (int n = 0; n < names.size(); n++) {
                    counts.merge(names.get(n).substring(0, 3), came[n][w], Long::sum);
                }
                tables.add(Suppression.table(FIRST.plus(w), counts, tables, List.of(printed)));
                int week = w;
                tables.getLast().cells().forEach((nation, people) -> all.add(equations.run(List.of(nation + "-f", nation + "-m"), week, week + 1, people)));
                counts.forEach((nation, people) -> {
                    if (people >= Suppression.LEAST) {
                        otherwise.add(equations.run(List.of(nation + "-f", nation + "-m"), week, week + 1, people));
                    }
                });
                shown += tables.getLast().cells().size();
            }
            assertThat(equations.smallGroups(all, lists)).as("round %d of -Dseed=%d", round, SEED).isEmpty();
            brokenOtherwise += equations.smallGroups(otherwise, lists).isEmpty() ? 0 : 1;
        }
        assertThat(shown).as("cells that were shown: the tables are not empty").isGreaterThan(100);
        assertThat(brokenOtherwise).as("where only small cells are hidden, of 200 worlds").isGreaterThan(20);
    }

    @Test
    void aListOfTheLastWeeksIsTakenForItselfToo() {
        List<Map<String, Long>> lists = List.of(Map.of("ETH", 45L));
        WeeklyTable first = Suppression.table(FIRST, Map.of("ETH", 20L), List.of(), lists);
        assertThat(first.cells()).containsEntry("ETH", 20L);
        assertThat(Suppression.table(FIRST.plus(1), Map.of("ETH", 40L), List.of(first), lists).cells()).as("a list of the second and third week would leave five").isEmpty();
    }

    @Test
    void theSameAttackBreaksTablesAsTheyAreUsuallyPublished() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        int broken = 0;
        for (int round = 0; round < 50; round++) {
            World world = World.draw(random);
            Equations equations = new Equations(world.came().keySet().stream().toList(), world.weeks());
            List<Equations.Equation> lists = lists(world, equations);
            List<Equations.Equation> all = new ArrayList<>(lists);
            all.addAll(usual(world, equations));
            broken += equations.smallGroups(all, lists).isEmpty() ? 0 : 1;
        }
        assertThat(broken).as("of 50 worlds").isGreaterThan(25);
    }

    @Test
    void aCellUnderTenIsHiddenAndNothingTellsThatItWasNotEmpty() {
        WeeklyTable with = Suppression.table(FIRST, Map.of("ETH", 40L, "LAO", 9L), List.of(), List.of());
        WeeklyTable without = Suppression.table(FIRST, Map.of("ETH", 40L), List.of(), List.of());
        assertThat(with).isEqualTo(without);
        assertThat(with.shown()).isEqualTo(40);
    }

    @Test
    void aCellThatLeavesFewOfAPublishedListIsHidden() {
        List<Map<String, Long>> lists = List.of(Map.of("ETH", 45L));
        assertThat(Suppression.table(FIRST, Map.of("ETH", 36L), List.of(), lists).cells()).as("nine are left").isEmpty();
        assertThat(Suppression.table(FIRST, Map.of("ETH", 45L), List.of(), lists).cells()).as("all have come, so each of the list has").isEmpty();
        assertThat(Suppression.table(FIRST, Map.of("ETH", 35L), List.of(), lists).cells()).containsEntry("ETH", 35L);
    }

    @Test
    void whatEarlierWeeksShowedCountsAgainstTheList() {
        List<Map<String, Long>> lists = List.of(Map.of("ETH", 45L));
        WeeklyTable first = Suppression.table(FIRST, Map.of("ETH", 20L), List.of(), lists);
        assertThat(Suppression.table(FIRST.plus(1), Map.of("ETH", 20L), List.of(first), lists).cells()).isEmpty();
    }

    @Test
    void aWeekIsPublishedOnce() {
        WeeklyTable first = Suppression.table(FIRST, Map.of(), List.of(), List.of());
        assertThatThrownBy(() -> Suppression.table(FIRST, Map.of(), List.of(first), List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
