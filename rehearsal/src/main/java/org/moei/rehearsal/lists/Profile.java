package org.moei.rehearsal.lists;

import java.util.Map;
import org.moei.rehearsal.generator.Draw;
import org.moei.rehearsal.scenario.Figure;
import org.moei.rehearsal.scenario.Lists.ErrorKind;

/** The shares of rows that go wrong in a party's lists; what the scenario leaves out never happens. */
record Profile(Map<ErrorKind, Figure> rates) {
    double of(ErrorKind kind) {
        Figure rate = rates.get(kind);
        return rate == null ? 0 : rate.value();
    }

    boolean happens(ErrorKind kind, Draw draw) {
        return draw.chance(of(kind));
    }
}
