package org.moei.console.backup;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.moei.base.Progress;
import org.moei.console.command.DataOptions;
import org.moei.console.command.Folders;
import org.moei.console.command.Installation;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.database.Wing;
import org.moei.foundation.journal.Recorded;
import org.moei.foundation.journal.Verification;
import org.moei.foundation.journal.Verifier;

/**
 * The loss, rehearsed: a backup is put back into a folder beside the data, verified and rebuilt there, and compared with
 * what the installation has meanwhile. The folder goes afterwards; keys are not copied, for a copy would outlive an erasure.
 */
public final class Drill {
    private static final int SAMPLE = 200;

    private Drill() {}

    /**
     * What the loss of the data folder would cost now.
     *
     * @param actionsLost acknowledged actions that the backup does not hold
     * @param minutesLost between the last action in the backup and the last acknowledged one
     * @param minutes by stage: backup, restore, verify, rebuild
     * @param opened sealed parts of what was put back that were opened with the keys, of as many as were tried
     * @param equal whether the rebuilt tables equal the restored ones
     * @param findings of verifying the restored journals, and the live ones against the restored heads
     */
    public record Outcome(long actions, long actionsLost, double minutesLost, Map<String, Double> minutes, int opened, int tried, int erasedAgain, boolean equal, int findings) {
        public boolean isOk() {
            return equal && findings == 0 && opened == tried;
        }
    }

    /**
     * Runs the drill.
     *
     * @param backup an existing backup, or empty: one is made now
     */
    public static Outcome run(Installation live, Optional<Path> backup, InstantSource clock, Progress progress) {
        Path scratch = live.options().data().resolveSibling(live.options().data().getFileName() + ".drill");
        Folders.delete(scratch);
        Map<String, Double> minutes = new LinkedHashMap<>();
        try {
            java.nio.file.Files.createDirectories(scratch);
            long start = System.nanoTime();
            Path file = backup.orElseGet(() -> {
                Path made = scratch.resolve("backup");
                Backup.write(live, made, clock.instant(), progress);
                return made;
            });
            start = lap(minutes, "backup", start);
            DataOptions target = live.options().at(scratch.resolve("data"));
            Restoration.Done done = Restoration.run(file, target, List.of(), List.of(), clock, progress);
            start = lap(minutes, "restore", start);
            try (Installation restored = Installation.open(target, java.util.EnumSet.allOf(Wing.class), clock)) {
                return compare(live, restored, done, minutes, start, progress);
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            Folders.delete(scratch);
        }
    }

    private static long lap(Map<String, Double> minutes, String stage, long start) {
        long now = System.nanoTime();
        minutes.put(stage, (now - start) / 6e10);
        return now;
    }

    private static Outcome compare(Installation live, Installation restored, Restoration.Done done, Map<String, Double> minutes, long start, Progress progress) {
        int findings = 0;
        for (WingFoundation wing : restored.foundations()) {
            findings += verify(wing, done).findings().size();
        }
        for (WingFoundation wing : live.foundations()) {
            findings += verify(wing, done).findings().size();
        }
        long verified = lap(minutes, "verify", start);
        boolean equal = true;
        for (WingFoundation wing : restored.foundations()) {
            String before = wing.sealedDigest();
            wing.rebuild(progress);
            equal &= before.equals(wing.sealedDigest());
        }
        lap(minutes, "rebuild", verified);
        long lost = 0;
        double minutesLost = 0;
        int opened = 0;
        int tried = 0;
        for (WingFoundation wing : live.foundations()) {
            long kept = done.wings().stream().filter(w -> w.wing() == wing.wing()).mapToLong(Restoration.OfWing::actions).sum();
            long size = wing.journal().size();
            lost += size - kept;
            minutesLost = Math.max(minutesLost, minutesBetween(wing, kept, size));
        }
        for (WingFoundation wing : restored.foundations()) {
            long step = Math.max(1, wing.journal().size() / SAMPLE);
            for (long position = 0; position < wing.journal().size(); position += step) {
                for (Recorded each : wing.journal().read(position, 1)) {
                    tried++;
                    opened += each.envelope().parts().stream().allMatch(p -> opens(restored, p.sealed(), p.about())) ? 1 : 0;
                }
            }
        }
        return new Outcome(done.actions(), lost, minutesLost, minutes, opened, tried, done.erasedAgain(), equal, findings);
    }

    private static Verification verify(WingFoundation wing, Restoration.Done done) {
        return Verifier.verify(
                wing.wing().word(),
                wing.database().pool(Wing.Role.WRITER),
                done.wings().stream().filter(w -> w.wing() == wing.wing()).map(Restoration.OfWing::head).findFirst(),
                wing.vault().publicKey());
    }

    /** A part of somebody who was erased opens nowhere, and shall not. */
    private static boolean opens(Installation restored, byte[] sealed, Optional<java.util.UUID> about) {
        return restored.vault().findOpen(sealed).isPresent() || about.map(restored.vault().listDestroyed()::contains).orElse(false);
    }

    private static double minutesBetween(WingFoundation wing, long kept, long size) {
        if (size <= kept) {
            return 0;
        }
        Instant last = wing.journal().read(size - 1, 1).getFirst().envelope().recorded();
        Instant before = kept == 0 ? wing.journal().read(0, 1).getFirst().envelope().recorded() : wing.journal().read(kept - 1, 1).getFirst().envelope().recorded();
        return Math.max(0, Duration.between(before, last).toMillis() / 60_000.0);
    }
}
