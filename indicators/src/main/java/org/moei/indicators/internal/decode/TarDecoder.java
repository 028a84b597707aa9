package org.moei.indicators.internal.decode;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.moei.base.Problem;

/** The files of a tar, one after the other as they come. */
final class TarDecoder {
    private TarDecoder() {}

    static void members(Part part, InputStream in, Run run) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(in);
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (entry.isFile() && !entry.isLink() && !entry.isSymbolicLink()) {
                if (tar.canReadEntryData(entry)) {
                    run.member(part, entry.getName(), tar);
                } else {
                    run.refuse(part.source().name() + "!/" + entry.getName(), Problem.of(Problem.Kind.REFUSED, "damaged", "The member cannot be unpacked."));
                }
            }
        }
    }
}
