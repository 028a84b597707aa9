package org.moei.rehearsal.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.moei.rehearsal.scenario.Flow;
import org.moei.rehearsal.scenario.Scenario;

class ReturnScoreTest {
    private final Scenario scenario = Runs.scenario("myawaddy-2025");

    @Test
    void returnsAreWithinAQuarterOfEachDatePublishedAfterTheFit() {
        for (int people : new int[] {14_200, 3_000}) {
            Runs run = Runs.of(scenario, people);
            List<ReturnScore.Row> rows = ReturnScore.of(scenario.flow(), run.returned(), run.scale());
            System.out.println(people + " people, seed " + Runs.SEED + "\n" + ReturnScore.table(rows));
            List<ReturnScore.Row> later = rows.stream().filter(row -> !row.fitted()).toList();
            assertThat(later).hasSizeGreaterThanOrEqualTo(6)
                    .allSatisfy(row -> assertThat(Math.abs(row.error())).as("%s", row.date()).isLessThan(0.25));
        }
    }

    @Test
    void theDaysDoNotKnowWhatWasPublished() {
        Flow flow = scenario.flow();
        Scenario silent = new Scenario(scenario.name(), scenario.title(), scenario.operation(), scenario.firstDate(), scenario.lastDate(), scenario.people(),
                scenario.sources(), scenario.parties(), scenario.population(), scenario.lists(),
                new Flow(List.of(), List.of(), LocalDate.EPOCH, List.of()), scenario.capacities(), scenario.embassies(), scenario.followUp(), scenario.picture());
        List<Traveller> travellers = Runs.travellers(scenario, 1_000);
        assertThat(flow.returned()).isNotEmpty();
        assertThat(Runs.of(silent, travellers, new FlowDesk()).events()).isEqualTo(Runs.of(scenario, travellers, new FlowDesk()).events());
    }

    @Test
    void noStepInTheGridFromTheFittedParametersDoesBetterOnWhatTheFitMaySee() {
        DayFit fit = new DayFit(scenario, Runs.travellers(scenario, 14_200), 2025);
        DayParameters fitted = DayParameters.FITTED;
        double squares = fit.squares(fitted);
        System.out.println(fit.describe(fitted));
        assertThat(List.of(new DayParameters(0.75, fitted.seatUse(), fitted.foundAtFirstAsk()), new DayParameters(fitted.delayFactor(), 0.9, fitted.foundAtFirstAsk()),
                new DayParameters(fitted.delayFactor(), fitted.seatUse(), 0.9))).allSatisfy(step -> assertThat(fit.squares(step)).isGreaterThanOrEqualTo(squares));
    }

    @Test
    @Tag("nightly")
    void theParametersAreTheBestOfTheGridOnWhatTheFitMaySee() {
        DayFit fit = new DayFit(scenario, Runs.travellers(scenario, 14_200), 2025);
        assertThat(fit.best()).isEqualTo(DayParameters.FITTED);
    }
}
