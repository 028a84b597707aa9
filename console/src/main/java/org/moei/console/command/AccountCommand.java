package org.moei.console.command;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moei.base.Ids;
import org.moei.base.Problem;
import org.moei.base.Uuid7;
import org.moei.console.demo.Passwords;
import org.moei.foundation.WingFoundation;
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
@Command(name = "account", mixinStandardHelpOptions = true, description = "Makes an account, or gives one a new password, role and places (the password is printed once); or, with --do, does one thing to one that stands.")
public final class AccountCommand implements Callable<Integer> {
    @Mixin private DataOptions data = new DataOptions();

    @Parameters(index = "0", paramLabel = "NAME", description = "The account's name.")
    private String name = "";

    @Option(names = "--role", description = "reception, screener, case-manager, analyst …")
    private String role = "";

    @Option(names = "--agency", description = "The agency that it works for.")
    private String agency = "";

    @Option(names = "--place", description = "Where it works; repeat for several (default: everywhere).")
    private List<String> places = List.of();

    @Option(names = "--holds", split = ",", description = "Kinds of records that the agency holds for this role's purpose from now on: person, list-row, request (default: none, so that nothing is shown).")
    private List<String> holds = List.of();

    @Option(names = "--do", paramLabel = "WHAT", description = "Instead of making it: end-sessions, lift (a rest after failures), forget-app (the second factor and the passkeys), shut, confirm.")
    private @Nullable Deed deed;

    /** What is done to an account that stands. */
    public enum Deed {
        END_SESSIONS,
        LIFT,
        FORGET_APP,
        SHUT,
        CONFIRM;

        /** As the command line and the access log write it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Override
    public Integer call() {
        InstantSource clock = InstantSource.system();
        if (deed != null) {
            return act(deed, clock);
        }
        Role work = role();
        try (Installation installation = Installation.open(data, EnumSet.of(work.wing()), clock)) {
            if (installation.about().isRehearsal()) {
                throw Problem.of(Problem.Kind.WRONG_USE, "rehearsal", "The accounts of a rehearsal follow from its seed.").asException();
            }
            installation.catchUp();
            Set<String> where = places.isEmpty() ? Set.of(Viewer.EVERYWHERE) : Collections.unmodifiableSet(new LinkedHashSet<>(places));
            Viewer viewer = new Viewer(Uuid7.named(Instant.EPOCH, "account " + name), name, work, agency, where);
            String password = Passwords.fresh(new SecureRandom());
            Accounts accounts = installation.foundations().getFirst().accounts();
            accounts.hand(viewer, password);
            if (work.wing() == Wing.PROTECTION && !holds.isEmpty()) {
                hold(installation, viewer, where, Uuid7.ids(clock, new SecureRandom()), clock);
            }
            System.out.printf("%s: %s%nThe password is kept nowhere. Its owner chooses another one at the first sign-in.%n", name, password);
            return 0;
        }
    }

    private Role role() {
        if (agency.isEmpty()) {
            throw Problem.of(Problem.Kind.WRONG_USE, "account-agency", "An account needs --role and --agency.").asException();
        }
        try {
            return Role.of(role);
        } catch (IllegalArgumentException e) {
            String roles = Arrays.stream(Role.values()).map(Role::id).collect(Collectors.joining(", "));
            throw Problem.of(Problem.Kind.WRONG_USE, "account-role", "There is no such role (" + role + ").").withAdvice("it is one of " + roles + ".").asException(e);
        }
    }

    private int act(Deed what, InstantSource clock) {
        try (Installation installation = Installation.open(data, EnumSet.allOf(Wing.class), clock)) {
            WingFoundation wing = installation.foundations().stream().filter(w -> w.accounts().exists(name)).findFirst()
                    .orElseThrow(() -> Problem.of(Problem.Kind.WRONG_USE, "no-account", "There is no account of that name.").asException());
            UUID account = wing.accounts().find(name).orElseThrow().viewer().account();
            switch (what) {
                case END_SESSIONS -> System.out.println(wing.sessions().endAll(account, "administrator") + " devices were signed out.");
                case LIFT -> wing.accounts().forgive(account);
                case FORGET_APP -> {
                    wing.secondFactors().forget(account);
                    wing.passkeys().forget(account);
                    wing.sessions().endAll(account, "administrator");
                }
                case SHUT -> wing.accounts().shut(account, true);
                case CONFIRM -> wing.accounts().confirm(account);
            }
            wing.accessLog().event("account-" + what, "command-line");
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
