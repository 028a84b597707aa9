package org.moei.foundation.journal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;
import org.moei.base.Progress;

/**
 * A journal as a file: a header line, the canonical bytes of an action a line, the signed head last; each line ends with
 * one line feed. The head's signature covers the header too, so that any differing byte is found. What a forger signs
 * anew with another key is found only by whoever knows the server's key or keeps an older head.
 */
public final class Export {
    private static final int MAXIMUM_LINE = 64 << 20;

    private Export() {}

    /** Writes an export; the file appears whole or not at all.
     *
     * @return how many actions it holds
     */
    public static long write(Journal journal, String kind, Instant time, Path file, Progress progress) {
        Frontier frontier = Frontier.empty();
        long size = journal.size();
        String header = header(journal.wing(), kind, size);
        Path next = file.resolveSibling(file.getFileName() + ".part");
        progress.stage("export-" + journal.wing(), size);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(next), 1 << 18)) {
            line(out, header.getBytes(StandardCharsets.UTF_8));
            long position = 0;
            while (position < size) {
                List<byte[]> page = journal.query(
                        "select envelope from " + journal.wing() + "_journal.action where position > ? and position <= ? order by position limit 2000",
                        rows -> {
                            List<byte[]> read = new ArrayList<>();
                            while (rows.next()) {
                                read.add(rows.getBytes(1));
                            }
                            return read;
                        },
                        position,
                        size);
                if (page.isEmpty()) {
                    throw Problem.of(Problem.Kind.COULD_NOT_RUN, "journal-gap", "The journal ends at " + position + " instead of " + size + ".").asException();
                }
                for (byte[] bytes : page) {
                    frontier.add(Hash.ofLeaf(bytes));
                    line(out, bytes);
                }
                position += page.size();
                progress.advance(page.size());
            }
            String context = Hash.hex(Hash.sha256().digest(header.getBytes(StandardCharsets.UTF_8)));
            line(out, SignedHead.sign(journal, frontier, time, context).line().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "export-not-written", "The export " + file + " could not be written.").asException(e);
        }
        try {
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "export-not-written", "The export " + file + " could not be put in place.").asException(e);
        }
        return size;
    }

    private static String header(String wing, String kind, long actions) {
        StringBuilder out = new StringBuilder("{\"actions\":").append(actions).append(",\"format\":\"moei-journal\",\"kind\":");
        Json.string(out, kind);
        out.append(",\"version\":1,\"wing\":");
        Json.string(out, wing);
        return out.append('}').toString();
    }

    private static void line(OutputStream out, byte[] bytes) throws IOException {
        out.write(bytes);
        out.write('\n');
    }

    /**
     * Reads the actions of an export that {@link #verify} found right, in order.
     *
     * @return the head at its end
     */
    static SignedHead read(Path file, Consumer<byte[]> action) {
        List<Finding> findings = new ArrayList<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 18)) {
            readLine(in, findings, 0);
            byte[] line = readLine(in, findings, 1);
            while (line != null) {
                byte[] next = readLine(in, findings, 1);
                if (next == null) {
                    return SignedHead.read(new String(line, StandardCharsets.UTF_8));
                }
                action.accept(line);
                line = next;
            }
            throw new IllegalArgumentException("The export has no head.");
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "export-not-read", "The export " + file + " cannot be read.").asException(e);
        }
    }

    /**
     * Checks an export alone, without database or keys.
     *
     * @param kept a head that a partner kept, if any
     * @param serverKey the server's public key, if known
     */
    public static Verification verify(Path file, Optional<SignedHead> kept, byte @Nullable [] serverKey) {
        return verify(file, kept.stream().toList(), serverKey);
    }

    /** Checks an export against several heads that partners kept; those of the other wing are left out. */
    public static Verification verify(Path file, List<SignedHead> all, byte @Nullable [] serverKey) {
        List<Finding> findings = new ArrayList<>();
        Frontier frontier = Frontier.empty();
        SignedHead head = null;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 18)) {
            byte[] header = readLine(in, findings, 0);
            String wing = "";
            long stated = -1;
            if (header == null) {
                findings.add(new Finding("unreadable", 0, "The file is empty."));
            } else {
                try {
                    var node = Json.tree(header);
                    wing = node.path("wing").asString();
                    stated = node.path("actions").asLong();
                    if (!Arrays.equals(header, header(wing, node.path("kind").asString(), stated).getBytes(StandardCharsets.UTF_8))) {
                        findings.add(new Finding("not-canonical", 0, "The header is not in canonical form."));
                    }
                } catch (RuntimeException e) {
                    findings.add(new Finding("unreadable", 0, "The header cannot be read."));
                }
            }
            String ofWing = wing;
            List<SignedHead> kept = all.stream().filter(h -> h.wing().equals(ofWing)).toList();
            if (kept.isEmpty() && !all.isEmpty()) {
                findings.add(new Finding("head", 0, "No head that was kept is of this wing."));
            }
            long lastRight = 0;
            byte[] line = readLine(in, findings, 1);
            while (line != null) {
                byte[] next = readLine(in, findings, frontier.size() + 2);
                if (next == null) {
                    head = checkLast(line, header, wing, frontier, findings, serverKey);
                } else {
                    checkAction(line, frontier, findings);
                    int before = findings.size();
                    for (SignedHead each : kept) {
                        if (each.size() == frontier.size() && !Arrays.equals(each.root(), frontier.root())) {
                            findings.add(new Finding("root", each.size(), "The tree up to here has another root than the head that was kept; up to " + lastRight + " it has the one that was signed."));
                        } else if (each.size() == frontier.size()) {
                            lastRight = each.size();
                        }
                    }
                    if (before > Verification.MAXIMUM_FINDINGS) {
                        break;
                    }
                }
                line = next;
            }
            if (stated != frontier.size()) {
                findings.add(new Finding("missing", 0, "The header states " + stated + " actions, there are " + frontier.size() + "."));
            }
            if (head == null) {
                findings.add(new Finding("head", 0, "The signed head is missing or cannot be read."));
            }
            for (SignedHead each : kept) {
                if (each.size() > frontier.size()) {
                    findings.add(new Finding("missing", each.size(), "The head that was kept covers more actions than there are."));
                }
                if (!each.isSignatureRight()) {
                    findings.add(new Finding("head", each.size(), "The signature of the head that was kept does not fit."));
                }
                if (head != null && !Arrays.equals(head.key(), each.key())) {
                    findings.add(new Finding("head", each.size(), "The export was signed with another key than the head that was kept."));
                }
            }
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "export-not-read", "The export " + file + " cannot be read.").asException(e);
        }
        return new Verification(frontier.size(), List.copyOf(findings.subList(0, Math.min(findings.size(), Verification.MAXIMUM_FINDINGS))), Optional.ofNullable(head));
    }

    private static void checkAction(byte[] line, Frontier frontier, List<Finding> findings) {
        try {
            Envelope.decode(line);
        } catch (IllegalArgumentException e) {
            findings.add(new Finding("not-canonical", frontier.size() + 1, "The action is not in canonical form."));
        }
        frontier.add(Hash.ofLeaf(line));
    }

    private static @Nullable SignedHead checkLast(
            byte[] line, byte @Nullable [] header, String wing, Frontier frontier, List<Finding> findings, byte @Nullable [] serverKey) {
        SignedHead head;
        try {
            head = SignedHead.read(new String(line, StandardCharsets.UTF_8));
            if (!Arrays.equals(line, head.line().getBytes(StandardCharsets.UTF_8))) {
                findings.add(new Finding("not-canonical", 0, "The signed head is not in canonical form."));
            }
        } catch (IllegalArgumentException e) {
            return null;
        }
        if (head.size() != frontier.size() || !Arrays.equals(head.root(), frontier.root())) {
            findings.add(new Finding("root", head.size(), "The actions do not give the root that was signed."));
        }
        if (header == null || !head.context().equals(Hash.hex(Hash.sha256().digest(header)))) {
            findings.add(new Finding("head", 0, "The head was signed over another header."));
        }
        if (!head.wing().equals(wing) || !head.isSignatureRight()) {
            findings.add(new Finding("head", head.size(), "The signature of the head does not fit."));
        }
        if (serverKey != null && serverKey.length > 0 && !Arrays.equals(serverKey, head.key())) {
            findings.add(new Finding("head", head.size(), "The head was signed by another key than this server's."));
        }
        return head;
    }

    /** A line without its line feed; a last line without one is a finding. */
    private static byte @Nullable [] readLine(InputStream in, List<Finding> findings, long number) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 10);
        int b = in.read();
        if (b < 0) {
            return null;
        }
        while (b != '\n') {
            if (b < 0) {
                findings.add(new Finding("unreadable", number, "The file ends inside a line."));
                break;
            }
            line.write(b);
            if (line.size() > MAXIMUM_LINE) {
                throw new IOException("A line is longer than " + MAXIMUM_LINE + " bytes.");
            }
            b = in.read();
        }
        return line.toByteArray();
    }
}
