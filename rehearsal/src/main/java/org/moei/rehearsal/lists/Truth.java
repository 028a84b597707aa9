package org.moei.rehearsal.lists;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.moei.base.Problem;
import org.moei.rehearsal.generator.MadePerson;
import org.moei.rehearsal.generator.Population;

/**
 * What the generator knows, as CSV files for whoever scores the operation: {@code people.csv}, {@code missing.csv} (sought and never come) and
 * {@code rows.csv} (which row of which file is about whom). They stand outside the data folder, and nothing in the operation reads them.
 */
public final class Truth {
    private static final List<String> PEOPLE_HEADER = List.of("person_id", "nationality", "sex", "birth", "birth_as_said", "calendar", "name_written", "name_latin",
            "family_name", "given_name", "alias", "document", "document_place", "national_document", "phone", "family_phone", "languages", "province", "wave", "taken_out_on",
            "arrives_on", "way_out", "companions", "apart_from", "story");

    private Truth() {}

    /**
     * Writes the files into a folder, which is made if it is missing.
     *
     * @throws org.moei.base.ProblemException (could-not-run) if it cannot be written
     */
    public static void write(Path folder, Population population, Manifest manifest) {
        try {
            Files.createDirectories(folder);
            TableFile.csv(folder.resolve("people.csv"), PEOPLE_HEADER, population.people().stream().map(p -> person(p, population)).toList());
            TableFile.csv(folder.resolve("missing.csv"), PEOPLE_HEADER, population.missing().stream().map(p -> person(p, population)).toList());
            List<List<String>> rows = new ArrayList<>();
            for (Manifest.ListFile file : manifest.files()) {
                for (int i = 0; i < file.persons().size(); i++) {
                    rows.add(List.of(String.valueOf(file.file().getFileName()), file.list(), file.version(), String.valueOf(Manifest.ListFile.numberInFile(i)),
                            population.of(file.persons().get(i)).id(), file.badRows().contains(i) ? "bad on purpose" : ""));
                }
            }
            TableFile.csv(folder.resolve("rows.csv"), List.of("list_file", "list", "version", "row", "person_id", "remark"), rows);
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "cannot-write-truth", "The folder (" + folder + ") cannot be written.")
                    .withAdvice("the disk is full or the folder is another's.")
                    .asException(e);
        }
    }

    private static List<String> person(MadePerson p, Population population) {
        return List.of(p.id(), p.nationality(), p.sex().letter(), p.birth().iso(), p.birth().said(), p.birth().calendar().name(), p.name().written(), p.name().latin(),
                p.name().latinFamily(), p.name().latinGiven(), p.nickname(), p.document().map(d -> d.number()).orElse(""), p.paper().name(), p.nationalId(), p.phone(), p.familyPhone(),
                String.join(" ", p.languages()), p.province(), p.wave(), p.takenOutOn().toString(), p.arrivesOn().toString(), p.wayOut().name(),
                ids(p.companions().with(), population), ids(p.companions().apartFrom().stream().sorted().toList(), population), p.says().story().name());
    }

    private static String ids(List<Integer> indexes, Population population) {
        return String.join(" ", indexes.stream().map(i -> population.of(i).id()).toList());
    }
}
