package org.moei.console.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.moei.foundation.journal.Hash;
import org.moei.foundation.journal.Json;
import org.moei.foundation.vault.Vault;

/** The file of a backup: a ZIP of files and the manifest over them, encrypted part by part under a key of the vault. */
final class BackupFile {
    /** No installation has so many files beside its database; a file that claims more is none of ours. */
    private static final int MAXIMUM_ENTRIES = 5_000_000;

    private BackupFile() {}

    /** Writes the files of a folder, the manifest last; on the disk when this returns. */
    static void write(Path folder, List<String> names, Manifest manifest, Vault vault, Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(vault.sealBackup(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)))) {
            List<Manifest.Entry> entries = new ArrayList<>();
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                try (DigestInputStream in = new DigestInputStream(Files.newInputStream(folder.resolve(name)), Hash.sha256())) {
                    long bytes = in.transferTo(zip);
                    entries.add(new Manifest.Entry(name, bytes, Hash.hex(in.getMessageDigest().digest())));
                }
                zip.closeEntry();
            }
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(Json.write(new Manifest(manifest.version(), manifest.about(), manifest.made(), manifest.wings(), entries, manifest.erasures())));
            zip.closeEntry();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /**
     * Reads a backup to its end and puts its files into a folder.
     *
     * @throws org.moei.base.ProblemException {@code sealed-file} or {@code backup-not-right}, naming the part or the file that is wrong
     */
    static Manifest unpack(Path file, Vault vault, Path folder) throws IOException {
        List<Manifest.Entry> found = new ArrayList<>();
        Manifest manifest = null;
        try (InputStream sealed = vault.openBackup(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
                ZipInputStream zip = new ZipInputStream(sealed)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(Manifest.NAME)) {
                    manifest = Json.read(zip.readAllBytes(), Manifest.class);
                } else {
                    found.add(put(entry.getName(), zip, folder));
                }
                if (found.size() > MAXIMUM_ENTRIES) {
                    throw Manifest.damaged("The backup holds more than " + MAXIMUM_ENTRIES + " files.");
                }
            }
            // What stands behind the last file has to be read too: only the end of the stream shows that nothing was cut off.
            sealed.transferTo(OutputStream.nullOutputStream());
        } catch (ZipException e) {
            throw Manifest.damaged("The files inside the backup cannot be read.");
        }
        if (manifest == null) {
            throw Manifest.damaged("The backup has no manifest.");
        }
        compare(manifest, found);
        return manifest;
    }

    private static Manifest.Entry put(String name, InputStream from, Path folder) throws IOException {
        Path target = folder.resolve(name).normalize();
        if (!target.startsWith(folder)) {
            throw Manifest.damaged("The backup names a file outside its folder.");
        }
        Files.createDirectories(target.getParent() == null ? folder : target.getParent());
        DigestInputStream in = new DigestInputStream(from, Hash.sha256());
        long bytes = Files.copy(in, target);
        return new Manifest.Entry(name, bytes, Hash.hex(in.getMessageDigest().digest()));
    }

    private static void compare(Manifest manifest, List<Manifest.Entry> found) {
        if (manifest.version() != Manifest.VERSION) {
            throw Manifest.damaged("The backup is of form " + manifest.version() + ", this Moei reads form " + Manifest.VERSION + ".");
        }
        for (Manifest.Entry entry : found) {
            if (!manifest.entries().contains(entry)) {
                throw Manifest.damaged("The file " + entry.name() + " of the backup is not the one that its manifest names.");
            }
        }
        Set<Manifest.Entry> missing = new HashSet<>(manifest.entries());
        found.forEach(missing::remove);
        missing.stream().map(Manifest.Entry::name).sorted().findFirst().ifPresent(name -> {
            throw Manifest.damaged("The file " + name + " is missing in the backup.");
        });
    }
}
