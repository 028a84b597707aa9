package org.moei.console.server;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.moei.base.Ids;
import org.moei.base.Uuid7;
import org.moei.console.audit.AuditPages;
import org.moei.console.gate.ReceivedPages;
import org.moei.console.gate.TestimonyPages;
import org.moei.console.home.HomePages;
import org.moei.console.layout.Pages;
import org.moei.console.lists.ListPages;
import org.moei.console.people.ArrivalPages;
import org.moei.console.people.PairPages;
import org.moei.console.people.PeoplePages;
import org.moei.console.picture.PicturePages;
import org.moei.console.returning.ReturningPages;
import org.moei.console.screening.ScreeningPages;
import org.moei.console.tracing.TracingPages;

/** A console on a free port that serves the sample house. */
final class SampleConsole {
    private SampleConsole() {}

    static ConsoleServer start() {
        return start(InstantSource.fixed(SampleHouse.NOW), pages -> List.of());
    }

    static ConsoleServer start(InstantSource wallClock, Function<Pages, List<Object>> more) {
        return start(new SampleHouse(), wallClock, more);
    }

    static ConsoleServer start(SampleHouse house, InstantSource wallClock, Function<Pages, List<Object>> more) {
        Ids ids = Uuid7.ids(wallClock, new SplittableRandom(1));
        SampleProtection protection = new SampleProtection();
        SampleReception reception = new SampleReception();
        SampleDisruption disruption = new SampleDisruption();
        SampleGate gate = new SampleGate();
        return ConsoleServer.start(ConsoleOptions.onLoopback(0), new ConsoleServer.Parts(
                house, new SampleDoor(), house, Wings.navigation(true, true), house, wallClock, ids, pages -> {
                    List<Object> handlers = new ArrayList<>(List.of(
                            new HomePages(pages, protection),
                            new ListPages(pages, reception),
                            new ArrivalPages(pages, reception, ids),
                            new PeoplePages(pages, reception),
                            new PairPages(pages, reception),
                            new ScreeningPages(pages, protection),
                            new ReturningPages(pages, protection),
                            new TracingPages(pages, protection),
                            new AuditPages(pages, disruption),
                            new PicturePages(pages, disruption),
                            new TestimonyPages(pages, gate),
                            new ReceivedPages(pages, gate)));
                    handlers.addAll(more.apply(pages));
                    return handlers;
                }));
    }
}
