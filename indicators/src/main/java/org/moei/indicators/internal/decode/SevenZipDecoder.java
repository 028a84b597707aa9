package org.moei.indicators.internal.decode;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;

/** The files of a 7z archive. */
final class SevenZipDecoder implements Decoder {
    /** Most memory, in KiB, that the archive may ask for. */
    private static final int MEMORY = 512 * 1024;

    @Override
    public void read(Part part, Run run) throws IOException {
        try (SevenZFile archive = SevenZFile.builder().setSeekableByteChannel(part.content().channel()).setMaxMemoryLimitKiB(MEMORY).get()) {
            for (SevenZArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (!entry.isDirectory() && entry.hasStream()) {
                    try (InputStream in = archive.getInputStream(entry)) {
                        run.member(part, entry.getName(), in);
                    }
                }
            }
        } catch (PasswordRequiredException encrypted) {
            throw RefusedException.of("encrypted", "The archive is encrypted.", "it can be unpacked by hand with its password.");
        }
    }
}
