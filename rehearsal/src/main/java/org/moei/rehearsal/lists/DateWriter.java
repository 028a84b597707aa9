package org.moei.rehearsal.lists;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import org.moei.rehearsal.generator.BirthDate;
import org.moei.rehearsal.generator.Calendar;
import org.moei.rehearsal.generator.Draw;
import org.moei.rehearsal.scenario.Lists.ErrorKind;
import org.moei.rehearsal.scenario.Lists.Habit;

/** Writes birth dates in the form and calendar of a party. */
final class DateWriter {
    private static final String[] THAI_MONTHS = {"ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."};

    private final Habit habit;
    private final Profile profile;

    DateWriter(Habit habit, Profile profile) {
        this.habit = habit;
        this.profile = profile;
    }

    String write(BirthDate birth, Draw draw) {
        LocalDate date = birth.date();
        BirthDate.Known known = birth.known();
        if (profile.happens(ErrorKind.WRONG_DATE, draw)) {
            date = switch (draw.below(4)) {
                case 0 -> date.plusYears(draw.chance(.5) ? 1 : -1);
                case 1 -> date.plusYears(10);
                case 2 -> date.plusMonths(draw.chance(.5) ? 1 : -1);
                default -> date.plusDays(draw.between(1, 9));
            };
        }
        boolean swapped = profile.happens(ErrorKind.DAY_AND_MONTH_SWAPPED, draw);
        if (known == BirthDate.Known.DAY && profile.happens(ErrorKind.PARTIAL_DATE, draw)) {
            known = draw.chance(.3) ? BirthDate.Known.MONTH : BirthDate.Known.YEAR;
        }
        Calendar calendar = calendar(birth.calendar(), draw);
        Calendar.Parts parts = calendar.of(date);
        if (swapped && parts.day() <= 12) {
            parts = new Calendar.Parts(parts.year(), /* month= */ parts.day(), /* day= */ parts.month());
        }
        return calendar == Calendar.GREGORIAN ? gregorian(parts, known, draw) : other(calendar, parts, known);
    }

    /** Embassies and families write their own calendar, the desk now and then what it is told; armed groups the western one. */
    private Calendar calendar(Calendar own, Draw draw) {
        double share = switch (habit.kind()) {
            case EMBASSY, FAMILY_DESK -> .8;
            case ARRIVALS_DESK -> .15;
            case ARMED_GROUP, STATE -> 0;
        };
        return draw.chance(share) ? own : Calendar.GREGORIAN;
    }

    private String gregorian(Calendar.Parts parts, BirthDate.Known known, Draw draw) {
        String country = habit.nationality().orElse("");
        String dash = country.equals("IDN") || country.equals("PAK") ? "-" : draw.chance(.1) ? "." : "/";
        return switch (known) {
            case YEAR -> String.valueOf(parts.year());
            case MONTH -> String.format(Locale.ROOT, "%02d/%d", parts.month(), parts.year());
            case DAY -> switch (habit.kind()) {
                case ARRIVALS_DESK -> String.format(Locale.ROOT, "%d-%02d-%02d", parts.year(), parts.month(), parts.day());
                case EMBASSY, FAMILY_DESK, ARMED_GROUP, STATE -> switch (country) {
                    case "CHN" -> draw.chance(.6) ? parts.year() + "年" + parts.month() + "月" + parts.day() + "日"
                            : String.format(Locale.ROOT, "%d%02d%02d", parts.year(), parts.month(), parts.day());
                    case "PHL" -> java.time.Month.of(parts.month()).getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + parts.day() + ", " + parts.year();
                    default -> String.format(Locale.ROOT, "%02d%s%02d%s%d", parts.day(), dash, parts.month(), dash, parts.year());
                };
            };
        };
    }

    private static String other(Calendar calendar, Calendar.Parts parts, BirthDate.Known known) {
        String numbers = switch (known) {
            case YEAR -> String.valueOf(parts.year());
            case MONTH -> parts.month() + "/" + parts.year();
            case DAY -> parts.day() + "/" + parts.month() + "/" + parts.year();
        };
        return switch (calendar) {
            case GREGORIAN -> numbers;
            case ETHIOPIAN -> numbers + " ዓ.ም.";
            case BUDDHIST -> known == BirthDate.Known.DAY ? parts.day() + " " + THAI_MONTHS[parts.month() - 1] + " " + parts.year() : "พ.ศ. " + numbers;
            case BIKRAM_SAMBAT -> "वि.सं. " + (known == BirthDate.Known.DAY ? String.format(Locale.ROOT, "%d-%02d-%02d", parts.year(), parts.month(), parts.day()) : numbers);
            case HIJRI -> numbers + " هـ";
            case MINGUO -> "民國" + parts.year() + "年" + (known == BirthDate.Known.DAY ? parts.month() + "月" + parts.day() + "日" : "");
        };
    }
}
