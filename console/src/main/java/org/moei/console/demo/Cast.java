package org.moei.console.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.moei.base.Problem;
import org.moei.base.Uuid7;
import org.moei.foundation.access.Accounts;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.database.Wing;
import org.moei.rehearsal.scenario.Parties;
import org.moei.rehearsal.scenario.Scenario;

/** The accounts of a rehearsal, and who of them does what when it is played. */
public final class Cast {
    private final long seed;
    private final Map<String, Viewer> byName = new LinkedHashMap<>();

    /** Reads the accounts of a scenario. */
    public Cast(Scenario scenario, long seed) {
        this.seed = seed;
        for (Parties.Account account : scenario.parties().accounts()) {
            byName.put(account.name(), viewer(account));
        }
    }

    private Viewer viewer(Parties.Account account) {
        try {
            Role role = Role.of(account.role());
            Set<String> places = account.places().isEmpty() ? Set.of(Viewer.EVERYWHERE) : Set.copyOf(account.places());
            return new Viewer(Uuid7.named(Instant.EPOCH, "account " + account.name()), account.name(), role, account.agency(), places);
        } catch (IllegalArgumentException e) {
            throw Problem.of(Problem.Kind.WRONG_USE, "scenario-role", "The account (" + account.name() + ") has an unknown role (" + account.role() + ").").asException(e);
        }
    }

    /** Makes the accounts of a wing where they are missing. */
    public void enter(Accounts accounts, Wing wing) {
        for (Viewer viewer : byName.values()) {
            if (viewer.wing() == wing && !accounts.exists(viewer.name())) {
                accounts.put(viewer, Passwords.of(seed, viewer.name()));
            }
        }
    }

    /** An account as printed at each start. */
    public record Printed(String name, String password, String role, String wing) {}

    public List<Printed> printed() {
        List<Printed> all = new ArrayList<>();
        byName.values().forEach(v -> all.add(new Printed(v.name(), Passwords.of(seed, v.name()), v.role().id(), v.wing().word())));
        return all;
    }

    public List<Viewer> viewers() {
        return List.copyOf(byName.values());
    }

    /** The first account that may do something, preferably of an agency, everywhere. */
    public Viewer whoMay(Permission permission, String agency) {
        return first(v -> v.agency().equals(agency) && v.role().permits(permission))
                .or(() -> first(v -> v.role().permits(permission)))
                .map(v -> new Viewer(v.account(), v.name(), v.role(), v.agency(), Set.of(Viewer.EVERYWHERE)))
                .orElseThrow(() -> Problem.of(Problem.Kind.WRONG_USE, "scenario-account", "No account of the scenario has the permission " + permission + ".").asException());
    }

    private java.util.Optional<Viewer> first(Predicate<Viewer> which) {
        return byName.values().stream().filter(which).findFirst();
    }
}
