package org.moei.protection.reception;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.moei.linkage.api.PersonRecord;
import org.moei.linkage.names.NameAgreement;
import org.moei.linkage.names.NameComparer;
import org.moei.linkage.names.Names;
import org.moei.linkage.names.ParsedName;
import org.moei.records.DateReading;

/**
 * What must hold beside a high probability before a row is linked without a person looking: the whole name agrees and not
 * only a part that families share, the birth dates can be of one person, and neither document nor telephone says the
 * opposite. An equal document number settles it. Everything else waits for a human.
 */
final class LinkRule {
    private static final int MOST_NAMES = 4;

    /** An age is told or guessed within about two years. */
    private static final int YEARS_OF_DOUBT = 2;

    private LinkRule() {}

    static boolean admits(PersonRecord one, PersonRecord other) {
        boolean documents = !one.documents().isEmpty() && !other.documents().isEmpty();
        boolean sameDocument = documents && one.documents().stream().anyMatch(other.documents()::contains);
        NameAgreement name = bestName(one, other);
        boolean wholeName = switch (name.kind()) {
            case SAME_CHARACTERS, SAME_READING, READINGS_INTERSECT, NEAR_READING -> name.missingParts() == 0 && !name.initialsUsed();
            case SKELETON_EQUAL -> name.missingParts() == 0 && name.similarity() >= 0.75;
            case PARTIAL, DIFFERENT, MISSING -> false;
        };
        if (sameDocument) {
            return wholeName || name.kind() == NameAgreement.Kind.PARTIAL;
        }
        boolean phones = !one.phones().isEmpty() && !other.phones().isEmpty() && one.phones().stream().noneMatch(other.phones()::contains);
        return wholeName && !documents && !phones && births(one, other);
    }

    private static NameAgreement bestName(PersonRecord one, PersonRecord other) {
        NameAgreement best = NameAgreement.NOTHING;
        for (ParsedName left : names(one)) {
            for (ParsedName right : names(other)) {
                NameAgreement agreement = NameComparer.compare(left, right);
                if (agreement.kind().compareTo(best.kind()) < 0 || (agreement.kind() == best.kind() && agreement.similarity() > best.similarity())) {
                    best = agreement;
                }
            }
        }
        return best;
    }

    private static List<ParsedName> names(PersonRecord record) {
        List<String> written = new ArrayList<>(record.names());
        record.parts().ifPresent(p -> written.add(p.joined()));
        written.addAll(record.aliases());
        return written.stream().limit(MOST_NAMES).map(Names::read).toList();
    }

    /** Both sides say a date or an age, and some reading of one meets some reading of the other. */
    private static boolean births(PersonRecord one, PersonRecord other) {
        if (one.birthDates().isEmpty() || other.birthDates().isEmpty()) {
            return false;
        }
        for (DateReading left : one.birthDates()) {
            for (DateReading right : other.birthDates()) {
                if (meets(left, right)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean meets(DateReading left, DateReading right) {
        for (DateReading.Alternative a : left.alternatives()) {
            for (DateReading.Alternative b : right.alternatives()) {
                boolean exact = a.quality() == DateReading.Quality.DAY && b.quality() == DateReading.Quality.DAY;
                LocalDate from = exact ? a.earliest() : a.earliest().minusYears(isAge(a) || isAge(b) ? YEARS_OF_DOUBT : 0);
                LocalDate until = exact ? a.latest() : a.latest().plusYears(isAge(a) || isAge(b) ? YEARS_OF_DOUBT : 0);
                if (!b.latest().isBefore(from) && !b.earliest().isAfter(until)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isAge(DateReading.Alternative alternative) {
        return alternative.quality() == DateReading.Quality.RANGE;
    }
}
