package org.moei.foundation.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.moei.base.Problem;

/**
 * The root key's file: a mark, then the key in clear (rehearsal), or a slot for each way to hold it: kind (1), length (2), what
 * the holder wrapped. Files of form 1 hold the slot of a passphrase alone, without kind and length.
 *
 * @param isRehearsal whether the key lies in clear
 * @param slots what each holder wrapped, by its kind; a rehearsal's key stands under 0
 */
record RootKey(boolean isRehearsal, SortedMap<Byte, byte[]> slots) {
    static final byte[] LABEL = {'r', 'o', 'o', 't'};

    private static final byte[] REHEARSAL = mark("moei-root rehearsal 1\n");
    private static final byte[] PASSPHRASE = mark("moei-root operation 1\n");
    private static final byte[] OPERATION = mark("moei-root operation 2\n");
    private static final byte CLEAR = 0;

    private static byte[] mark(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static Optional<RootKey> findExisting(Path folder) {
        Path file = folder.resolve("root");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            byte[] all = Files.readAllBytes(file);
            if (begins(all, REHEARSAL)) {
                return Optional.of(new RootKey(true, one(CLEAR, rest(all, REHEARSAL))));
            }
            if (begins(all, PASSPHRASE)) {
                return Optional.of(new RootKey(false, one(PassphraseHolder.KIND, rest(all, PASSPHRASE))));
            }
            if (begins(all, OPERATION)) {
                return Optional.of(new RootKey(false, readSlots(rest(all, OPERATION))));
            }
        } catch (BufferUnderflowException e) {
            throw unknown(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw unknown(folder);
    }

    private static RuntimeException unknown(Path folder) {
        return Problem.of(Problem.Kind.COULD_NOT_RUN, "root-key", "The root key in " + folder + " is not of a known form.").asException();
    }

    private static boolean begins(byte[] all, byte[] mark) {
        return all.length > mark.length && Arrays.equals(all, 0, mark.length, mark, 0, mark.length);
    }

    private static byte[] rest(byte[] all, byte[] mark) {
        return Arrays.copyOfRange(all, mark.length, all.length);
    }

    private static SortedMap<Byte, byte[]> one(byte kind, byte[] slot) {
        SortedMap<Byte, byte[]> slots = new TreeMap<>();
        slots.put(kind, slot);
        return slots;
    }

    private static SortedMap<Byte, byte[]> readSlots(byte[] content) {
        SortedMap<Byte, byte[]> slots = new TreeMap<>();
        ByteBuffer in = ByteBuffer.wrap(content);
        while (in.hasRemaining()) {
            byte kind = in.get();
            byte[] slot = new byte[in.getShort() & 0xFFFF];
            in.get(slot);
            slots.put(kind, slot);
        }
        return slots;
    }

    static RootKey openRehearsal(Path folder, SecureRandom random) {
        Optional<RootKey> found = findExisting(folder);
        if (found.isPresent()) {
            return found.get().require(true);
        }
        byte[] key = newKey(random);
        KeyFiles.replace(folder.resolve("root"), ByteBuffer.allocate(REHEARSAL.length + key.length).put(REHEARSAL).put(key).array());
        return new RootKey(true, one(CLEAR, key));
    }

    static RootKey openOperation(Path folder, SecureRandom random, char[] passphrase) {
        Optional<RootKey> found = findExisting(folder);
        if (found.isPresent()) {
            return found.get().require(false);
        }
        byte[] key = newKey(random);
        RootKey made = new RootKey(false, new TreeMap<>()).heldBy(new PassphraseHolder(passphrase, random), key);
        Arrays.fill(key, (byte) 0);
        made.write(folder);
        return made;
    }

    private static byte[] newKey(SecureRandom random) {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return key;
    }

    private RootKey require(boolean rehearsal) {
        if (isRehearsal != rehearsal) {
            throw Problem.of(
                            Problem.Kind.WRONG_USE,
                            "keys-of-other-kind",
                            isRehearsal ? "These keys belong to a rehearsal." : "These keys belong to a real operation.")
                    .withAdvice("another keys' folder was meant.")
                    .asException();
        }
        return this;
    }

    /** The key of a rehearsal. */
    byte[] inClear() {
        return getSlot(CLEAR).clone();
    }

    byte[] unwrap(RootHolder holder) {
        try {
            return holder.unwrap(getSlot(holder.kind()));
        } catch (GeneralSecurityException e) {
            throw refused(holder.refusal());
        }
    }

    private byte[] getSlot(byte kind) {
        byte[] slot = slots.get(kind);
        if (slot == null) {
            throw refused("The keys are not held in this way.");
        }
        return slot;
    }

    private static RuntimeException refused(String message) {
        return Problem.of(Problem.Kind.DENIED, "passphrase", message).asException();
    }

    /** The same root, held in a further way; a slot of that kind is replaced. */
    RootKey heldBy(RootHolder holder, byte[] root) {
        SortedMap<Byte, byte[]> more = new TreeMap<>(slots);
        try {
            more.put(holder.kind(), holder.wrap(root));
        } catch (GeneralSecurityException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "root-key", "The root key could not be wrapped.").asException(e);
        }
        return new RootKey(isRehearsal, more);
    }

    /** The same root, no longer held in that way. */
    RootKey without(byte kind) {
        SortedMap<Byte, byte[]> fewer = new TreeMap<>(slots);
        fewer.remove(kind);
        if (fewer.isEmpty()) {
            throw Problem.of(Problem.Kind.WRONG_USE, "last-holder", "Then nobody could unlock the keys any more.").asException();
        }
        return new RootKey(isRehearsal, fewer);
    }

    /** Writes an operation's root; after a crash either the old or the new file stands there. */
    void write(Path folder) {
        ByteBuffer out = ByteBuffer.allocate(OPERATION.length + slots.values().stream().mapToInt(slot -> 3 + slot.length).sum()).put(OPERATION);
        slots.forEach((kind, slot) -> out.put(kind).putShort((short) slot.length).put(slot));
        KeyFiles.replace(folder.resolve("root"), out.array());
    }
}
