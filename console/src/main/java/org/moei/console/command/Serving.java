package org.moei.console.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.moei.base.Ids;
import org.moei.base.Uuid7;
import org.moei.console.gate.Courier;
import org.moei.console.home.Published;
import org.moei.console.proof.DailyHeads;
import org.moei.console.layout.Names;
import org.moei.console.server.ConsoleOptions;
import org.moei.console.server.ConsoleServer;
import org.moei.console.server.LocalCertificate;
import org.moei.console.server.OpenWings;
import org.moei.foundation.database.Wing;
import org.moei.rehearsal.scenario.Capacities;
import org.moei.rehearsal.scenario.Scenario;

/** Serves the console until the process is told to end. */
final class Serving {
    static final ZoneId BORDER = ZoneId.of("Asia/Bangkok");

    private Serving() {}

    static void serve(Installation installation, Set<Wing> wings, ConsoleOptions options) throws InterruptedException {
        InstantSource wallClock = InstantSource.system();
        Ids ids = Uuid7.ids(wallClock, new SecureRandom());
        try (ConsoleServer server = OpenWings.serve(
                options,
                wings.contains(Wing.PROTECTION) ? Optional.of(installation.protection()) : Optional.empty(),
                wings.contains(Wing.DISRUPTION) ? Optional.of(installation.disruption()) : Optional.empty(),
                operation(installation, wallClock),
                wallClock,
                ids);
                Courier courier = courier(installation, wings, ids, wallClock);
                DailyHeads heads = new DailyHeads(installation.foundations(), HeadCommand.heads(installation.options()), BORDER, wallClock).start()) {
            System.out.printf("%nThe console is at %s://%s:%d until Ctrl-C.%n", options.site().tls() ? "https" : "http", options.site().name(), server.port());
            options.certificate().ifPresent(c -> System.out.printf(
                    "Devices reach it once they know that name and trust its certificate, whose SHA-256 is%n%s%n", LocalCertificate.fingerprint(c)));
            System.out.flush();
            if (wings.contains(Wing.PROTECTION)) {
                Thread.ofPlatform().daemon().name("prepare pairs").start(installation.protection().samePerson()::prepare);
            }
            Thread.currentThread().join();
        }
    }

    /** Where both wings of an operation stand on one host, the gate's messages are carried every hour. A rehearsal's are carried by hand, since they are signed with the time. */
    private static Courier courier(Installation installation, Set<Wing> wings, Ids ids, InstantSource wallClock) {
        boolean both = wings.containsAll(Set.of(Wing.PROTECTION, Wing.DISRUPTION)) && !installation.about().isRehearsal();
        return both ? Courier.start(installation.protection(), installation.disruption(), ids, wallClock) : Courier.idle();
    }

    private static OpenWings.Operation operation(Installation installation, InstantSource wallClock) {
        Path folder = installation.options().data().resolve("scenario");
        if (!installation.about().isRehearsal() || !Files.isDirectory(folder)) {
            return new OpenWings.Operation("Operation", installation.about().isRehearsal(), wallClock, BORDER, Map.of(), Names.NONE, List.of(), n -> "", Published.none());
        }
        Scenario scenario = Scenario.read(folder);
        Map<String, String> places = new HashMap<>();
        scenario.parties().places().forEach(p -> places.put(p.id(), p.name()));
        Map<String, String> names = new HashMap<>();
        scenario.parties().agencies().forEach(a -> names.put(a.id(), a.name()));
        // The rehearsal's evening: the clock goes on from the last day that was played.
        Instant evening = scenario.lastDate().atTime(18, 0).atZone(BORDER).toInstant();
        Duration ahead = Duration.between(wallClock.instant(), evening);
        return new OpenWings.Operation(
                scenario.operation(),
                true,
                () -> wallClock.instant().plus(ahead),
                BORDER,
                places,
                new Names(names),
                scenario.capacities().teams().stream().map(Capacities.Team::name).toList(),
                nationality -> nationality.isEmpty() ? "" : scenario.embassyOf(nationality.equals("XXA") ? "STATELESS" : nationality).seat(),
                Published.of(scenario, installation.about().people()));
    }
}
