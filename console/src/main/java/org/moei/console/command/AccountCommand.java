package org.moei.console.command;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.moei.base.Ids;
import org.moei.base.Problem;
import org.moei.base.Uuid7;
import org.moei.console.demo.Passwords;
import org.moei.foundation.access.Accounts;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.database.Wing;
import org.moei.foundation.journal.Action;
import org.moei.protection.people.RecordKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./moei account}: an account of an operation, and what its agency holds from now on. */
@Command(name = "account", mixinStandardHelpOptions = true, description = "Makes an account, or gives one a new password, role and places. The password is printed once.")
public final class AccountCommand implements Callable<Integer> {
    @Mixin private DataOptions data = new DataOptions();

    @Parameters(index = "0", paramLabel = "NAME", description = "The account's name.")
    private String name = "";

    @Option(names = "--role", required = true, description = "reception, screener, case-manager, analyst …")
    private String role = "";

    @Option(names = "--agency", required = true, description = "The agency that it works for.")
    private String agency = "";

    @Option(names = "--place", description = "Where it works; repeat for several (default: everywhere).")
    private List<String> places = List.of();

    @Option(names = "--holds", split = ",", description = "Kinds of records that the agency holds for this role's purpose from now on: person, list-row, request (default: none, so that nothing is shown).")
    private List<String> holds = List.of();

    @Override
    public Integer call() {
        InstantSource clock = InstantSource.system();
        Role work = Role.of(role);
        try (Installation installation = Installation.open(data, EnumSet.of(work.wing()), clock)) {
            if (installation.about().isRehearsal()) {
                throw Problem.of(Problem.Kind.WRONG_USE, "rehearsal", "The accounts of a rehearsal follow from its seed.").asException();
            }
            installation.catchUp();
            Set<String> where = places.isEmpty() ? Set.of(Viewer.EVERYWHERE) : Collections.unmodifiableSet(new LinkedHashSet<>(places));
            Viewer viewer = new Viewer(Uuid7.named(Instant.EPOCH, "account " + name), name, work, agency, where);
            String password = Passwords.fresh(new SecureRandom());
            Accounts accounts = installation.foundations().getFirst().accounts();
            accounts.put(viewer, password);
            if (work.wing() == Wing.PROTECTION && !holds.isEmpty()) {
                hold(installation, viewer, where, Uuid7.ids(clock, new SecureRandom()), clock);
            }
            System.out.printf("%s: %s%nThe password is kept nowhere; it is changed by this command.%n", name, password);
            return 0;
        }
    }

    private void hold(Installation installation, Viewer viewer, Set<String> where, Ids ids, InstantSource clock) {
        Hand hand = new Hand(viewer, ids, clock.instant(), "account");
        List<Action> rules = new ArrayList<>();
        for (String kind : holds) {
            for (String place : where) {
                rules.add(installation.protection().people().rule(hand, RecordKind.of(kind), place.equals(Viewer.EVERYWHERE) ? "*" : place, agency, viewer.purpose().id()));
            }
        }
        rules.forEach(installation.protection().people()::keep);
    }
}
