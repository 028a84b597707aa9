package org.moei.console.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.moei.base.Problem;
import org.moei.foundation.journal.SignedHead;

/** Heads as partners hand them in: files of one line, or what somebody copied from a sheet. */
final class Heads {
    private Heads() {}

    static List<SignedHead> readAll(Collection<Path> files) {
        return files.stream().map(Heads::read).toList();
    }

    /** @throws org.moei.base.ProblemException {@code head-not-read} where the file holds no head */
    static SignedHead read(Path file) {
        try {
            return SignedHead.readKept(Files.readString(file));
        } catch (IOException | IllegalArgumentException e) {
            throw Problem.of(Problem.Kind.WRONG_USE, "head-not-read", "The head in " + file + " cannot be read.").asException(e);
        }
    }
}
