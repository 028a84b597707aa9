package org.moei.foundation.journal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.moei.base.Problem;
import org.moei.base.Progress;
import org.moei.foundation.vault.Vault;

/** Fills an empty journal, and the projections with it, from an export: the same bytes at the same positions. Needs no key. */
public final class Refill {
    private static final int PAGE = 4_000;

    private Refill() {}

    /**
     * Runs it. A killed run leaves a journal that is shorter and whole; it is not continued but begun anew elsewhere.
     *
     * @param export checked before by {@link Export#verify}
     * @param source connections of the wing's writer role
     * @return how many actions there are now
     * @throws org.moei.base.ProblemException where the journal is not empty, or ends with another root than the export's
     */
    public static long run(Path export, String wing, DataSource source, Vault vault, List<Projector> projectors, Progress progress) {
        BatchWriter writer = new BatchWriter(wing, source, vault, projectors);
        List<Envelope> page = new ArrayList<>(PAGE);
        byte[][] root = {Frontier.empty().root()};
        long[] size = {0};
        SignedHead head = Export.read(export, line -> {
            page.add(Envelope.decode(line));
            if (page.size() == PAGE) {
                root[0] = append(writer, page, size);
                progress.advance(page.size());
                page.clear();
            }
        });
        if (!page.isEmpty()) {
            root[0] = append(writer, page, size);
            progress.advance(page.size());
        }
        if (head.size() != size[0] || !Arrays.equals(head.root(), root[0])) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "refill-root", "The refilled journal of " + wing + " has another root than the one that was signed.").asException();
        }
        return size[0];
    }

    private static byte[] append(BatchWriter writer, List<Envelope> page, long[] size) {
        try {
            byte[] root = writer.refill(page, size[0]);
            size[0] += page.size();
            return root;
        } catch (SQLException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "refill", "The journal could not be filled (SQL state " + e.getSQLState() + ").").asException(e);
        }
    }
}
