package org.moei.rehearsal.generator;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.moei.rehearsal.scenario.Population.Rate;
import org.moei.rehearsal.scenario.Population.RateKind;
import org.moei.rehearsal.scenario.Scenario;

/** The shares of a scenario, looked up by kind and nationality; a kind that the scenario leaves out is nobody. */
final class Rates {
    private final Map<RateKind, Map<String, Double>> shares = new EnumMap<>(RateKind.class);

    Rates(Scenario scenario) {
        for (Rate rate : scenario.population().rates()) {
            shares.computeIfAbsent(rate.kind(), k -> new HashMap<>()).put(rate.nationality(), rate.share().value());
        }
    }

    double of(RateKind kind, String nationality) {
        Map<String, Double> byNationality = shares.getOrDefault(kind, Map.of());
        return byNationality.getOrDefault(nationality, byNationality.getOrDefault("*", 0.0));
    }
}
