package org.moei.console.command;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.database.Wing;
import org.moei.foundation.journal.Verification;
import org.moei.foundation.journal.Verifier;
import org.moei.foundation.vault.Evacuation;
import org.moei.foundation.vault.FolderVault;
import org.moei.foundation.vault.Vault;
import org.moei.protection.people.RecordKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./moei evacuate}: the keys go, at once; the journals stay whole. */
@Command(
        name = "evacuate",
        mixinStandardHelpOptions = true,
        description = "Turns or destroys the keys of agencies within minutes. Without --yes it says what would go and what would stay. A run that was killed is finished by running it again.")
public final class EvacuateCommand implements Callable<Integer> {
    @Mixin private DataOptions data = new DataOptions();

    @Option(names = "--agency", description = "One agency, repeat for several (default: all).")
    private List<String> agencies = List.of();

    @Option(names = "--turn", description = "New keys instead of none: old copies of the records' keys open nothing, the house goes on working. Needs the keys unlocked.")
    private boolean turn;

    @Option(names = "--yes", description = "Do it. Destroyed keys come back from nowhere.")
    private boolean yes;

    @Override
    public Integer call() {
        Evacuation.Way way = turn ? Evacuation.Way.TURN : Evacuation.Way.DESTROY;
        long start = System.nanoTime();
        Evacuation.Plan plan;
        // The keys first, and without the database: it may be what is lost already.
        try (Vault vault = FolderVault.openExisting(data.keys(), new SecureRandom())) {
            data.unlock(vault);
            Evacuation evacuation = new Evacuation(data.keys(), vault);
            Collection<String> named = agencies.isEmpty() ? vault.listAgencies() : agencies;
            Optional<Evacuation.Plan> unfinished = evacuation.findUnfinished();
            unfinished.ifPresent(p -> System.out.printf("An evacuation was begun and not finished: %s of %s. It is finished first.%n", p.way().name().toLowerCase(java.util.Locale.ROOT), String.join(", ", p.agencies())));
            if (!yes && unfinished.isEmpty()) {
                System.out.printf("%s the keys of %s.%n", turn ? "Turns" : "Destroys", String.join(", ", named));
                tell(way);
                System.out.println("Nothing was done. Say --yes to do it.");
                return 0;
            }
            plan = evacuation.run(way, named, (agency, keys) -> System.out.printf("%s: %,d keys %s.%n", agency, keys, turn ? "wrapped anew" : "destroyed"));
        }
        System.out.printf("Done with the keys after %.1f seconds.%n", (System.nanoTime() - start) / 1e9);
        tell(plan.way());
        return report(plan);
    }

    private static void tell(Evacuation.Way way) {
        switch (way) {
            case TURN -> {
                System.out.println("Gone: old copies of the records' keys open nothing. Everything stays readable here.");
                System.out.println("Remains: a copy of the whole keys' folder from before, with its passphrase, opens what was sealed until then.");
            }
            case DESTROY -> {
                System.out.println("Gone: names, births, documents, interviews, consents and files of these agencies, here, in every export and in every backup.");
                System.out.println("Remains: the clear fields (nationality, sex, age band, states, places, tokens, times), who read what, the journals whole;");
                System.out.println("  what was sent out before; and a copy of the whole keys' folder elsewhere, with its passphrase: destroy it too.");
            }
        }
    }

    /** Says it in the log of reads, counts what is gone, and proves that the journals are whole. */
    private int report(Evacuation.Plan plan) {
        try (Installation installation = Installation.open(data, EnumSet.allOf(Wing.class), InstantSource.system())) {
            installation.catchUp();
            for (String agency : plan.agencies()) {
                long people = installation.protection().roster().system().list(e -> e.agency().equals(agency) && e.kind() == RecordKind.PERSON).size();
                long others = installation.protection().roster().system().list(e -> e.agency().equals(agency) && e.kind() != RecordKind.PERSON).size();
                System.out.printf("%s: %,d people and %,d other records were under its keys.%n", agency, people, others);
            }
            boolean whole = true;
            for (WingFoundation wing : installation.foundations()) {
                wing.accessLog().event("evacuation", plan.way().name().toLowerCase(java.util.Locale.ROOT));
                Verification found = Verifier.verify(wing.wing().word(), wing.database().pool(Wing.Role.WRITER), Optional.empty(), installation.vault().publicKey());
                whole &= found.isOk() && wing.accessLog().verify().isEmpty();
                System.out.printf("The journal of the wing %s: %,d actions, %s.%n", wing.wing().word(), found.actions(), found.isOk() ? "whole" : "not whole");
            }
            return whole ? 0 : 1;
        }
    }
}
