package org.moei.console.command;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.database.Wing;
import org.moei.foundation.journal.Export;
import org.moei.foundation.journal.Finding;
import org.moei.foundation.journal.SignedHead;
import org.moei.foundation.journal.Verification;
import org.moei.foundation.journal.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./moei verify}: finds what was changed in a journal or an export, without keys. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Finds every change of a journal up to a head. A tail that was dropped together with the heads over it is seen only with --head, kept elsewhere.")
public final class VerifyCommand implements Callable<Integer> {
    @Mixin private DataOptions data = new DataOptions();

    @Option(names = "--export", paramLabel = "FILE", description = "Check this export alone.")
    private @Nullable Path export;

    @Option(names = "--head", paramLabel = "FILE", description = "A signed head that somebody kept: the line, or the sheet's characters; repeat for several.")
    private List<Path> heads = List.of();

    @Option(names = "--json", paramLabel = "FILE", description = "Where to write the findings.")
    private @Nullable Path json;

    @Override
    public Integer call() {
        List<SignedHead> kept = Heads.readAll(heads);
        long actions = 0;
        List<Map<String, Object>> findings = new ArrayList<>();
        Optional<SignedHead> newest = Optional.empty();
        if (export != null) {
            Verification found = Export.verify(export, kept, null);
            actions = found.actions();
            add(findings, found.findings(), "");
            newest = found.head();
        } else {
            try (Installation installation = Installation.open(data, EnumSet.allOf(Wing.class), InstantSource.system())) {
                for (WingFoundation wing : installation.foundations()) {
                    Verification found = Verifier.verify(
                            wing.wing().word(),
                            wing.database().pool(Wing.Role.WRITER),
                            kept.stream().filter(h -> h.wing().equals(wing.wing().word())).toList(),
                            installation.vault().publicKey());
                    actions += found.actions();
                    add(findings, found.findings(), wing.wing().word());
                    newest = newest.isPresent() ? newest : found.head();
                }
                installation.catchUp();
                add(findings, installation.protection().attachments().verify(), Wing.PROTECTION.word());
            }
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("actions", actions);
        answer.put("ok", findings.isEmpty());
        answer.put("findings", findings);
        answer.put("head", newest.map(SignedHead::line).orElse(null));
        JsonFiles.write(json, answer);
        findings.forEach(f -> System.out.println(f.get("kind") + " at " + f.get("position") + ": " + f.get("detail")));
        System.out.printf("%,d actions read, %s.%n", actions, findings.isEmpty() ? "nothing was changed" : findings.size() + " findings");
        System.out.println(kept.isEmpty()
                ? "No head was given that somebody keeps elsewhere: an end that was cut off, with the heads over it, cannot be seen."
                : "Up to the head that was kept (" + kept.stream().map(h -> h.wing() + " " + h.size()).collect(Collectors.joining(", ")) + ") nothing can be missing unseen; what came later can be cut off unseen.");
        return findings.isEmpty() ? 0 : 1;
    }

    private static void add(List<Map<String, Object>> findings, List<Finding> found, String wing) {
        for (Finding finding : found) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("kind", finding.kind());
            line.put("position", finding.position());
            line.put("detail", (wing.isEmpty() ? "" : wing + ": ") + finding.detail());
            findings.add(line);
        }
    }
}
