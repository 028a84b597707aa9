package org.moei.foundation.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.UUID;
import org.moei.base.Problem;
import org.moei.base.ProblemException;
import org.moei.foundation.journal.Hash;
import org.moei.foundation.vault.Vault;

/**
 * Files in a folder beside the journal, each encrypted part by part under the key of the record it is about. A file is on the disk
 * before the action that names its digest; one that no action names is a remainder of a crash and opens for nobody.
 */
public final class SealedFiles {
    /** Longest content, in bytes. */
    public static final long MAXIMUM = 25L << 20;

    private final Path folder;
    private final Vault vault;

    public SealedFiles(Path folder, Vault vault) {
        this.folder = folder;
        this.vault = vault;
    }

    /**
     * What was kept.
     *
     * @param digest SHA-256 of the sealed bytes, in hexadecimal
     * @param bytes of the content
     */
    public record Kept(FileType type, long bytes, String digest) {}

    /**
     * Seals a content; on the disk when this returns. Metadata of photos and scans are taken out before: a place in them can betray
     * where somebody hides, and who took them.
     *
     * @throws org.moei.base.ProblemException {@code file-type} where it is none of {@link FileType} or not built like it; {@code file-too-large}; {@code SEALED}
     *     while the keys are locked
     */
    public Kept keep(UUID record, String agency, UUID file, InputStream content) {
        Path target = path(file);
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.createDirectories(folder.resolve(target.getFileName().toString().substring(0, 2)));
            byte[] whole = content.readNBytes((int) MAXIMUM + 1);
            FileType type = FileType.of(Arrays.copyOf(whole, Math.min(whole.length, FileType.HEAD))).orElseThrow(SealedFiles::wrongType);
            if (whole.length > MAXIMUM) {
                throw Problem.of(Problem.Kind.REFUSED, "file-too-large", "The file is larger than " + (MAXIMUM >> 20) + " MB.").asException();
            }
            byte[] stripped = stripped(type, whole);
            MessageDigest digest = Hash.sha256();
            try (OutputStream sealed = vault.sealFile(record, agency, file, new DigestOutputStream(Files.newOutputStream(part), digest))) {
                sealed.write(stripped);
            }
            vault.flush();
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel channel = FileChannel.open(target.getParent() == null ? folder : target.getParent(), StandardOpenOption.READ)) {
                channel.force(true);
            }
            return new Kept(type, stripped.length, Hash.hex(digest.digest()));
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "file-not-kept", "The file could not be kept.").withAdvice("the disk is full.").asException(e);
        } finally {
            remove(part);
        }
    }

    private static byte[] stripped(FileType type, byte[] whole) {
        try {
            return type.strip(whole);
        } catch (MalformedFileException e) {
            throw wrongType();
        }
    }

    private static ProblemException wrongType() {
        return Problem.of(Problem.Kind.REFUSED, "file-type", "This is no photo, scan or recording that can be kept.")
                .withAdvice("JPEG, PNG, WebP, PDF, MP4, MP3, Ogg and WAV are; a telephone that makes HEIC photos can be set to JPEG.")
                .asException();
    }

    /**
     * Opens a content, after checking that the sealed bytes are those that the journal names.
     *
     * @throws org.moei.base.ProblemException {@code file-changed}; {@code erased} where the record's key is gone; {@code SEALED}
     */
    public byte[] open(UUID record, UUID file, String digest) {
        if (!isRight(file, digest)) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "file-changed", "The file is missing, or is not the one that the journal names.").asException();
        }
        try (InputStream open = vault.openFile(record, file, new BufferedInputStream(Files.newInputStream(path(file)), 1 << 16))) {
            return open.readAllBytes();
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "file-not-read", "The file cannot be read.").asException(e);
        }
    }

    /** Whether the sealed bytes are those that the journal names; needs no key. */
    public boolean isRight(UUID file, String digest) {
        if (!Files.exists(path(file))) {
            return false;
        }
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(path(file)), Hash.sha256())) {
            in.transferTo(OutputStream.nullOutputStream());
            return Hash.hex(in.getMessageDigest().digest()).equals(digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the sealed bytes; does nothing where they are gone. */
    public void remove(UUID file) {
        remove(path(file));
    }

    private static void remove(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path(UUID file) {
        String name = file.toString();
        return folder.resolve(name.substring(name.length() - 2)).resolve(name.substring(name.length() - 2) + "-" + name);
    }
}
