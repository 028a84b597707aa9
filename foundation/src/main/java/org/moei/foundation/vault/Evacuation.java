package org.moei.foundation.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.moei.base.Problem;

/**
 * Turns or destroys the keys of several agencies, one after the other. What was begun is written down beside the keys first, so that a
 * run which was killed is finished by the next one; each step may be done twice.
 */
public final class Evacuation {
    private static final String FILE = "evacuation";

    private final Path file;
    private final Vault vault;

    /** What is done to an agency's keys. */
    public enum Way {
        /** New keys: old copies open nothing, the house goes on working. Needs unlocked keys. */
        TURN,
        /** No keys: nothing that the agency sealed opens again, anywhere. Works on locked keys. */
        DESTROY
    }

    /** What was begun and not finished. */
    public record Plan(Way way, List<String> agencies) {}

    public Evacuation(Path keys, Vault vault) {
        this.file = keys.resolve(FILE);
        this.vault = vault;
    }

    /** A run that was stopped before its end. */
    public Optional<Plan> findUnfinished() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            return Optional.of(new Plan(Way.valueOf(lines.getFirst()), lines.subList(1, lines.size())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Does it; a run that was stopped is finished instead, whatever is asked now.
     *
     * @param done is told each agency and how many keys were wrapped anew or destroyed
     * @throws org.moei.base.ProblemException {@code SEALED} where keys shall be turned and are locked
     */
    public Plan run(Way way, Collection<String> agencies, BiConsumer<String, Integer> done) {
        Plan plan = findUnfinished().orElseGet(() -> new Plan(way, List.copyOf(agencies)));
        if (plan.way() == Way.TURN && !vault.isOpen()) {
            throw FolderVault.locked();
        }
        if (plan.agencies().stream().anyMatch(agency -> agency.isBlank() || agency.contains("\n"))) {
            throw Problem.of(Problem.Kind.WRONG_USE, "agency", "An agency has no name.").asException();
        }
        KeyFiles.replace(file, (plan.way() + "\n" + String.join("\n", plan.agencies()) + "\n").getBytes(StandardCharsets.UTF_8));
        for (String agency : plan.agencies()) {
            int keys = switch (plan.way()) {
                case TURN -> vault.listDestroyedAgencies().contains(agency) ? 0 : vault.turn(agency);
                case DESTROY -> vault.destroyAgency(agency);
            };
            done.accept(agency, keys);
        }
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return plan;
    }
}
