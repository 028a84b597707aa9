package org.moei.protection.testimony;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;
import org.moei.foundation.journal.Envelope;
import org.moei.foundation.journal.Follower;
import org.moei.foundation.journal.Json;
import org.moei.foundation.journal.Recorded;
import org.moei.foundation.vault.Vault;
import org.moei.gate.statement.Minimisation;
import org.moei.gate.statement.PlainWords;
import org.moei.linkage.names.NameToken;
import org.moei.linkage.names.Names;
import org.moei.protection.people.Description;
import org.moei.records.Field;

/**
 * The names of everybody who is known, as words: what a text is held against before it crosses the gate. It opens what is sealed only when a text
 * is checked, keeps words and no persons, and tells no more than yes or no.
 */
final class PeopleNames implements Follower, Minimisation.KnownNames {
    private static final int LEAST_READING = 3;

    private final Vault vault;
    private final List<Envelope.SealedPart> unread = new ArrayList<>();
    private final Set<String> words = new HashSet<>();
    /** Whole names of several words, by their first word in order of the alphabet. */
    private final Map<String, Set<List<String>>> whole = new HashMap<>();

    PeopleNames(Vault vault) {
        this.vault = vault;
    }

    /** Rows as {@code reception} seals them; only the values are read here. */
    record Row(@Nullable Map<String, List<String>> values) {}

    @Override
    public synchronized void follow(List<Recorded> actions) {
        for (Recorded each : actions) {
            for (Envelope.SealedPart part : each.envelope().parts()) {
                if (part.about().isPresent() && (part.group().equals("names") || part.group().equals("row"))) {
                    unread.add(part);
                }
            }
        }
    }

    @Override
    public synchronized boolean names(String text) {
        if (!vault.isOpen()) {
            words.clear();
            whole.clear();
            throw Problem.of(Problem.Kind.SEALED, "names-sealed", "Names are sealed, so no text can be checked.").withAdvice("the officers have not unlocked it since the start.").asException();
        }
        unread.forEach(this::read);
        unread.clear();
        List<String> tokens = PlainWords.tokens(text);
        for (String token : tokens) {
            if (words.contains(token) && !PlainWords.isAlwaysPlain(token)) {
                return true;
            }
        }
        return namesWhole(tokens);
    }

    /** A name whose words all say little by themselves (Long An) still is one where they stand side by side. */
    private boolean namesWhole(List<String> tokens) {
        for (int from = 0; from < tokens.size(); from++) {
            for (int to = from + 2; to <= Math.min(tokens.size(), from + 5); to++) {
                List<String> window = tokens.subList(from, to).stream().sorted().toList();
                if (whole.getOrDefault(window.getFirst(), Set.of()).contains(window)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void read(Envelope.SealedPart part) {
        vault.findOpen(part.sealed()).ifPresent(bytes -> {
            if (part.group().equals("names")) {
                Json.read(bytes, Description.Names.class).names().forEach(name -> add(name.written()));
                return;
            }
            Map<String, List<String>> values = Json.read(bytes, Row.class).values();
            if (values != null) {
                values.forEach((key, all) -> {
                    if (Field.find(key).map(Field::isName).orElse(false)) {
                        all.forEach(this::add);
                    }
                });
            }
        });
    }

    private void add(String written) {
        List<String> parts = new ArrayList<>();
        for (NameToken token : Names.read(written).parts()) {
            parts.add(token.normal());
            if (token.normal().length() > 1) {
                words.add(token.normal());
            }
            // A name in another script is told in Latin letters; the usual spellings count as the name.
            token.readings().stream().map(r -> r.latin()).filter(latin -> latin.length() >= LEAST_READING).forEach(words::add);
        }
        if (parts.size() > 1) {
            List<String> sorted = parts.stream().sorted().toList();
            whole.computeIfAbsent(sorted.getFirst(), w -> new HashSet<>()).add(sorted);
        }
    }
}
