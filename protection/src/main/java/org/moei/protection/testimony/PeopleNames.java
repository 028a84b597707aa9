package org.moei.protection.testimony;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.journal.Json;
import org.moei.gate.statement.Minimisation;
import org.moei.gate.statement.PlainWords;
import org.moei.linkage.names.NameToken;
import org.moei.linkage.names.Names;
import org.moei.protection.people.Description;
import org.moei.records.Field;

/**
 * The names of everybody who is known, as words: what a text is held against before it crosses the gate. It reads what came since the last check,
 * opens it only then, keeps words and no persons, and tells no more than yes or no.
 */
final class PeopleNames implements Minimisation.KnownNames {
    private static final int LEAST_READING = 3;
    private static final int PAGE = 20_000;

    private final WingFoundation foundation;
    private final Set<String> words = new HashSet<>();
    /** Whole names of several words, by their first word in order of the alphabet. */
    private final Map<String, Set<List<String>>> whole = new HashMap<>();
    /** Position of the last action whose names were read. */
    private long position;

    PeopleNames(WingFoundation foundation) {
        this.foundation = foundation;
    }

    /** Rows as {@code reception} seals them; only the values are read here. */
    record Row(@Nullable Map<String, List<String>> values) {}

    private record Part(long position, String group, byte[] sealed) {}

    /** Reads as the writer, past the wall, and shows nothing: what comes out is yes or no. */
    private void readOn() {
        List<Part> page;
        do {
            page = foundation.database().writing(client -> client.sql(
                            """
                            select position, part, sealed from sealed_part
                            where part in ('names', 'row') and position > :position order by position limit :page
                            """)
                    .param("position", position)
                    .param("page", PAGE)
                    .query((rows, n) -> new Part(rows.getLong(1), rows.getString(2), rows.getBytes(3)))
                    .list());
            page.forEach(this::read);
            if (!page.isEmpty()) {
                // A full page may end inside an action: its parts are read again, which does no harm.
                position = page.getLast().position() - (page.size() == PAGE ? 1 : 0);
            }
        } while (page.size() == PAGE);
    }

    @Override
    public synchronized boolean names(String text) {
        if (!foundation.vault().isOpen()) {
            words.clear();
            whole.clear();
            position = 0;
            throw Problem.of(Problem.Kind.SEALED, "names-sealed", "Names are sealed, so no text can be checked.").withAdvice("the officers have not unlocked it since the start.").asException();
        }
        readOn();
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

    private void read(Part part) {
        foundation.vault().findOpen(part.sealed()).ifPresent(bytes -> {
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
