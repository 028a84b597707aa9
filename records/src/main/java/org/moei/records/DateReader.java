package org.moei.records;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.moei.records.DateReading.Alternative;
import org.moei.records.DateReading.Quality;

/** Reads written dates. The text becomes numbers and month names first; calendars are tried by marker, month name and height of the year. */
final class DateReader {
    private static final int MAX_LENGTH = 120;
    /** The youngest year a two-digit year may mean; the code knows no clock. */
    private static final int LAST_TWO_DIGIT_YEAR = 2030;

    private static final Map<String, Map<WrittenCalendar, Integer>> MONTHS = new HashMap<>();

    static {
        for (String table : List.of("months.tsv", "months-own.tsv")) {
            for (String[] row : Tables.read(table)) {
                WrittenCalendar calendar = WrittenCalendar.valueOf(row[0].toUpperCase(Locale.ROOT).replace('-', '_'));
                for (String name : row[2].split("\\|")) {
                    MONTHS.computeIfAbsent(word(name), k -> new HashMap<>()).putIfAbsent(calendar, Integer.parseInt(row[1]));
                }
            }
        }
    }

    private static final Map<String, WrittenCalendar> MARKS = Map.ofEntries(
            Map.entry("be", WrittenCalendar.BUDDHIST), Map.entry("พศ", WrittenCalendar.BUDDHIST), Map.entry("ພສ", WrittenCalendar.BUDDHIST), Map.entry("พุทธศักราช", WrittenCalendar.BUDDHIST), Map.entry("buddhist", WrittenCalendar.BUDDHIST),
            Map.entry("ec", WrittenCalendar.ETHIOPIAN), Map.entry("ዓም", WrittenCalendar.ETHIOPIAN), Map.entry("ዓ", WrittenCalendar.ETHIOPIAN), Map.entry("ethiopian", WrittenCalendar.ETHIOPIAN), Map.entry("ethcal", WrittenCalendar.ETHIOPIAN),
            Map.entry("ah", WrittenCalendar.HIJRI), Map.entry("هـ", WrittenCalendar.HIJRI), Map.entry("ه", WrittenCalendar.HIJRI), Map.entry("هجري", WrittenCalendar.HIJRI), Map.entry("هجرية", WrittenCalendar.HIJRI), Map.entry("hijri", WrittenCalendar.HIJRI),
            Map.entry("sh", WrittenCalendar.SOLAR_HIJRI), Map.entry("ش", WrittenCalendar.SOLAR_HIJRI), Map.entry("شمسی", WrittenCalendar.SOLAR_HIJRI), Map.entry("shamsi", WrittenCalendar.SOLAR_HIJRI), Map.entry("solar", WrittenCalendar.SOLAR_HIJRI),
            Map.entry("bs", WrittenCalendar.BIKRAM_SAMBAT), Map.entry("विसं", WrittenCalendar.BIKRAM_SAMBAT), Map.entry("vs", WrittenCalendar.BIKRAM_SAMBAT),
            Map.entry("民國", WrittenCalendar.MINGUO), Map.entry("民国", WrittenCalendar.MINGUO), Map.entry("roc", WrittenCalendar.MINGUO), Map.entry("minguo", WrittenCalendar.MINGUO));
    private static final Set<String> ABOUT = Set.of(
            "circa", "ca", "c", "about", "approx", "approximately", "around", "estimated", "est", "ประมาณ", "约", "約", "khoảng", "حوالي", "sekitar", "लगभग", "vers", "aproximadamente", "около");

    private DateReader() {}

    static Optional<DateReading> read(String written) {
        String text = written.strip();
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        List<Alternative> found = fast(text);
        if (found.isEmpty()) {
            found = slow(text);
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(new DateReading(text, found));
    }

    /** The forms that nearly all lists hold: 1998-03-04 and 19980304. */
    private static List<Alternative> fast(String text) {
        if (text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-') {
            int year = number(text, 0, 4);
            int month = number(text, 5, 7);
            int day = number(text, 8, 10);
            if (year >= 1500 && year <= 2035 && month > 0 && day > 0 && month <= 12 && day <= 28) {
                LocalDate date = LocalDate.of(year, month, day);
                return List.of(new Alternative(date, date, WrittenCalendar.GREGORIAN, Quality.DAY));
            }
        }
        return List.of();
    }

    private static int number(String text, int from, int to) {
        int n = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            n = n * 10 + c - '0';
        }
        return n;
    }

    /** Numbers, month names, calendar and vagueness as found in the text, in order. */
    private static final class Parts {
        final List<String> numbers = new ArrayList<>();
        final Map<WrittenCalendar, Integer> month = new HashMap<>();
        final Set<WrittenCalendar> marked = new LinkedHashSet<>();
        int monthAt = -1;
        boolean about;
        boolean slash;
    }

    private static List<Alternative> slow(String raw) {
        String text = NumberWords.digits(Normalizer.normalize(Texts.asciiDigits(raw), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
        Parts parts = parts(text);
        List<Alternative> found = new ArrayList<>();
        List<String> n = parts.numbers;
        if (parts.monthAt >= 0) {
            withMonthName(parts, found);
        } else if (n.size() == 1 && n.getFirst().length() == 8) {
            packed(n.getFirst(), parts, found);
        } else if (n.size() == 1 && n.getFirst().length() == 6 && plausible(Integer.parseInt(n.getFirst().substring(0, 4)))) {
            add(parts, Integer.parseInt(n.getFirst().substring(0, 4)), Integer.parseInt(n.getFirst().substring(4)), 0, found);
        } else if (n.size() == 1 && n.getFirst().length() <= 4) {
            oneYear(n.getFirst(), parts, found);
        } else if (n.size() == 2 && n.get(0).length() == 4 && n.get(1).length() == 4) {
            range(parts, Integer.parseInt(n.get(0)), Integer.parseInt(n.get(1)), found);
        } else if (n.size() == 2) {
            boolean yearFirst = n.get(0).length() == 4;
            add(parts, Integer.parseInt(n.get(yearFirst ? 0 : 1)), small(n.get(yearFirst ? 1 : 0)), 0, found);
        } else if (n.size() >= 3) {
            three(parts, n.get(0), n.get(1), n.get(2), found);
            if (n.size() >= 6 && found.size() == 1) {
                List<Alternative> end = new ArrayList<>();
                three(parts, n.get(3), n.get(4), n.get(5), end);
                if (end.size() == 1 && n.get(3).length() == n.get(0).length() && !end.getFirst().latest().isBefore(found.getFirst().earliest())) {
                    found.set(0, new Alternative(found.getFirst().earliest(), end.getFirst().latest(), found.getFirst().calendar(), Quality.RANGE));
                }
            }
        }
        if (parts.about) {
            found.replaceAll(a -> new Alternative(a.earliest().minusYears(1), a.latest().plusYears(1), a.calendar(), Quality.CIRCA));
        }
        return found.stream().distinct().toList();
    }

    private static Parts parts(String text) {
        Parts parts = new Parts();
        parts.about = text.indexOf('~') >= 0;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            int start = i;
            if (c >= '0' && c <= '9') {
                while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                    i++;
                }
                if (i - start <= 8 && parts.numbers.size() < 8) {
                    parts.numbers.add(text.substring(start, i));
                }
            } else if (isWord(c)) {
                while (i < text.length() && (isWord(text.codePointAt(i)) || text.charAt(i) == '.' && i + 1 < text.length() && isWord(text.codePointAt(i + 1)))) {
                    i += Character.charCount(text.codePointAt(i));
                }
                words(parts, text.substring(start, i));
            } else {
                parts.slash |= c == '/';
                i += Character.charCount(c);
            }
        }
        return parts;
    }

    private static void words(Parts parts, String run) {
        String word = word(run);
        if (ABOUT.contains(word)) {
            parts.about = true;
        }
        WrittenCalendar mark = MARKS.get(word);
        if (mark == null && run.length() > 2) {
            mark = MARKS.entrySet().stream().filter(e -> e.getKey().length() > 1 && e.getKey().charAt(0) > 0x7F && word.startsWith(e.getKey())).map(Map.Entry::getValue).findFirst().orElse(null);
        }
        if (mark != null) {
            parts.marked.add(mark);
            return;
        }
        Map<WrittenCalendar, Integer> month = MONTHS.get(word);
        if (month != null && parts.monthAt < 0 && word.length() > 1) {
            parts.month.putAll(month);
            parts.monthAt = parts.numbers.size();
        }
    }

    private static boolean isWord(int c) {
        int type = Character.getType(c);
        return Character.isLetter(c) || type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK || c == '\'' || c == '’';
    }

    private static String word(String text) {
        StringBuilder out = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().filter(DateReader::isWord).filter(c -> c != '\'' && c != '’').forEach(c -> out.appendCodePoint(Character.toLowerCase(c)));
        return out.toString();
    }

    private static void oneYear(String digits, Parts parts, List<Alternative> found) {
        int year = Integer.parseInt(digits);
        if (digits.length() == 4 || !parts.marked.isEmpty()) {
            add(parts, year, 0, 0, found);
        }
    }

    private static void withMonthName(Parts parts, List<Alternative> found) {
        List<String> n = parts.numbers;
        if (n.isEmpty()) {
            return;
        }
        String year = n.stream().filter(x -> x.length() >= 3).findFirst().orElse(n.getLast());
        int dayAt = n.indexOf(year) == 0 ? 1 : 0;
        int day = n.size() > 1 && dayAt < n.size() && n.get(dayAt).length() <= 2 ? Integer.parseInt(n.get(dayAt)) : 0;
        if (n.size() == 1 && year.length() <= 2) {
            return;
        }
        parts.month.forEach((calendar, month) -> {
            if (calendar == WrittenCalendar.GREGORIAN) {
                int size = found.size();
                add(parts, Integer.parseInt(year), month, day, found);
                if (found.size() == size && year.length() <= 2) {
                    twoDigits(parts, Integer.parseInt(year), month, day, found);
                }
            } else {
                calendar.span(Integer.parseInt(year), month, day).ifPresent(s -> found.add(new Alternative(s.earliest(), s.latest(), calendar, day > 0 ? Quality.DAY : Quality.MONTH)));
            }
        });
    }

    private static void packed(String digits, Parts parts, List<Alternative> found) {
        int year = Integer.parseInt(digits.substring(0, 4));
        if (plausible(year)) {
            add(parts, year, Integer.parseInt(digits.substring(4, 6)), Integer.parseInt(digits.substring(6)), found);
        } else if (plausible(Integer.parseInt(digits.substring(4)))) {
            three(parts, digits.substring(0, 2), digits.substring(2, 4), digits.substring(4), found);
        }
    }

    private static void three(Parts parts, String a, String b, String c, List<Alternative> found) {
        if (a.length() >= 3 || parts.marked.contains(WrittenCalendar.MINGUO)) {
            add(parts, Integer.parseInt(a), small(b), small(c), found);
        } else {
            int year = Integer.parseInt(c);
            int first = small(a);
            int second = small(b);
            boolean two = c.length() <= 2 && parts.marked.isEmpty();
            if (first <= 12 && second <= 12 && first != second) {
                if (two) {
                    twoDigits(parts, year, second, first, found);
                    twoDigits(parts, year, first, second, found);
                } else {
                    add(parts, year, second, first, found);
                    add(parts, year, first, second, found);
                }
            } else {
                int month = second <= 12 ? second : first;
                int day = second <= 12 ? first : second;
                if (two) {
                    twoDigits(parts, year, month, day, found);
                } else {
                    add(parts, year, month, day, found);
                }
            }
        }
    }

    private static void twoDigits(Parts parts, int year, int month, int day, List<Alternative> found) {
        add(parts, 1900 + year, month, day, found);
        if (2000 + year <= LAST_TWO_DIGIT_YEAR) {
            add(parts, 2000 + year, month, day, found);
        }
    }

    private static void range(Parts parts, int from, int to, List<Alternative> found) {
        List<Alternative> first = new ArrayList<>();
        List<Alternative> last = new ArrayList<>();
        add(parts, Math.min(from, to), 0, 0, first);
        add(parts, Math.max(from, to), 0, 0, last);
        if (!first.isEmpty() && !last.isEmpty()) {
            found.add(new Alternative(first.getFirst().earliest(), last.getFirst().latest(), first.getFirst().calendar(), Quality.RANGE));
        }
    }

    private static int small(String digits) {
        return digits.length() > 4 ? 99 : Integer.parseInt(digits);
    }

    private static boolean plausible(int year) {
        return year >= 1850 && year <= 2099 || year >= 2380 && year <= 2620 || year >= 1300 && year <= 1460;
    }

    /** Adds what a year, month and day mean in each calendar that they may be written in. */
    private static void add(Parts parts, int year, int month, int day, List<Alternative> found) {
        for (WrittenCalendar calendar : parts.marked.isEmpty() ? byYear(year) : parts.marked) {
            Optional<WrittenCalendar.Span> span = calendar.span(year, month, day);
            if (span.isPresent()) {
                Quality quality = day > 0 && month > 0 ? Quality.DAY : month > 0 ? Quality.MONTH : Quality.YEAR;
                found.add(new Alternative(span.get().earliest(), span.get().latest(), calendar, quality));
            } else {
                calendar.span(year, month <= 12 ? month : 0, 0)
                        .or(() -> calendar.span(year, 0, 0))
                        .ifPresent(s -> found.add(new Alternative(s.earliest(), s.latest(), calendar, Quality.BROKEN)));
            }
        }
    }

    private static List<WrittenCalendar> byYear(int year) {
        if (year >= 2380 && year <= 2620) {
            return List.of(WrittenCalendar.BUDDHIST);
        }
        if (year >= 1460 && year <= 2035) {
            return List.of(WrittenCalendar.GREGORIAN);
        }
        if (year > 2035 && year <= 2099) {
            return List.of(WrittenCalendar.BIKRAM_SAMBAT);
        }
        if (year >= 1280 && year < 1460) {
            return year <= 1410 ? List.of(WrittenCalendar.SOLAR_HIJRI, WrittenCalendar.HIJRI) : List.of(WrittenCalendar.HIJRI);
        }
        return year >= 1000 && year < 1280 ? List.of(WrittenCalendar.GREGORIAN) : List.of();
    }
}
