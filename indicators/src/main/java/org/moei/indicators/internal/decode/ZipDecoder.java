package org.moei.indicators.internal.decode;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;

/** The files of a zip; an office file is a zip too, and is read as the document that it is. */
final class ZipDecoder implements Decoder {
    @Override
    public void read(Part part, Run run) throws IOException {
        try (ZipFile zip = directory(part)) {
            if (zip == null) {
                saved(part, run);
                throw RefusedException.of("damaged", "The archive is cut or damaged; what stood before the damage was read.");
            }
            if (OfficeDecoder.isOffice(zip)) {
                new OfficeDecoder(zip).read(part, run);
                return;
            }
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntriesInPhysicalOrder());
            for (ZipArchiveEntry entry : entries) {
                if (!entry.isDirectory() && !entry.isUnixSymlink()) {
                    member(part, zip, entry, run);
                }
            }
        }
    }

    /** The archive by its directory, which stands at the end; null where that is missing. */
    private static @Nullable ZipFile directory(Part part) {
        try {
            return ZipFile.builder().setSeekableByteChannel(part.content().channel()).setZstdInputStreamFactory(ZstdInputStream::new).get();
        } catch (IOException | RuntimeException cut) {
            return null;
        }
    }

    /** What can be had of an archive without a directory, from its front. */
    private static void saved(Part part, Run run) throws IOException {
        try (InputStream in = part.content().open(); ZipArchiveInputStream zip = new ZipArchiveInputStream(in, "UTF-8", true, true)) {
            for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory() && zip.canReadEntryData(entry)) {
                    run.member(part, entry.getName(), zip);
                }
            }
        }
    }

    static void member(Part part, ZipFile zip, ZipArchiveEntry entry, Run run) throws IOException {
        String name = part.source().name() + "!/" + entry.getName();
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            run.refuse(name, Problem.of(Problem.Kind.REFUSED, "encrypted", "The member is encrypted.").withAdvice("it can be unpacked by hand with its password."));
            return;
        }
        if (!zip.canReadEntryData(entry)) {
            run.refuse(name, Problem.of(Problem.Kind.REFUSED, "zip-method", "The member is compressed by a method that is not read."));
            return;
        }
        InputStream opened;
        try {
            opened = zip.getInputStream(entry);
        } catch (IOException | RuntimeException damaged) {
            run.refuse(name, Problem.of(Problem.Kind.REFUSED, "damaged", "The member cannot be unpacked."));
            return;
        }
        try (InputStream in = opened) {
            run.member(part, entry.getName(), in);
        }
    }
}
