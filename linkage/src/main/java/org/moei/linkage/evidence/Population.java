package org.moei.linkage.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.moei.linkage.api.PersonRecord;
import org.moei.linkage.names.NameToken;
import org.moei.linkage.names.Names;
import org.moei.records.DateReading;
import org.moei.records.Phones;

/**
 * Records as columns of integer codes. A record's names, dates and tokens lie in flat arrays with offsets; comparing two records touches no
 * object of its own. Records can be appended, and the last can be taken off again (a query).
 */
public final class Population {
    /** Most names of one record that are compared. */
    static final int MAX_NAMES = 40;
    /** Most tokens of one name. */
    static final int MAX_TOKENS = 8;
    /** A name of a record is weak: the source says so. */
    static final int WEAK = 1;

    private static final Set<String> CODES = Set.of("document", "phone", "email", "postcode", "street_number");
    private static final Set<String> EXACT = Set.of("state");

    final Vocabulary vocabulary = new Vocabulary();
    final List<String> ids = new ArrayList<>();
    final Longs idHashes = new Longs(1024);
    final Ints sources = new Ints(1024);
    /** names of record r: nameStart[r] .. nameStart[r+1]. */
    final Ints nameStart = new Ints(1024);
    /** tokens of name n: tokenStart[n] .. tokenStart[n+1]. */
    final Ints tokenStart = new Ints(1024);
    final Ints tokens = new Ints(4096);
    /** For each token: 1 given or middle, 2 family, 0 unknown. */
    final Ints tokenPlace = new Ints(4096);
    final Ints nameFlags = new Ints(1024);
    final List<String> written = new ArrayList<>();
    final Ints dateStart = new Ints(1024);
    /** First and last day since 1970 and, for dates written as digits, yyyymmdd (0 otherwise). */
    final Ints dateFrom = new Ints(1024);
    final Ints dateTo = new Ints(1024);
    final Ints dateDigits = new Ints(1024);
    final Ints ages = new Ints(1024);
    final Ints sexes = new Ints(1024);
    /** Up to six countries of ten bits each. */
    final Longs nations = new Longs(1024);
    final Ints latitudes = new Ints(16);
    final Ints longitudes = new Ints(16);
    boolean hasPlaces;
    final TreeMap<String, TextColumn> texts = new TreeMap<>();
    private final PlainWords plain = new PlainWords();
    private final int[] nationCounts = new int[1024];
    /** From this record on records are questions. */
    private int questionsFrom = Integer.MAX_VALUE;

    public Population() {
        nameStart.add(0);
        tokenStart.add(0);
        dateStart.add(0);
    }

    /** Records held. */
    public int size() {
        return ids.size();
    }

    /** Records that count for rarity: all but questions. */
    int counted() {
        return Math.min(ids.size(), questionsFrom);
    }

    /** How many of the two records that are compared are among those counted. */
    int leftOut() {
        return questionsFrom == Integer.MAX_VALUE ? 2 : 1;
    }

    /**
     * Appends a record that is asked about only: it counts for no rarity, so that an answer does not depend on what else is asked. Only further
     * questions may follow until it is removed.
     */
    public int ask(PersonRecord question) {
        questionsFrom = Math.min(questionsFrom, ids.size());
        return add(question, 1);
    }

    /** The id of a record. */
    public String id(int record) {
        return ids.get(record);
    }

    /**
     * Appends a record.
     *
     * @param source number of its file or list, for links within or between
     * @return its index
     */
    public int add(PersonRecord person, int source) {
        int r = ids.size();
        ids.add(person.id());
        idHashes.add(Hashes.of(person.id()));
        sources.add(source);
        addNames(person, r);
        nameStart.add(nameFlags.size);
        for (DateReading date : person.birthDates()) {
            addDate(date);
        }
        dateStart.add(dateFrom.size);
        ages.add(person.birthDates().isEmpty() ? person.age() : -1);
        sexes.add(person.sex());
        long countries = 0;
        int count = 0;
        for (String country : person.nationalities()) {
            if (count++ < 6) {
                int code = nation(country);
                countries = countries << 10 | code;
                nationCounts[code] += r < questionsFrom ? 1 : 0;
            }
        }
        nations.add(countries);
        hasPlaces |= !Float.isNaN(person.birthLatitude());
        latitudes.add(Float.floatToRawIntBits(person.birthLatitude()));
        longitudes.add(Float.floatToRawIntBits(person.birthLongitude()));
        put("document", r, person.documents());
        put("phone", r, person.phones().stream().map(Phones::tail).toList());
        put("email", r, person.emails());
        put("birth_place", r, person.birthPlaces());
        put("father_name", r, person.fatherName().stream().toList());
        person.texts().forEach((field, values) -> put(field, r, values));
        return r;
    }

    /** Takes the last record off again; its tokens stay known but uncounted. */
    public void removeLast() {
        int r = ids.size() - 1;
        boolean counted = r < questionsFrom;
        questionsFrom = r == questionsFrom ? Integer.MAX_VALUE : questionsFrom;
        ids.removeLast();
        idHashes.size--;
        sources.size--;
        int firstName = nameStart.get(r);
        for (int t = tokenStart.get(firstName); t < tokens.size && counted; t++) {
            boolean before = false;
            for (int s = tokenStart.get(firstName); s < t; s++) {
                before |= tokens.get(s) == tokens.get(t);
            }
            if (!before) {
                vocabulary.uncount(tokens.get(t));
            }
        }
        tokens.cut(tokenStart.get(firstName));
        tokenPlace.cut(tokens.size);
        while (written.size() > firstName) {
            written.removeLast();
        }
        nameFlags.cut(firstName);
        tokenStart.cut(firstName + 1);
        nameStart.cut(r + 1);
        dateFrom.cut(dateStart.get(r));
        dateTo.cut(dateFrom.size);
        dateDigits.cut(dateFrom.size);
        dateStart.cut(r + 1);
        ages.cut(r);
        sexes.cut(r);
        for (long c = nations.values[r]; c != 0 && counted; c >>>= 10) {
            nationCounts[(int) (c & 1023)]--;
        }
        nations.size = r;
        latitudes.cut(r);
        longitudes.cut(r);
        texts.values().forEach(column -> column.removeLast(r, counted));
    }

    private void put(String field, int record, List<String> values) {
        if (!values.isEmpty()) {
            texts.computeIfAbsent(field, f -> new TextColumn(f, CODES.contains(f) ? TextColumn.Kind.CODE : EXACT.contains(f) ? TextColumn.Kind.EXACT : TextColumn.Kind.WORDS)).add(record, values, record < questionsFrom);
        }
    }

    private static int nation(String alpha2) {
        return alpha2.length() == 2 ? (alpha2.charAt(0) - 'A') * 26 + alpha2.charAt(1) - 'A' + 1 & 1023 : 1023;
    }

    int nationCount(int code) {
        return nationCounts[code];
    }

    private void addNames(PersonRecord person, int record) {
        person.parts().ifPresent(parts -> addName(parts, record));
        for (String name : person.names()) {
            addName(name, 0, record);
        }
        for (String alias : person.aliases()) {
            addName(alias, 0, record);
        }
        for (String alias : person.weakAliases()) {
            addName(alias, WEAK, record);
        }
    }

    private void addName(PersonRecord.NameParts parts, int record) {
        int before = tokens.size;
        addTokens(parts.middle().isEmpty() ? parts.given() : parts.given() + " " + parts.middle(), 1, before);
        addTokens(parts.family(), 2, before);
        endName(parts.joined(), 0, before, record);
    }

    private void addName(String name, int flags, int record) {
        if (nameFlags.size - nameStart.get(record) >= MAX_NAMES) {
            return;
        }
        int before = tokens.size;
        addTokens(name, 0, before);
        endName(name, flags, before, record);
    }

    /** A digit inside a word is a slip of the keyboard or of a scanner: it counts as one wrong letter, not as a gap. */
    private static String letters(String name) {
        boolean digits = false;
        for (int i = 0; i < name.length() && !digits; i++) {
            digits = name.charAt(i) >= '0' && name.charAt(i) <= '9';
        }
        return digits ? name.replaceAll("(?<=\\p{L})[0-9]|[0-9](?=\\p{L})", "") : name;
    }

    private void addTokens(String name, int place, int before) {
        for (NameToken token : plain.read(name).orElseGet(() -> Names.read(letters(name)).parts())) {
            if (tokens.size - before >= MAX_TOKENS) {
                return;
            }
            tokens.add(vocabulary.code(token));
            tokenPlace.add(place);
        }
    }

    private void endName(String name, int flags, int before, int record) {
        if (tokens.size == before) {
            return;
        }
        int first = nameStart.get(record);
        for (int n = first; n < nameFlags.size; n++) {
            int from = tokenStart.get(n);
            int length = tokenStart.get(n + 1) - from;
            boolean same = length == tokens.size - before;
            for (int i = 0; same && i < length; i++) {
                same = tokens.get(from + i) == tokens.get(before + i);
            }
            if (same) {
                tokens.cut(before);
                tokenPlace.cut(before);
                return;
            }
        }
        for (int t = before; t < tokens.size && record < questionsFrom; t++) {
            vocabulary.count(tokens.get(t), record);
        }
        nameFlags.add(flags);
        written.add(name);
        tokenStart.add(tokens.size);
    }

    private void addDate(DateReading date) {
        int digits = digits(date.written());
        for (DateReading.Alternative a : date.alternatives()) {
            dateFrom.add((int) a.earliest().toEpochDay());
            dateTo.add((int) a.latest().toEpochDay());
            dateDigits.add(digits);
        }
    }

    /** yyyymmdd of ISO and packed dates as they stand, slips included; 0 for other forms. */
    private static int digits(String written) {
        int value = 0;
        int count = 0;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c >= '0' && c <= '9') {
                value = value * 10 + c - '0';
                count++;
            } else if (c != '-' || (i != 4 && i != 7)) {
                return 0;
            }
        }
        return count == 8 ? value : 0;
    }

    boolean isDay(int date) {
        return dateFrom.get(date) == dateTo.get(date);
    }
}
