package org.moei.linkage.lists;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.moei.base.Problem;
import org.moei.linkage.api.PersonRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Recognises lists as published by their first characters and reads them. A file that is none of them is for the usual record reader. */
public final class PublishedLists {
    private static final int PEEK = 8192;
    private static final JsonFactory JSON = new JsonFactory();

    /** What a file looks like. */
    public enum Form {
        FOLLOW_THE_MONEY,
        UNITED_NATIONS,
        EUROPEAN_UNION,
        OFAC_XML,
        OFAC_CSV,
        OFAC_ALIASES,
        UNITED_KINGDOM
    }

    private PublishedLists() {}

    /** The form of a file, or empty for an ordinary list of records. */
    public static Optional<Form> form(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".parquet") || name.endsWith(".xlsx") || name.endsWith(".zst")) {
            return Optional.empty();
        }
        String start;
        try (InputStream in = open(file)) {
            start = new String(in.readNBytes(PEEK), StandardCharsets.UTF_8).replace("\uFEFF", "");
        } catch (IOException e) {
            return Optional.empty();
        }
        if (start.contains("<CONSOLIDATED_LIST")) {
            return Optional.of(Form.UNITED_NATIONS);
        }
        if (start.contains("<sdnList") || start.contains("<sdnEntry")) {
            return Optional.of(Form.OFAC_XML);
        }
        if (start.contains("<sanctionEntity") || start.contains("eu.europa.ec") || start.contains("fsdexport")) {
            return Optional.of(Form.EUROPEAN_UNION);
        }
        if (start.stripLeading().startsWith("{") && start.contains("\"schema\"") && start.contains("\"properties\"")) {
            return Optional.of(Form.FOLLOW_THE_MONEY);
        }
        String[] lines = start.split("\r?\n", 4);
        for (int i = 0; i < Math.min(3, lines.length); i++) {
            if (lines[i].contains("Name 6") && (lines[i].contains("Group ID") || lines[i].contains("Unique ID"))) {
                return Optional.of(Form.UNITED_KINGDOM);
            }
        }
        if (lines[0].matches("\\d+,\\d+,\"(aka|fka|nka)\".*")) {
            return Optional.of(Form.OFAC_ALIASES);
        }
        return lines[0].matches("\\d+,\"[^\"]*\",.*-0-.*") ? Optional.of(Form.OFAC_CSV) : Optional.empty();
    }

    /** Reads a list; aliases of OFAC's CSV are found in the file beside it (sdn.csv and alt.csv, cons_prim.csv and cons_alt.csv). */
    public static void read(Path file, Form form, Consumer<PersonRecord> sink) {
        try {
            switch (form) {
                case FOLLOW_THE_MONEY -> entities(file, sink);
                case UNITED_NATIONS, EUROPEAN_UNION, OFAC_XML -> {
                    try (InputStream in = open(file)) {
                        XmlLists.read(in, form, sink);
                    }
                }
                case OFAC_CSV -> CsvLists.ofac(file, sink);
                case OFAC_ALIASES -> {
                    // Read with the list that they belong to.
                }
                case UNITED_KINGDOM -> CsvLists.unitedKingdom(file, sink);
            }
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "unreadable-file", "The list cannot be read (" + e.getClass().getSimpleName() + ").").at(Problem.Where.row(file.toString(), 0, "")).asException(e);
        }
    }

    static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        return file.toString().endsWith(".gz") ? new BufferedInputStream(new GZIPInputStream(in)) : in;
    }

    private static void entities(Path file, Consumer<PersonRecord> sink) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            long number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
                    if (json.nextToken() == JsonToken.START_OBJECT) {
                        PersonRecord entity = FollowTheMoney.entity(json, "");
                        if (!entity.names().isEmpty()) {
                            sink.accept(entity);
                        }
                    }
                } catch (JacksonException e) {
                    throw Problem.of(Problem.Kind.COULD_NOT_RUN, "json-form", "The line is not a FollowTheMoney entity.").at(Problem.Where.row(file.toString(), number, "")).asException(e);
                }
            }
        }
    }
}
