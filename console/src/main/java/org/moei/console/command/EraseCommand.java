package org.moei.console.command;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.moei.base.Uuid7;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.database.Wing;
import org.moei.protection.people.Erasure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./moei erase}: destroys what is held on somebody, after saying what goes and what stays. */
@Command(name = "erase", mixinStandardHelpOptions = true, description = "Destroys what is held on a person, for good. Without --yes it only says what would go and what would stay.")
public final class EraseCommand implements Callable<Integer> {
    @Mixin private DataOptions data = new DataOptions();

    @Option(names = "--token", required = true, description = "The person's token.")
    private String token = "";

    @Option(names = "--reason", required = true, description = "Why, in words that name nobody.")
    private String reason = "";

    @Option(names = "--agency", description = "The agency whose data-protection officer acts (default: data-protection).")
    private String agency = "data-protection";

    @Option(names = "--yes", description = "Do it. There is no way back.")
    private boolean yes;

    @Override
    public Integer call() {
        InstantSource clock = InstantSource.system();
        try (Installation installation = Installation.open(data, EnumSet.of(Wing.PROTECTION), clock)) {
            installation.catchUp();
            Viewer officer = new Viewer(Uuid7.named(Instant.EPOCH, "erase " + agency), "erase", Role.DATA_PROTECTION_OFFICER, agency, Set.of(Viewer.EVERYWHERE));
            Hand hand = new Hand(officer, Uuid7.ids(clock, new SecureRandom()), clock.instant(), "erase");
            Erasure erasure = installation.protection().erasure();
            Erasure.Plan plan = erasure.plan(hand, token);
            System.out.printf("Goes: the keys of %d records (the person and rows of the same agency), and with them names, births, documents,%n", plan.records().size());
            System.out.println("  interviews and consents, here, in every export and in every backup; their nationality, sex, age band and language.");
            System.out.println("Stays: random ids, the token, that something was done and when, and the clear fields in the journal's past.");
            System.out.printf("Elsewhere: %d linked records that other agencies keep; copies of the keys' folder, until they are replaced;%n", plan.elsewhere());
            System.out.println("  what was sent out before (packets, answers to families, statements that crossed the gate).");
            if (!yes) {
                System.out.println("Nothing was done. Say --yes to erase.");
                return 0;
            }
            erasure.erase(hand, plan, reason).forEach(installation.protection().people()::keep);
            System.out.println("Erased.");
            return 0;
        }
    }
}
