package org.moei.gate.passage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.moei.base.Problem;
import org.moei.base.Uuid7;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Hand;
import org.moei.foundation.journal.Action;
import org.moei.foundation.journal.Follower;
import org.moei.foundation.journal.Json;
import org.moei.foundation.journal.Recorded;
import org.moei.foundation.vault.Vault;

/**
 * The sending end of one direction. A message is passed by an action of the sender's journal that holds the finished line, sealed; the file is
 * written from there, so that it can be written again, byte for byte, and pulled from any place on. Whoever calls has asked the authoriser.
 */
public final class Outbox implements Follower {
    private static final String ROLE = "gate-outbox";
    private static final String GROUP = "message";
    private static final String PASSED = "gate.message-passed";

    private final WingFoundation foundation;
    private final Direction direction;
    private final UUID record;
    private final List<byte[]> sealed = new ArrayList<>();
    private long version;

    /** Follows the wing's journal from its beginning. */
    public Outbox(WingFoundation foundation, Direction direction) {
        this.foundation = foundation;
        this.direction = direction;
        this.record = Uuid7.named(Instant.EPOCH, "gate outbox " + direction.id());
    }

    @Override
    public synchronized void follow(List<Recorded> actions) {
        for (Recorded each : actions) {
            if (each.envelope().type().equals(PASSED)) {
                each.envelope().findPart(record, GROUP).ifPresent(part -> {
                    sealed.add(part.sealed());
                    version = each.position();
                });
            }
        }
    }

    /** A line as kept. */
    record Kept(String line) {}

    /** How many messages were passed. */
    public synchronized long size() {
        return sealed.size();
    }

    /** The sender's key as two people read it to each other. */
    public String fingerprint() {
        return Header.fingerprint(foundation.vault().publicKey());
    }

    /**
     * The actions that pass messages, next in the chain. They stand or fall together, also with other actions in the same request; if somebody else passed
     * messages meanwhile, the journal answers with a conflict and the caller begins again.
     */
    public synchronized List<Action> pass(Hand hand, List<Message.Draft> drafts) {
        Vault vault = foundation.vault();
        String channel = Header.channel(direction, vault.publicKey());
        String previous = sealed.isEmpty() ? Line.firstPrevious(channel) : open(sealed.size() - 1).hash();
        long sequence = sealed.size();
        List<Action> actions = new ArrayList<>();
        for (Message.Draft draft : drafts) {
            sequence++;
            Line line = Line.sign(channel, sequence, previous, draft, vault);
            previous = line.hash();
            actions.add(hand.act(PASSED, 1)
                    .touch(record, ROLE, version)
                    .clear("number", Long.toString(sequence))
                    .clear("to", direction.id())
                    .seal(record, GROUP, new Kept(new String(line.bytes(), StandardCharsets.UTF_8)))
                    .build());
        }
        return actions;
    }

    /** All messages that were passed, in order. The vault must be open. */
    public synchronized List<Message> list() {
        List<Message> all = new ArrayList<>();
        for (int i = 0; i < sealed.size(); i++) {
            open(i).message().ifPresent(all::add);
        }
        return all;
    }

    private Line open(int index) {
        byte[] line = Json.read(foundation.vault().open(sealed.get(index)), Kept.class).line().getBytes(StandardCharsets.UTF_8);
        Optional<Line> read = Line.find(line);
        return read.orElseThrow(() -> new IllegalStateException("The outbox holds a line that it did not write."));
    }

    /**
     * Writes the header and the messages after one.
     *
     * @param after number of the last message that the puller has, 0 for none
     */
    public synchronized void write(OutputStream target, long after) throws IOException {
        OutputStream out = new BufferedOutputStream(target);
        out.write(Header.of(direction, foundation.vault().publicKey()).bytes());
        out.write('\n');
        append(out, after);
    }

    private void append(OutputStream out, long after) throws IOException {
        for (int i = (int) Math.max(0, after); i < sealed.size(); i++) {
            out.write(open(i).bytes());
            out.write('\n');
        }
        out.flush();
    }

    /**
     * Brings a file to the end: writes it where it is missing, cuts off a torn end, appends what it lacks. Repeating it does no harm.
     *
     * @return how many messages were added
     * @throws org.moei.base.ProblemException {@code passage-file} where the file is another one or cannot be written
     */
    public synchronized long bring(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createFile(file);
            }
            try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
                byte[] header = Header.of(direction, foundation.vault().publicKey()).bytes();
                long place = 0;
                long have = 0;
                byte[] first = new byte[(int) Math.min(header.length + 1L, access.length())];
                access.readFully(first);
                if (first.length > header.length) {
                    if (!java.util.Arrays.equals(java.util.Arrays.copyOf(first, header.length), header) || first[header.length] != '\n') {
                        throw Problem.of(Problem.Kind.REFUSED, "passage-file", "The file is no passage of this wing in this direction.").asException();
                    }
                    place = first.length;
                    for (; have < sealed.size(); have++) {
                        byte[] line = open((int) have).bytes();
                        if (place + line.length + 1 > access.length()) {
                            break;
                        }
                        byte[] there = new byte[line.length + 1];
                        access.seek(place);
                        access.readFully(there);
                        if (!java.util.Arrays.equals(line, java.util.Arrays.copyOf(there, line.length)) || there[line.length] != '\n') {
                            break;
                        }
                        place += there.length;
                    }
                }
                access.setLength(place);
                access.seek(place);
                OutputStream out = Channels.newOutputStream(access.getChannel());
                if (place == 0) {
                    write(out, 0);
                } else {
                    append(new BufferedOutputStream(out), have);
                }
                access.getFD().sync();
                return sealed.size() - have;
            }
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "passage-file", "The passage file cannot be read or written.").asException(e);
        }
    }
}
