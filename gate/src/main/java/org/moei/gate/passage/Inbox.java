package org.moei.gate.passage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;
import org.moei.base.ProblemException;
import org.moei.base.Uuid7;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Hand;
import org.moei.foundation.journal.Action;
import org.moei.foundation.journal.Envelope;
import org.moei.foundation.journal.Follower;
import org.moei.foundation.journal.Json;
import org.moei.foundation.journal.Recorded;

/**
 * The receiving end of one direction. A file is taken only from the sender whose key a person confirmed once; each message becomes an action of the
 * receiver's journal, so that what was taken is known after a restart and an older file is noticed. Whoever calls has asked the authoriser.
 */
public final class Inbox implements Follower {
    private static final String ROLE = "gate-inbox";
    private static final String GROUP = "message";
    private static final String TAKEN = "gate.message-taken";
    private static final String CONFIRMED = "gate.key-confirmed";

    private final WingFoundation foundation;
    private final Direction direction;
    private final UUID record;
    private final List<byte[]> sealed = new ArrayList<>();
    private final List<String> hashes = new ArrayList<>();
    private byte @Nullable [] key;
    private long version;

    /** Follows the wing's journal from its beginning. */
    public Inbox(WingFoundation foundation, Direction direction) {
        this.foundation = foundation;
        this.direction = direction;
        this.record = Uuid7.named(Instant.EPOCH, "gate inbox " + direction.id());
    }

    /** A line as kept. */
    record Kept(String line) {}

    @Override
    public synchronized void follow(List<Recorded> actions) {
        for (Recorded each : actions) {
            Envelope envelope = each.envelope();
            if (envelope.findTouched(ROLE).filter(record::equals).isEmpty()) {
                continue;
            }
            if (envelope.type().equals(CONFIRMED)) {
                key = Base64.getDecoder().decode(envelope.clear("digest"));
            } else if (envelope.type().equals(TAKEN)) {
                envelope.findPart(record, GROUP).ifPresent(part -> {
                    sealed.add(part.sealed());
                    hashes.add(envelope.clear("digest"));
                });
            }
            version = each.position();
        }
    }

    /** The message that an action took in this direction, for followers that keep their own book; empty for other actions and while the vault is locked. */
    public Optional<Message> find(Envelope envelope) {
        if (!envelope.type().equals(TAKEN) || !foundation.vault().isOpen()) {
            return Optional.empty();
        }
        return envelope.findPart(record, GROUP).flatMap(part -> foundation.vault().findOpen(part.sealed())).flatMap(Inbox::message);
    }

    private static Optional<Message> message(byte[] kept) {
        return Line.find(Json.read(kept, Kept.class).line().getBytes(StandardCharsets.UTF_8)).flatMap(Line::message);
    }

    /** All messages that were taken, in order. The vault must be open. */
    public synchronized List<Message> list() {
        List<Message> all = new ArrayList<>();
        for (byte[] each : sealed) {
            message(foundation.vault().open(each)).ifPresent(all::add);
        }
        return all;
    }

    /** How many messages were taken. */
    public synchronized long size() {
        return sealed.size();
    }

    /** The confirmed sender's key as two people read it to each other; empty where nobody confirmed one. */
    public synchronized Optional<String> fingerprint() {
        return Optional.ofNullable(key).map(Header::fingerprint);
    }

    /**
     * The action that confirms the sender's key, once. A second, other key is refused: a new one is a new passage.
     *
     * @param publicKey Ed25519, X.509 encoded
     */
    public synchronized Action confirm(Hand hand, byte[] publicKey) {
        if (key != null) {
            throw Problem.of(Problem.Kind.REFUSED, "key-confirmed", "The sender's key was confirmed before.").asException();
        }
        return hand.act(CONFIRMED, 1).touch(record, ROLE, Action.NEW).clear("digest", Base64.getEncoder().encodeToString(publicKey)).build();
    }

    /**
     * The action that confirms the key that a file names, where a person compared its fingerprint with what the other wing's page shows.
     *
     * @throws org.moei.base.ProblemException {@code fingerprint} where they differ
     */
    public Action confirm(Hand hand, Path file, String fingerprint) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] named = PassageReader.findKey(in).orElseThrow(() -> Problem.of(Problem.Kind.REFUSED, "passage-file", "The file is no passage file.").asException());
            if (!Header.fingerprint(named).equals(fingerprint.strip())) {
                throw Problem.of(Problem.Kind.REFUSED, "fingerprint", "The fingerprint is not that of the file's key.").withAdvice("the file is from somebody else, or a group was misheard.").asException();
            }
            return confirm(hand, named);
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "passage-file", "The passage file cannot be read.").asException(e);
        }
    }

    /**
     * What a file gave.
     *
     * @param messages new ones, in order, as they were kept
     * @param findings empty for a whole, new, right file; nothing at or after a finding was taken
     */
    public record Taken(List<Message> messages, List<PassageFinding> findings) {}

    /** Reads a file and keeps what is new in it, up to the first finding. */
    public Taken take(Hand hand, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return take(hand, in);
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "passage-file", "The passage file cannot be read.").asException(e);
        }
    }

    /** The same from bytes, as a connection gives them. */
    public Taken take(Hand hand, byte[] bytes) {
        try {
            return take(hand, new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory can be read.", e);
        }
    }

    private Taken take(Hand hand, InputStream in) throws IOException {
        byte[] confirmed;
        List<String> known;
        long base;
        synchronized (this) {
            if (key == null) {
                throw Problem.of(Problem.Kind.REFUSED, "key-not-confirmed", "Nobody confirmed the sender's key yet.")
                        .withAdvice("compare the fingerprint with what the other wing's gate page shows, and confirm it.")
                        .asException();
            }
            confirmed = key.clone();
            known = List.copyOf(hashes);
            base = version;
        }
        PassageReader.Reading reading = new PassageReader(Header.channel(direction, confirmed), confirmed, known).read(in);
        List<Line> fresh = reading.fresh();
        List<Action> actions = new ArrayList<>();
        for (Line line : fresh) {
            actions.add(hand.act(TAKEN, 1)
                    .touch(record, ROLE, base)
                    .clear("number", Long.toString(line.sequence()))
                    .clear("digest", line.hash())
                    .seal(record, GROUP, new Kept(new String(line.bytes(), StandardCharsets.UTF_8)))
                    .build());
        }
        try {
            foundation.journal().append(actions);
        } catch (ProblemException e) {
            if (e.problem().kind() == Problem.Kind.CONFLICT) {
                throw Problem.of(Problem.Kind.CONFLICT, "taken-meanwhile", "Somebody else took the passage at the same time.").withAdvice("read the file again.").asException(e);
            }
            throw e;
        }
        return new Taken(fresh.stream().flatMap(line -> line.message().stream()).toList(), reading.findings());
    }
}
