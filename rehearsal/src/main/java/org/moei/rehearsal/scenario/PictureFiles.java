package org.moei.rehearsal.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.moei.base.Problem;

/**
 * Writes a scenario's disruption picture as the files that the disruption wing imports: the tables of {@code picture/} with sources and
 * townships beside them, each line marked as made for a rehearsal.
 */
public final class PictureFiles {
    private PictureFiles() {}

    /**
     * Writes the folder anew.
     *
     * @param folder is made if it does not exist; files of the same names are replaced
     * @throws org.moei.base.ProblemException {@code COULD_NOT_RUN} where the disk does not take them
     */
    public static void write(Scenario scenario, Path folder) {
        try {
            Files.createDirectories(folder);
            for (CsvTable table : PictureTables.of(scenario)) {
                Files.writeString(folder.resolve(table.file()), table.text());
            }
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "picture-not-written", "The picture's files could not be written.")
                    .at(new Problem.Where(folder.toString(), 0, "")).withAdvice("the disk is full.").asException(e);
        }
    }
}
