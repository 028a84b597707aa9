package org.moei.protection.reception;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.moei.linkage.api.PersonRecord;
import org.moei.linkage.names.NameAgreement;
import org.moei.linkage.names.NameComparer;
import org.moei.linkage.names.Names;
import org.moei.linkage.names.ParsedName;
import org.moei.records.DateReading;

/**
 * What a person who reads two records would want to see before they count as one person, beside a high probability: the
 * name agrees and not only a part that families share, the birth dates can be of one person, and neither document nor
 * telephone says the opposite. An equal document number settles it.
 */
final class LinkRule {
    private static final int MOST_NAMES = 4;

    /** An age is told or guessed within about two years. */
    private static final int YEARS_OF_DOUBT = 2;

    /** What the rule says, the strongest first. */
    enum Verdict {
        /** Whole name, births or document agree. */
        WHOLE,
        /** A part of the name or a digit of the document is left to doubt; enough only where nobody else comes near. */
        NEARLY,
        /** Nothing speaks against one person, and not enough for one. */
        UNSETTLED,
        /** Documents or birth dates are of two people. */
        CONTRADICTED
    }

    private final Map<PersonRecord, List<ParsedName>> read = new IdentityHashMap<>();

    /** What the rule says of two records. One instance a run: it keeps the names that it has read. */
    Verdict judge(PersonRecord one, PersonRecord other) {
        boolean documents = !one.documents().isEmpty() && !other.documents().isEmpty();
        if (documents && one.documents().stream().anyMatch(other.documents()::contains)) {
            NameAgreement name = bestName(one, other);
            return isWhole(name) || name.kind() == NameAgreement.Kind.PARTIAL ? Verdict.WHOLE : Verdict.UNSETTLED;
        }
        if (isContradicted(one, other)) {
            return Verdict.CONTRADICTED;
        }
        boolean phones = !one.phones().isEmpty() && !other.phones().isEmpty() && one.phones().stream().noneMatch(other.phones()::contains);
        if (phones || one.birthDates().isEmpty() || other.birthDates().isEmpty()) {
            return Verdict.UNSETTLED;
        }
        NameAgreement name = bestName(one, other);
        if (isWhole(name)) {
            return documents ? Verdict.NEARLY : Verdict.WHOLE;
        }
        return isNearlyWhole(name) && !documents ? Verdict.NEARLY : Verdict.UNSETTLED;
    }

    /** Whether documents or births of the two can't be of one person, whatever they are called. */
    static boolean isContradicted(PersonRecord one, PersonRecord other) {
        boolean documents = !one.documents().isEmpty() && !other.documents().isEmpty()
                && one.documents().stream().noneMatch(d -> other.documents().stream().anyMatch(e -> isSlip(d, e)));
        boolean births = !one.birthDates().isEmpty() && !other.birthDates().isEmpty() && !births(one, other);
        return documents || births;
    }

    /** Equal, or one character was mistyped. */
    private static boolean isSlip(String one, String other) {
        if (one.length() != other.length()) {
            return false;
        }
        int differing = 0;
        for (int i = 0; i < one.length(); i++) {
            differing += one.charAt(i) == other.charAt(i) ? 0 : 1;
        }
        return differing <= 1;
    }

    private static boolean isWhole(NameAgreement name) {
        return switch (name.kind()) {
            case SAME_CHARACTERS, SAME_READING, READINGS_INTERSECT, NEAR_READING -> name.missingParts() == 0 && !name.initialsUsed();
            case SKELETON_EQUAL -> name.missingParts() == 0 && name.similarity() >= 0.75;
            case PARTIAL, DIFFERENT, MISSING -> false;
        };
    }

    /** One side leaves a part out, or one part of each fits nothing. */
    private static boolean isNearlyWhole(NameAgreement name) {
        return !name.initialsUsed() && switch (name.kind()) {
            case SAME_CHARACTERS, SAME_READING, READINGS_INTERSECT, NEAR_READING -> name.missingParts() == 1;
            case SKELETON_EQUAL -> name.missingParts() == 0;
            case PARTIAL -> name.missingParts() == 2;
            case DIFFERENT, MISSING -> false;
        };
    }

    private NameAgreement bestName(PersonRecord one, PersonRecord other) {
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

    private List<ParsedName> names(PersonRecord record) {
        return read.computeIfAbsent(record, LinkRule::readNames);
    }

    private static List<ParsedName> readNames(PersonRecord record) {
        List<String> written = new ArrayList<>(record.names());
        record.parts().ifPresent(p -> written.add(p.joined()));
        written.addAll(record.aliases());
        return written.stream().limit(MOST_NAMES).map(Names::read).toList();
    }

    /** Both sides say a date or an age, and some reading of one meets some reading of the other. */
    private static boolean births(PersonRecord one, PersonRecord other) {
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
                int doubt = !exact && (isAge(a) || isAge(b)) ? YEARS_OF_DOUBT : 0;
                LocalDate from = a.earliest().minusYears(doubt);
                LocalDate until = a.latest().plusYears(doubt);
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
