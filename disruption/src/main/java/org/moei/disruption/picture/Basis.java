package org.moei.disruption.picture;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.moei.base.Problem;

/**
 * On what an entry stands.
 *
 * @param source key of a {@link Source}
 * @param grade Admiralty code: reliability of the source A to F, credibility of the statement 1 to 6; F6 cannot be judged
 * @param date ISO day on which it was so or was said, or the month where no day is given; empty where the text is not dated
 * @param until ISO day or month in which it ended; empty while it holds, or while nobody says that it ended
 */
public record Basis(String source, String grade, String date, String until) {
    private static final int MIDDLE = 15;
    private static final DateTimeFormatter DAY_WORDS = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter MONTH_WORDS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    public Basis {
        source = Texts.orEmpty(source);
        grade = Texts.orEmpty(grade);
        date = Texts.orEmpty(date);
        until = Texts.orEmpty(until);
    }

    public static Basis of(String source, String grade, String date) {
        return new Basis(source, grade, date, "");
    }

    /** Where on a line of time it stands: the day, or the middle of the month. */
    public Optional<LocalDate> day() {
        return isMonth(date) ? Optional.of(YearMonth.parse(date).atDay(MIDDLE)) : date.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(date));
    }

    /** The last day: the day itself, or the last of the month. */
    public Optional<LocalDate> lastDay() {
        return isMonth(until) ? Optional.of(YearMonth.parse(until).atEndOfMonth()) : until.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(until));
    }

    /** The date as a page writes it: no finer than it is known. */
    public String words() {
        if (date.isEmpty()) {
            return "not dated";
        }
        return isMonth(date) ? MONTH_WORDS.format(YearMonth.parse(date)) : DAY_WORDS.format(LocalDate.parse(date));
    }

    private static boolean isMonth(String text) {
        return text.length() == "2025-11".length();
    }

    void check() {
        if (source.isEmpty()) {
            throw Texts.refuse("source-missing", "source", "The entry names no source.", "it is an enquiry and not an entry.").asException();
        }
        if (!grade.matches("[A-F][1-6]")) {
            throw Texts.refuse("grade-form", "grade", "The grade (" + grade + ") is not of the Admiralty code.", "it is a letter A to F and a digit 1 to 6; F6 says that it cannot be judged.").asException();
        }
        try {
            Optional<LocalDate> first = day();
            Optional<LocalDate> last = lastDay();
            if (last.isPresent() && first.map(from -> last.get().isBefore(from)).orElse(true)) {
                throw Texts.refuse("date-order", "until", "The entry ends on " + until + " and begins on (" + date + ").", "the two are exchanged.").asException();
            }
        } catch (DateTimeException e) {
            Problem problem = Texts.refuse("date-form", "date", "The date (" + date + ") or (" + until + ") is neither a day nor a month.", "write it as 2025-02-05 or 2025-02.");
            throw problem.asException(e);
        }
    }
}
