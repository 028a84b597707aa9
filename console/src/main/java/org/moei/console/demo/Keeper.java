package org.moei.console.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.moei.base.ProblemException;
import org.moei.foundation.journal.Action;
import org.moei.foundation.journal.Journal;
import org.moei.foundation.journal.Receipt;

/** Collects actions into requests, a few ahead of the writer, and knows whose actions are still under way. */
final class Keeper {
    private static final int REQUEST = 1_000;
    private static final int AHEAD = 4;

    private final Journal journal;
    private final List<Action> waiting = new ArrayList<>();
    private final Set<UUID> underWay = new HashSet<>();
    private final Deque<CompletableFuture<List<Receipt>>> ahead = new ArrayDeque<>();
    private long kept;

    Keeper(Journal journal) {
        this.journal = journal;
    }

    void keep(Action action) {
        waiting.add(action);
        action.touches().forEach(t -> underWay.add(t.record()));
        kept++;
        if (waiting.size() >= REQUEST) {
            submit();
        }
    }

    void keep(List<Action> actions) {
        actions.forEach(this::keep);
    }

    /** Waits if actions on a record are not yet to be read back. */
    void settle(UUID record) {
        if (underWay.contains(record)) {
            settle();
        }
    }

    /** Waits until everything is kept and read back. */
    void settle() {
        submit();
        await(0);
        underWay.clear();
    }

    private void submit() {
        if (!waiting.isEmpty()) {
            ahead.add(journal.submit(List.copyOf(waiting)));
            waiting.clear();
            await(AHEAD);
        }
    }

    private void await(int most) {
        while (ahead.size() > most) {
            try {
                ahead.remove().join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof ProblemException known ? known : e;
            }
        }
    }

    long kept() {
        return kept;
    }
}
