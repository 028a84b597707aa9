package org.moei.disruption.picture;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.moei.base.Problem;

/**
 * On what an entry stands.
 *
 * @param source key of a {@link Source}
 * @param grade Admiralty code: reliability of the source A to F, credibility of the statement 1 to 6; F6 cannot be judged
 * @param date ISO day on which it was so or was said; empty where the text is not dated
 * @param until ISO day on which it ended; empty while it holds, or while nobody says that it ended
 */
public record Basis(String source, String grade, String date, String until) {
    public Basis {
        source = Texts.orEmpty(source);
        grade = Texts.orEmpty(grade);
        date = Texts.orEmpty(date);
        until = Texts.orEmpty(until);
    }

    public static Basis of(String source, String grade, String date) {
        return new Basis(source, grade, date, "");
    }

    /** The day, where there is one. */
    public Optional<LocalDate> day() {
        return parse(date);
    }

    /** The last day, where there is one. */
    public Optional<LocalDate> lastDay() {
        return parse(until);
    }

    private static Optional<LocalDate> parse(String day) {
        return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
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
            Problem problem = Texts.refuse("date-form", "date", "The date (" + date + ") or (" + until + ") is not a day.", "write it as 2025-02-05.");
            throw problem.asException(e);
        }
    }
}
