package org.moei.foundation.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.moei.base.Problem;
import org.moei.base.ProblemException;
import org.moei.foundation.vault.Vault;

/**
 * The journal of one wing. Actions are sealed by whoever asks and appended by one writer thread in bounded batches; a
 * receipt is given after the commit, and after the followers of this process have read the action.
 */
public final class Journal implements AutoCloseable {
    /** Most actions in one request. */
    public static final int MAXIMUM_REQUEST = 10_000;

    private static final int MAXIMUM_BATCH = 8_192;
    private static final long MAXIMUM_BATCH_BYTES = 32L << 20;
    private static final int QUEUE = 256;
    private static final String UNIQUE_VIOLATION = "23505";

    private final String wing;
    private final DataSource source;
    private final Vault vault;
    private final InstantSource clock;
    private final BatchWriter writer;
    private final Followers followers;
    private final BlockingQueue<SealedRequest> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread thread;
    private volatile boolean closed;

    /**
     * Starts the writer.
     *
     * @param wing {@code protection} or {@code disruption}
     * @param source connections of the wing's writer role, with the wing's schema first on the search path
     */
    public Journal(String wing, DataSource source, Vault vault, List<Projector> projectors, InstantSource clock) {
        this.wing = wing;
        this.source = source;
        this.vault = vault;
        this.clock = clock;
        this.writer = new BatchWriter(wing, source, vault, List.copyOf(projectors));
        this.followers = new Followers(this);
        this.thread = Thread.ofPlatform().name("journal-" + wing).daemon().start(this::write);
    }

    public String wing() {
        return wing;
    }

    /**
     * Seals and queues actions that stand or fall together.
     *
     * @return completes after the commit; fails with {@link ProblemException}: {@code CONFLICT} where one was based on an
     *     older version and changes the same fields, {@code COULD_NOT_RUN} where the database did not take them
     */
    public CompletableFuture<List<Receipt>> submit(List<Action> actions) {
        if (actions.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        if (actions.size() > MAXIMUM_REQUEST) {
            throw Problem.of(Problem.Kind.WRONG_USE, "request-too-large", "A request holds at most " + MAXIMUM_REQUEST + " actions, not " + actions.size() + ".").asException();
        }
        List<Envelope> sealed = new ArrayList<>(actions.size());
        for (Action action : actions) {
            sealed.add(Envelope.seal(action, clock.instant().truncatedTo(ChronoUnit.MILLIS), vault));
        }
        SealedRequest request = SealedRequest.of(sealed);
        if (closed) {
            throw closed();
        }
        try {
            queue.put(request);
            if (!thread.isAlive()) {
                refuseTheRest();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "interrupted", "The work was interrupted before anything was appended.").asException(e);
        }
        return request.answer();
    }

    /** Appends and waits. Throws as {@link #submit} fails. */
    public List<Receipt> append(List<Action> actions) {
        try {
            return submit(actions).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ProblemException known) {
                throw known;
            }
            throw e;
        }
    }

    public Receipt append(Action action) {
        return append(List.of(action)).getFirst();
    }

    private void write() {
        List<SealedRequest> batch = new ArrayList<>();
        while (true) {
            batch.clear();
            try {
                SealedRequest first = queue.take();
                if (first.envelopes().isEmpty()) {
                    return;
                }
                collect(first, batch);
            } catch (InterruptedException e) {
                return;
            }
            boolean last = batch.getLast().envelopes().isEmpty();
            if (last) {
                batch.removeLast();
            }
            writeBatch(batch);
            if (last) {
                return;
            }
        }
    }

    /** Nobody waits for ever: what slipped in while the journal was closing is refused, and can be sent again elsewhere. */
    private void refuseTheRest() {
        for (SealedRequest late = queue.poll(); late != null; late = queue.poll()) {
            late.answer().completeExceptionally(closed());
        }
    }

    private static ProblemException closed() {
        return Problem.of(Problem.Kind.COULD_NOT_RUN, "journal-closed", "The journal is closed.").asException();
    }

    private void collect(SealedRequest first, List<SealedRequest> batch) {
        batch.add(first);
        int actions = first.envelopes().size();
        long bytes = first.size();
        while (actions < MAXIMUM_BATCH && bytes < MAXIMUM_BATCH_BYTES) {
            SealedRequest next = queue.poll();
            if (next == null) {
                return;
            }
            batch.add(next);
            if (next.envelopes().isEmpty()) {
                return;
            }
            actions += next.envelopes().size();
            bytes += next.size();
        }
    }

    private void writeBatch(List<SealedRequest> batch) {
        try {
            finish(writer.append(batch));
        } catch (SQLException | RuntimeException whole) {
            // A failing batch is replayed one by one, so that one bad request costs nobody else theirs.
            for (SealedRequest request : batch) {
                try {
                    finish(writer.append(List.of(request)));
                } catch (SQLException | RuntimeException single) {
                    request.answer().completeExceptionally(single instanceof ProblemException known ? known : notTaken(single));
                }
            }
        }
    }

    private static ProblemException notTaken(Exception failure) {
        String state = failure instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
        if (state.equals(UNIQUE_VIOLATION)) {
            return Problem.of(Problem.Kind.CONFLICT, "already-there", "What this action makes (a token, say) is there already.")
                    .withAdvice("somebody else was first: read again and take the next.")
                    .asException(failure);
        }
        return Problem.of(Problem.Kind.COULD_NOT_RUN, "append-failed", "The database did not take the action (" + (state.isEmpty() ? failure.getClass().getSimpleName() : "SQL state " + state) + ").")
                .withAdvice("send it again with the same id: that is harmless.")
                .asException(failure);
    }

    private void finish(BatchWriter.Outcome outcome) {
        RuntimeException follow = null;
        try {
            followers.committed(outcome.appended(), outcome.highest());
        } catch (RuntimeException e) {
            follow = e;
        }
        for (BatchWriter.Answer answer : outcome.answers()) {
            if (answer.problem() != null) {
                answer.request().answer().completeExceptionally(answer.problem());
            } else if (follow != null) {
                answer.request()
                        .answer()
                        .completeExceptionally(Problem.of(Problem.Kind.COULD_NOT_RUN, "follower-failed", "The action is kept, but the pages cannot follow.").asException(follow));
            } else {
                answer.request().answer().complete(answer.receipts());
            }
        }
    }

    /** Adds a follower; it reads from the first action on, with {@link #catchUp()} or as receipts are given. */
    public void follow(Follower follower) {
        followers.add(follower);
    }

    /** Brings the followers to the end of the journal as it is now. Other processes' actions are read here. */
    public void catchUp() {
        followers.catchUp(size());
    }

    /** How many actions there are. */
    public long size() {
        return query("select coalesce(max(position), 0) from " + wing + "_journal.action", rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    /** Reads actions in order.
     *
     * @param after the position before the first
     */
    public List<Recorded> read(long after, int limit) {
        return query(
                "select position, envelope from " + wing + "_journal.action where position > ? order by position limit ?",
                Journal::readAll,
                after,
                limit);
    }

    /** The last actions on a record, newest first.
     *
     * @param before only positions below this
     */
    public List<Recorded> history(UUID record, long before, int limit) {
        return query(
                "select a.position, a.envelope from " + wing + "_journal.action_record r join " + wing
                        + "_journal.action a on a.position = r.position where r.record_id = ? and r.position < ? order by r.position desc limit ?",
                Journal::readAll,
                record,
                before,
                limit);
    }

    /** The position of the last action on a record, 0 where there is none: what an edit is based on. */
    public long version(UUID record) {
        return query("select coalesce(max(position), 0) from " + wing + "_journal.action_record where record_id = ?", rows -> {
            rows.next();
            return rows.getLong(1);
        }, record);
    }

    /** The action with an id. */
    public Optional<Recorded> find(UUID action) {
        return query("select position, envelope from " + wing + "_journal.action where id = ?", Journal::readAll, action).stream().findFirst();
    }

    private static List<Recorded> readAll(ResultSet rows) throws SQLException {
        List<Recorded> read = new ArrayList<>();
        while (rows.next()) {
            read.add(new Recorded(rows.getLong(1), Envelope.parse(rows.getBytes(2))));
        }
        return read;
    }

    interface Reading<T> {
        T of(ResultSet rows) throws SQLException;
    }

    <T> T query(String sql, Reading<T> reading, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return reading.of(rows);
            }
        } catch (SQLException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "journal-read", "The journal cannot be read (SQL state " + e.getSQLState() + ").").asException(e);
        }
    }

    DataSource source() {
        return source;
    }

    Vault vault() {
        return vault;
    }

    /** Signs the tree as it stands and keeps the head beside it. */
    public SignedHead signHead() {
        return SignedHead.sign(this, clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    /** Waits for what was submitted, then ends the writer. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            queue.put(new SealedRequest(List.of(), List.of(), List.of(), new CompletableFuture<>()));
            thread.join(30_000);
            if (!thread.isAlive()) {
                refuseTheRest();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
