package org.moei.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.moei.planning.api.Departure;
import org.moei.planning.api.PlanOptions;
import org.moei.planning.api.SeatPlanner;
import org.moei.planning.api.SeatPrice;

/** FEATURE UNDER TEST: the dual of the flow says what one more seat on a day would be worth in weighted days of waiting. */
class B02_ASeatHasAPriceTest {
    private static final String GROUPS = """
            id   | people | to  | ready | priority
            anna | 1      | ETH | 1     | 5
            ben  | 1      | ETH | 1     | 1
            cem  | 1      | ETH | 3     | 2
            """;
    private static final String DEPARTURES = """
            id | day | to  | seats
            f1 | 1   | ETH | 1
            f3 | 3   | ETH | 1
            f9 | 9   | ETH | 5
            """;

    @Test
    void oneMoreSeatTodaySavesTheWaitOfWhoeverWouldTakeIt() {
        // One more seat on day 1 takes ben (8 days of weight 1), one more on day 3 takes ben too (6 days); day 9 has room.
        assertThat(PlanTable.plan(GROUPS, DEPARTURES).seatPrices()).containsExactly(
                new SeatPrice("ETH", 1, 8), new SeatPrice("ETH", 3, 6), new SeatPrice("ETH", 9, 0));
    }

    @Test
    void theBoundFallsByExactlyThePrice() {
        long before = PlanTable.plan(GROUPS, DEPARTURES).bound();
        List<Departure> more = new ArrayList<>(PlanTable.departures(DEPARTURES));
        more.add(new Departure("extra", 1, "ETH", 1, "bus"));
        assertThat(SeatPlanner.plan(PlanTable.groups(GROUPS), more, PlanOptions.DEFAULT).bound()).isEqualTo(before - 8);
    }
}
