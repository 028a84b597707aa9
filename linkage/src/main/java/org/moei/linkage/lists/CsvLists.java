package org.moei.linkage.lists;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.moei.linkage.api.PersonRecord;

/** The CSV forms: OFAC's (no header; ent_num, name, type, …, remarks; aliases beside) and the United Kingdom's (a row for each name of a group). */
final class CsvLists {
    private static final Pattern BORN = Pattern.compile("(?:alt\\. )?DOB (?:circa |approximately )?([^;.]+)");
    private static final Pattern PLACE = Pattern.compile("POB ([^;.]+)");
    private static final Pattern NATION = Pattern.compile("(?:nationality|citizen|Citizen) (?:of )?([^;.]+)");
    private static final Pattern PAPER = Pattern.compile("(?:Passport|National ID No\\.|Identification Number|Cedula No\\.|C\\.U\\.R\\.P\\.|R\\.F\\.C\\.|SSN|Tax ID No\\.|NIT #|Vessel Registration Identification IMO|Registration Number|Registration ID) ?#?:? ?([A-Z0-9][A-Z0-9./-]{3,24})");
    private static final Pattern SEX = Pattern.compile("Gender (Male|Female)");

    private CsvLists() {}

    private static Reader text(Path file) throws IOException {
        return new BufferedReader(new InputStreamReader(PublishedLists.open(file), StandardCharsets.UTF_8));
    }

    static void ofac(Path file, Consumer<PersonRecord> sink) throws IOException {
        Map<String, List<String>> aliases = new HashMap<>();
        Optional<Path> beside = beside(file);
        if (beside.isPresent()) {
            try (CsvReader<CsvRecord> rows = CsvReader.builder().allowExtraFields(true).allowMissingFields(true).ofCsvRecord(text(beside.get()))) {
                for (CsvRecord row : rows) {
                    if (row.getFieldCount() > 3) {
                        aliases.computeIfAbsent(row.getField(0).strip(), k -> new ArrayList<>()).add(row.getField(3));
                    }
                }
            }
        }
        try (CsvReader<CsvRecord> rows = CsvReader.builder().allowExtraFields(true).allowMissingFields(true).ofCsvRecord(text(file))) {
            for (CsvRecord row : rows) {
                if (row.getFieldCount() > 2 && row.getField(0).strip().chars().allMatch(Character::isDigit) && !row.getField(0).isBlank()) {
                    sink.accept(ofac(row, aliases));
                }
            }
        }
    }

    private static PersonRecord ofac(CsvRecord row, Map<String, List<String>> aliases) {
        String id = row.getField(0).strip();
        String type = row.getField(2).strip();
        PersonRecord.Builder b = PersonRecord.of(id)
                .kind(type.equals("individual") ? PersonRecord.Kind.PERSON : type.equals("vessel") || type.equals("aircraft") ? PersonRecord.Kind.VESSEL : PersonRecord.Kind.ORGANISATION)
                .name(row.getField(1));
        aliases.getOrDefault(id, List.of()).forEach(b::alias);
        String remarks = row.getField(row.getFieldCount() - 1);
        each(BORN, remarks, b::birthDate);
        each(PLACE, remarks, b::birthPlace);
        each(NATION, remarks, b::nationality);
        each(PAPER, remarks, b::document);
        each(SEX, remarks, b::sex);
        return b.build();
    }

    private static void each(Pattern pattern, String text, Consumer<String> sink) {
        Matcher found = pattern.matcher(text);
        for (int n = 0; n < 30 && found.find(); n++) {
            sink.accept(found.group(1).replace(" to ", "/").strip());
        }
    }

    private static Optional<Path> beside(Path file) {
        String name = file.getFileName().toString();
        for (String[] pair : new String[][] {{"sdn.csv", "alt.csv"}, {"cons_prim.csv", "cons_alt.csv"}}) {
            if (name.endsWith(pair[0])) {
                Path other = file.resolveSibling(name.substring(0, name.length() - pair[0].length()) + pair[1]);
                return Files.isRegularFile(other) ? Optional.of(other) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    static void unitedKingdom(Path file, Consumer<PersonRecord> sink) throws IOException {
        Map<String, PersonRecord.Builder> groups = new LinkedHashMap<>();
        Map<String, Boolean> named = new HashMap<>();
        try (CsvReader<CsvRecord> rows = CsvReader.builder().allowExtraFields(true).allowMissingFields(true).ofCsvRecord(text(file))) {
            Map<String, Integer> at = new HashMap<>();
            for (CsvRecord row : rows) {
                if (at.isEmpty()) {
                    if (row.getFields().contains("Name 6")) {
                        for (int c = 0; c < row.getFieldCount(); c++) {
                            at.putIfAbsent(row.getField(c).strip(), c);
                        }
                    }
                    continue;
                }
                String id = value(row, at, "Group ID", "Unique ID");
                if (id.isEmpty()) {
                    continue;
                }
                PersonRecord.Builder b = groups.computeIfAbsent(id, PersonRecord::of);
                String type = value(row, at, "Group Type", "Designation Type", "Individual, Entity, Ship");
                b.kind(type.startsWith("Indiv") ? PersonRecord.Kind.PERSON : type.startsWith("Ship") ? PersonRecord.Kind.VESSEL : PersonRecord.Kind.ORGANISATION);
                StringBuilder name = new StringBuilder();
                for (int part = 1; part <= 6; part++) {
                    name.append(value(row, at, "Name " + part)).append(' ');
                }
                String whole = name.toString().strip().replaceAll(" +", " ");
                boolean primary = value(row, at, "Alias Type", "Name type").startsWith("Primary");
                if (primary && named.put(id, true) == null) {
                    b.name(whole);
                } else if (value(row, at, "Alias Quality", "Alias strength").startsWith("Low") || value(row, at, "Alias strength").startsWith("Weak")) {
                    b.weakAlias(whole);
                } else {
                    b.alias(whole);
                }
                b.alias(value(row, at, "Name Non-Latin Script", "Name non-latin script"));
                b.birthDate(value(row, at, "DOB", "D.O.B").replace("00/00/", ""));
                b.birthPlace((value(row, at, "Town of Birth", "Town of birth") + ", " + value(row, at, "Country of Birth", "Country of birth")).replaceAll("^, |, $", ""));
                b.nationality(value(row, at, "Nationality", "Nationality(/ies)"));
                b.document(value(row, at, "Passport Number", "Passport number"));
                b.document(value(row, at, "National Identification Number", "National Identifier number"));
                b.sex(value(row, at, "Gender"));
            }
        }
        groups.values().forEach(b -> sink.accept(b.build()));
    }

    private static String value(CsvRecord row, Map<String, Integer> at, String... columns) {
        for (String column : columns) {
            Integer c = at.get(column);
            if (c != null && c < row.getFieldCount()) {
                return row.getField(c).strip();
            }
        }
        return "";
    }
}
