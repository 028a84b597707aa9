package org.moei.console.command;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Role;
import org.moei.foundation.database.Wing;
import org.moei.protection.people.Entry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./moei custody}: a case moves to another agency, with the person's consent. */
@Command(
        name = "custody",
        mixinStandardHelpOptions = true,
        description = "Moves a person's case, and the key of the record, to another agency. Refused without that person's recorded consent (recipient agency:NAME, purpose custody).")
public final class CustodyCommand implements Callable<Integer> {
    @Mixin private DataOptions data = new DataOptions();

    @Option(names = "--token", required = true, description = "The person's token.")
    private String token = "";

    @Option(names = "--from", required = true, paramLabel = "AGENCY", description = "Who holds the case now.")
    private String from = "";

    @Option(names = "--to", required = true, paramLabel = "AGENCY", description = "Who takes it over.")
    private String to = "";

    @Option(names = "--role", description = "Of whoever holds it there (default case-manager).")
    private String role = "case-manager";

    @Override
    public Integer call() {
        InstantSource clock = InstantSource.system();
        try (Installation installation = Installation.open(data, EnumSet.of(Wing.PROTECTION), clock)) {
            installation.catchUp();
            Hand hand = Officers.hand(Role.of(role), from, "custody", clock);
            Entry person = installation.protection().roster().findByToken(hand.viewer(), token).orElseThrow(Authoriser::denied);
            installation.protection().custody().move(hand, person.id(), to);
            System.out.println("The case is " + to + "'s from now on; " + from + " sees it no more.");
            return 0;
        }
    }
}
