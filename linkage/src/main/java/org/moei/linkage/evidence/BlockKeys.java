package org.moei.linkage.evidence;

import java.time.LocalDate;
import java.util.List;
import org.moei.linkage.names.TokenRole;

/** The keys under which a record meets others: many and narrow, so that each kind of error leaves some of them whole. */
final class BlockKeys {
    private static final int MAX_TOKENS = 7;
    private static final int MOST_TEXTS = 5;
    private static final int DELETIONS_UP_TO = 400_000;
    private static final double MOST_STRANGERS = 10;
    /** Years and days over which births of a list are spread, roughly. */
    private static final double YEARS = 80;
    private static final double DAYS = YEARS * 365;

    private final Population people;
    private final List<TextColumn> columns;
    private final boolean deletions;
    /** Which keys are made: all, those of names alone, or those that other evidence is part of. The last two are for estimating what is missed. */
    private final Part part;
    private final TokenSounds bySound;
    /** By column and code the hash of the value. */
    private final long[][] hashes;
    private final int[] tokens = new int[MAX_TOKENS];
    private final long[][] sounds = new long[MAX_TOKENS][];
    private final long[] values = new long[MOST_TEXTS];

    enum Part {
        ALL,
        NAMES,
        OTHERS
    }

    BlockKeys(Population people, Levels fields, TokenSounds sounds) {
        this(people, fields, sounds, Part.ALL);
    }

    BlockKeys(Population people, Levels fields, TokenSounds sounds, Part part) {
        this.part = part;
        this.people = people;
        this.bySound = sounds;
        this.columns = fields.columns;
        this.deletions = people.size() <= DELETIONS_UP_TO;
        hashes = columns.stream().map(TextColumn::hashes).toArray(long[][]::new);
    }

    /**
     * Whether a key of some count of records by chance is worth its pairs: always in a collection of some hundred thousands; in a longer one each record has so
     * many other keys that those under which too many strangers meet are left out.
     */
    private boolean isNarrow(double strangers) {
        return deletions || strangers <= MOST_STRANGERS;
    }

    /** Adds the keys of a record. */
    void add(int r, Longs out) {
        int count = tokens(r);
        if (part != Part.NAMES) {
            strong(r, out);
        }
        if (part != Part.OTHERS) {
            names(count, out);
        }
        if (part != Part.NAMES) {
            dates(r, count, out);
            texts(r, count, out);
        }
    }

    private void strong(int r, Longs out) {
        for (int c = 0; c < columns.size(); c++) {
            TextColumn column = columns.get(c);
            boolean strong = column.field.equals("document") || column.field.equals("phone") || column.field.equals("email");
            for (int v = 0; strong && v < column.count(r); v++) {
                String value = column.text(column.value(r, v));
                out.add(key(c, hashes[c][column.value(r, v)]));
                if (value.length() >= 7) {
                    for (int cut = 0; cut < value.length() && cut < 16 && deletions; cut++) {
                        out.add(key(60 + c, Hashes.of(value.substring(0, cut) + value.substring(cut + 1))));
                    }
                }
            }
        }
    }

    private void names(int count, Longs out) {
        for (int a = 0; a < count; a++) {
            long hashA = people.vocabulary.hash(tokens[a]);
            for (int b = a + 1; b < count; b++) {
                long hashB = people.vocabulary.hash(tokens[b]);
                out.add(key(20, Hashes.both(hashA, hashB)));
                for (long x : sounds[a]) {
                    for (long y : sounds[b]) {
                        out.add(key(21, Hashes.both(x, y)));
                    }
                }
                if (deletions) {
                    deletions(hashA, tokens[b], out);
                    deletions(hashB, tokens[a], out);
                }
            }
            if (count == 1) {
                out.add(key(22, hashA));
                for (long x : sounds[a]) {
                    out.add(key(23, x));
                }
            }
        }
    }

    private void dates(int r, int count, Longs out) {
        long last = Long.MIN_VALUE;
        for (int d = people.dateStart.get(r); d < people.dateStart.get(r + 1); d++) {
            LocalDate from = LocalDate.ofEpochDay(people.dateFrom.get(d));
            LocalDate to = LocalDate.ofEpochDay(people.dateTo.get(d));
            if (to.getYear() - from.getYear() > 4) {
                continue;
            }
            if (people.isDay(d) && people.dateFrom.get(d) != last) {
                last = people.dateFrom.get(d);
                if (isNarrow(people.size() / DAYS)) {
                    out.add(key(30, last));
                }
                for (int t = 0; t < count; t++) {
                    boolean narrow = isNarrow(bySound.count(tokens[t]) / 366.0);
                    for (long x : sounds[t]) {
                        out.add(narrow ? key(31, Hashes.then(x, from.getMonthValue() * 100 + from.getDayOfMonth())) : key(34, Hashes.then(x, last)));
                    }
                }
            }
            for (int year = from.getYear(); year <= to.getYear(); year++) {
                for (int t = 0; t < count; t++) {
                    if (!isNarrow(bySound.count(tokens[t]) / YEARS)) {
                        continue;
                    }
                    for (long x : sounds[t]) {
                        out.add(key(32, Hashes.then(x, year)));
                    }
                }
            }
        }
    }

    private void texts(int r, int count, Longs out) {
        int used = 0;
        for (int c = 0; c < columns.size() && used < MOST_TEXTS; c++) {
            TextColumn column = columns.get(c);
            if (column.distinct() < 20 || column.count(r) == 0) {
                continue;
            }
            used++;
            long value = hashes[c][column.value(r, 0)];
            double share = column.frequency(column.value(r, 0)) / (double) people.size();
            for (int t = 0; t < count; t++) {
                if (!isNarrow(share * bySound.count(tokens[t]))) {
                    continue;
                }
                for (long x : sounds[t]) {
                    out.add(key(33 + c, Hashes.then(x, value)));
                }
            }
            if (column.distinct() > people.size() / 50) {
                out.add(key(70 + c, value));
            }
            for (int b = 0; b < used - 1; b++) {
                out.add(key(19, Hashes.both(values[b], value)));
            }
            values[used - 1] = value;
        }
    }

    private int tokens(int r) {
        int count = 0;
        int from = people.tokenStart.get(people.nameStart.get(r));
        int to = people.tokenStart.get(people.nameStart.get(r + 1));
        for (int t = from; t < to && count < MAX_TOKENS; t++) {
            int token = people.tokens.get(t);
            boolean known = false;
            for (int s = 0; s < count; s++) {
                known |= tokens[s] == token;
            }
            if (!known && people.vocabulary.token(token).role() != TokenRole.INITIAL) {
                sounds[count] = bySound.of(token);
                tokens[count++] = token;
            }
        }
        return count;
    }

    private void deletions(long other, int token, Longs out) {
        String normal = people.vocabulary.token(token).normal();
        int length = normal.length();
        if (length < 3 || length > 14) {
            return;
        }
        out.add(key(24, Hashes.then(other, Hashes.of(normal))));
        for (int cut = 0; cut < length; cut++) {
            out.add(key(24, Hashes.then(other, Hashes.of(normal.substring(0, cut) + normal.substring(cut + 1)))));
        }
    }

    private static long key(int kind, long value) {
        return Hashes.then(value, kind);
    }
}
