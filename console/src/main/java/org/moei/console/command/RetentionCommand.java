package org.moei.console.command;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Role;
import org.moei.foundation.database.Wing;
import org.moei.protection.people.Retention;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./moei retention}: what falls due, and how long each agency keeps. Erases nothing. */
@Command(
        name = "retention",
        mixinStandardHelpOptions = true,
        description = "Lists whose time is over; with --agency, --purpose and --days sets how long an agency keeps. It erases nothing: ./moei erase does, person by person.")
public final class RetentionCommand implements Callable<Integer> {
    private static final int MOST = 500;

    @Mixin private DataOptions data = new DataOptions();

    @Option(names = "--agency", description = "Whose period is set.")
    private @Nullable String agency;

    @Option(names = "--purpose", description = "For which purpose it holds.")
    private @Nullable String purpose;

    @Option(names = "--days", description = "After the last action on a record.")
    private @Nullable Integer days;

    @Option(names = "--on", paramLabel = "DATE", description = "What is due on that day (default today).")
    private @Nullable LocalDate on;

    @Override
    public Integer call() {
        InstantSource clock = InstantSource.system();
        try (Installation installation = Installation.open(data, EnumSet.of(Wing.PROTECTION), clock)) {
            installation.catchUp();
            Retention retention = installation.protection().retention();
            Hand hand = Officers.hand(Role.DATA_PROTECTION_OFFICER, "data-protection", "retention", clock);
            if (agency != null && purpose != null && days != null) {
                installation.protection().people().keep(retention.rule(hand, agency, purpose, days));
            }
            LocalDate day = on == null ? LocalDate.ofInstant(clock.instant(), Serving.BORDER) : on;
            System.out.println("Periods, in days after the last action on a record:");
            for (Retention.Period period : retention.periods(hand, day)) {
                System.out.printf("  %-24s %-16s %,6d%s, %,d due%n", period.agency(), period.purpose(), period.days(), period.set() ? "" : " (not set; this holds)", period.due());
            }
            List<Retention.Due> due = retention.due(hand, day, MOST);
            System.out.printf("Due on %s: %,d%s%n", day, due.size(), due.size() == MOST ? " or more" : "");
            due.forEach(d -> System.out.printf("  %s  %-10s %-14s %s%n", d.on(), d.kind().id(), d.token(), d.agency()));
            System.out.println("Nothing was erased. ./moei erase --token TOKEN says what would go, and does it with --yes.");
            return 0;
        }
    }
}
