package org.moei.console.server;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.moei.console.layout.Navigation;
import org.moei.console.layout.Pages;

/** A console on a free port that serves the sample house. */
final class SampleConsole {
    private SampleConsole() {}

    static ConsoleServer start() {
        return start(InstantSource.fixed(Instant.parse("2025-04-03T09:40:00Z")), pages -> List.of());
    }

    static ConsoleServer start(InstantSource wallClock, Function<Pages, List<Object>> handlers) {
        SampleHouse house = new SampleHouse();
        return ConsoleServer.start(ConsoleOptions.onLoopback(0), new ConsoleServer.Parts(
                house, house, house, new Navigation(List.of()), wallClock, org.moei.base.Uuid7.ids(wallClock, new java.util.SplittableRandom(1)), handlers));
    }
}
