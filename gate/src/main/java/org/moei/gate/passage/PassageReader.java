package org.moei.gate.passage;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a passage file against what was taken before: gives the new lines up to the first finding, and the finding. */
final class PassageReader {
    /** Most new messages of one reading; the rest comes with the next. */
    private static final int MOST = 5_000;

    private final String channel;
    private final byte[] key;
    private final List<String> taken;
    private final List<Line> fresh = new ArrayList<>();
    private final List<PassageFinding> findings = new ArrayList<>();
    private final Set<Long> seen = new HashSet<>();
    private String previous;
    private long expected;
    private long highest;
    private long missing;

    /** @param taken the hashes of the lines that were taken, in order */
    PassageReader(String channel, byte[] key, List<String> taken) {
        this.channel = channel;
        this.key = key.clone();
        this.taken = List.copyOf(taken);
        this.expected = taken.size() + 1L;
        this.previous = taken.isEmpty() ? Line.firstPrevious(channel) : taken.getLast();
    }

    record Reading(List<Line> fresh, List<PassageFinding> findings) {}

    /** The key that a file names, for a person to compare; empty where it is no passage file. */
    static Optional<byte[]> findKey(InputStream in) throws IOException {
        return Header.find(line(new BufferedInputStream(in)).bytes()).map(h -> Base64.getDecoder().decode(h.key()));
    }

    Reading read(InputStream source) throws IOException {
        BufferedInputStream in = new BufferedInputStream(source);
        RawLine first = line(in);
        Optional<Header> header = Header.find(first.bytes());
        if (header.isEmpty() || !header.get().channel().equals(channel) || !header.get().key().equals(Base64.getEncoder().encodeToString(key))) {
            found(PassageFinding.Kind.FOREIGN, 0, "The file is no passage of the sender whose key was confirmed, or goes the other way.");
            return reading();
        }
        for (RawLine raw = line(in); !raw.isEnd() && fresh.size() < MOST; raw = line(in)) {
            if (!findings.isEmpty()) {
                classify(raw.bytes());
                continue;
            }
            if (!raw.whole()) {
                found(raw.bytes().length >= Line.LONGEST ? PassageFinding.Kind.CHANGED : PassageFinding.Kind.TORN, expected, "The last line has no end.");
            } else {
                take(raw.bytes());
            }
        }
        if (findings.isEmpty() && highest < taken.size()) {
            found(PassageFinding.Kind.REPLAYED, highest, "The file ends at message " + highest + ", but " + taken.size() + " were taken already: it is an older one.");
        }
        return reading();
    }

    private Reading reading() {
        return new Reading(List.copyOf(fresh), List.copyOf(findings));
    }

    private void found(PassageFinding.Kind kind, long sequence, String detail) {
        findings.add(new PassageFinding(kind, sequence, detail));
    }

    private void take(byte[] bytes) {
        Optional<Line> read = Line.find(bytes);
        if (read.isEmpty() || !read.get().isSignedBy(key) || bytes.length % Line.SIZE != 0) {
            found(PassageFinding.Kind.CHANGED, highest + 1, "The line after message " + highest + " is not what the sender signed.");
            return;
        }
        Line line = read.get();
        long sequence = line.sequence();
        if (!line.channel().equals(channel)) {
            found(PassageFinding.Kind.FOREIGN, sequence, "The message belongs to another passage.");
        } else if (!seen.add(sequence)) {
            found(PassageFinding.Kind.REPLAYED, sequence, "The message " + sequence + " stands twice in the file.");
        } else if (sequence < highest) {
            found(PassageFinding.Kind.REORDERED, sequence, "The message " + sequence + " stands after message " + highest + ".");
        } else if (highest > 0 ? sequence != highest + 1 : sequence > expected) {
            missing = highest > 0 ? highest + 1 : expected;
            found(PassageFinding.Kind.GAP, missing, "Message " + missing + " was expected, " + sequence + " came.");
        } else if (sequence <= taken.size()) {
            repeated(line);
        } else if (!line.previous().equals(previous)) {
            found(PassageFinding.Kind.FORKED, sequence, "The message follows another one than that which was taken.");
        } else {
            fresh.add(line);
            previous = line.hash();
            expected++;
        }
        highest = Math.max(highest, sequence);
    }

    private void repeated(Line line) {
        if (!line.hash().equals(taken.get((int) line.sequence() - 1))) {
            found(PassageFinding.Kind.FORKED, line.sequence(), "The message was taken before with other content.");
        }
    }

    /** A message that seemed missing and comes later was moved and not dropped. */
    private void classify(byte[] later) {
        if (missing > 0 && Line.find(later).map(line -> line.sequence() == missing).orElse(false)) {
            findings.clear();
            found(PassageFinding.Kind.REORDERED, missing, "Message " + missing + " stands after later ones.");
            missing = 0;
        }
    }

    /** @param whole whether it had its end */
    private record RawLine(byte[] bytes, boolean whole) {
        boolean isEnd() {
            return !whole && bytes.length == 0;
        }
    }

    private static RawLine line(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Line.SIZE);
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return new RawLine(bytes.toByteArray(), true);
            }
            bytes.write(next);
            if (bytes.size() >= Line.LONGEST) {
                return new RawLine(bytes.toByteArray(), false);
            }
        }
        return new RawLine(bytes.toByteArray(), false);
    }
}
