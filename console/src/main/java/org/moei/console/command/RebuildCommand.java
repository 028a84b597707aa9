package org.moei.console.command;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.database.Wing;
import org.moei.foundation.journal.Hash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./moei rebuild}: the projections anew from the journal, without keys. */
@Command(name = "rebuild", mixinStandardHelpOptions = true, description = "Makes the projections anew from the journal, without keys, and compares.")
public final class RebuildCommand implements Callable<Integer> {
    @Mixin private DataOptions data = new DataOptions();

    @Option(names = "--json", paramLabel = "FILE", description = "Where to write the digests.")
    private @Nullable Path json;

    @Override
    public Integer call() {
        TerminalProgress progress = new TerminalProgress(System.err);
        try (Installation installation = Installation.open(data, EnumSet.allOf(Wing.class), InstantSource.system())) {
            String before = sealed(installation);
            for (WingFoundation wing : installation.foundations()) {
                wing.rebuild(progress);
            }
            progress.end();
            String after = sealed(installation);
            Map<String, Object> answer = new TreeMap<>();
            answer.put("sealed_digest_before", before);
            answer.put("sealed_digest_after", after);
            answer.put("projection_digest", installation.vault().isOpen() ? projection(installation) : null);
            JsonFiles.write(json, answer);
            boolean same = before.equals(after);
            System.out.println(same ? "The rebuilt tables are equal." : "The rebuilt tables differ.");
            return same ? 0 : 1;
        }
    }

    static String sealed(Installation installation) {
        StringBuilder all = new StringBuilder();
        installation.foundations().forEach(w -> all.append(w.wing().word()).append(w.sealedDigest()));
        return digest(all);
    }

    static String projection(Installation installation) {
        StringBuilder all = new StringBuilder();
        installation.foundations().forEach(w -> all.append(w.wing().word()).append(w.projectionDigest()));
        return digest(all);
    }

    static String journal(Installation installation) {
        StringBuilder all = new StringBuilder();
        installation.foundations().forEach(w -> all.append(w.wing().word()).append(w.journalDigest()));
        return digest(all);
    }

    private static String digest(StringBuilder text) {
        return Hash.hex(Hash.sha256().digest(text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
}
