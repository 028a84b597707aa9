package org.moei.linkage.evidence;

import java.util.ArrayList;
import java.util.List;
import org.moei.linkage.api.PersonRecord;
import org.moei.linkage.names.NameToken;

/**
 * Judges one pair on its own, for {@code score}: the pair was shown because it looks alike, so names say less than between random people and
 * what differs says more. The prior is 0.5; the answer depends on the pair only and not on which side is which.
 */
public final class PairJudge {
    /** From here a pair is a match. */
    public static final double MATCH = 0.60;
    /** Below it a pair is different. */
    public static final double DIFFERENT = 0.40;

    /** Names of a pair that was shown for them are at most this many bits of evidence. */
    private static final double MOST_NAME_BITS = 6;

    /** Organisations of one name in different countries are mostly branches of one, listed apart. */
    private static final double OTHER_BRANCH = -4;

    private PairJudge() {}

    /** Probability that both are the same. */
    public static double probability(PersonRecord a, PersonRecord b) {
        boolean people = isPerson(a) && isPerson(b) && (a.kind() == PersonRecord.Kind.PERSON || b.kind() == PersonRecord.Kind.PERSON);
        Population two = new Population();
        boolean turned = order(a, b) > 0;
        two.add(turned ? b : a, 0);
        two.add(turned ? a : b, 0);
        Levels fields = new Levels(two, 1);
        TokenTraits traits = new TokenTraits();
        traits.update(two.vocabulary);
        PairComparer comparer = new PairComparer(two, fields, new DirectNearness(two.vocabulary, fields.columns, traits), traits, new DateFrequencies(two));
        comparer.compareRest(0, 1);
        double bits;
        if (people) {
            comparer.name(0, 1);
            bits = personName(two, comparer);
        } else {
            double names = OrganisationNames.best(allNames(a), allNames(b));
            bits = Double.isNaN(names) ? 0 : Math.max(-10, Math.min(MOST_NAME_BITS, names));
            bits += kinds(a, b);
        }
        bits += rest(comparer, fields, people, bits);
        return Model.probability(bits);
    }

    private static boolean isPerson(PersonRecord r) {
        return r.kind() == PersonRecord.Kind.PERSON || r.kind() == PersonRecord.Kind.OTHER;
    }

    private static double kinds(PersonRecord a, PersonRecord b) {
        if (a.kind() == b.kind() || a.kind() == PersonRecord.Kind.OTHER || b.kind() == PersonRecord.Kind.OTHER) {
            return 0;
        }
        return -8;
    }

    private static List<String> allNames(PersonRecord r) {
        List<String> all = new ArrayList<>(r.names());
        all.addAll(r.aliases());
        all.addAll(r.weakAliases());
        r.parts().ifPresent(p -> all.add(p.joined()));
        return all;
    }

    /** The same order for the same two records, whichever comes first. */
    private static int order(PersonRecord a, PersonRecord b) {
        int by = String.join("|", allNames(a)).compareTo(String.join("|", allNames(b)));
        if (by == 0) {
            by = a.birthDates().toString().compareTo(b.birthDates().toString());
        }
        return by != 0 ? by : a.documents().toString().compareTo(b.documents().toString());
    }

    private static double personName(Population two, PairComparer c) {
        double rarity = c.rarity[Levels.NAME];
        double shuffled = !c.names().shuffled ? 0 : c.names().parts > 3 ? -2 : -5;
        return shuffled + switch (c.levels[Levels.NAME]) {
            case 0 -> 0;
            case Levels.NAME_SAME -> Math.min(MOST_NAME_BITS, rarity / 2 - 0.5);
            case Levels.NAME_NEAR -> Math.min(5, rarity / 2 - 2);
            case Levels.NAME_FAR -> Math.min(isSlight(two, c.names().left, c.names().right) ? 1.5 : 0.3, rarity / 2 - 7);
            case Levels.NAME_LEFT_OUT -> Math.min(4.5, rarity / 2 - (c.names().far ? 7.5 : 4));
            case Levels.NAME_INITIALS -> Math.min(1.5, rarity / 2 - 4);
            case Levels.NAME_WEAK -> Math.min(1.5, rarity / 2 - 5);
            case Levels.NAME_GIVEN_DIFFERS, Levels.NAME_FAMILY_DIFFERS, Levels.NAME_SOME -> Math.min(-2.5, rarity / 2 - 8);
            default -> -9;
        };
    }

    /** Whether no part of one script differs from each of the other name by more than one letter: then the names differ little although their parts are short. */
    private static boolean isSlight(Population two, int left, int right) {
        boolean slight = true;
        for (int t = two.tokenStart.get(left); t < two.tokenStart.get(left + 1); t++) {
            NameToken a = two.vocabulary.token(two.tokens.get(t));
            boolean near = false;
            for (int s = two.tokenStart.get(right); s < two.tokenStart.get(right + 1); s++) {
                NameToken b = two.vocabulary.token(two.tokens.get(s));
                near |= a.script() != b.script() || Edit.distance(a.normal(), b.normal(), 1) <= 1;
            }
            slight &= near;
        }
        return slight;
    }

    private static double rest(PairComparer c, Levels fields, boolean people, double name) {
        double bits = switch (c.levels[Levels.DATE]) {
            case Levels.DATE_SAME -> people ? 4.5 : 2;
            case Levels.DATE_SWAPPED -> 3;
            case Levels.DATE_DIGIT -> 1;
            case Levels.DATE_TWO_OF_THREE -> 0.3;
            case Levels.DATE_HOLDS -> 2;
            case Levels.DATE_YEAR -> 0.3;
            case Levels.DATE_NEAR -> -0.5;
            case Levels.DATE_CLOSE, Levels.DATE_FAR -> -2.5;
            case Levels.DATE_CALENDAR -> -1;
            case Levels.DATE_DIFFERENT, Levels.DATE_INTERVAL_DIFFERS -> people ? -6.5 : -1.5;
            case Levels.AGE_SAME -> 1;
            case Levels.AGE_CLOSE -> 0.3;
            case Levels.AGE_OTHER -> -3;
            default -> 0;
        };
        bits += c.levels[Levels.SEX] == 1 ? 0.3 : c.levels[Levels.SEX] == 2 ? -4 : 0;
        bits += c.levels[Levels.NATION] == 1 ? 0.7 : c.levels[Levels.NATION] == 2 ? people ? -1.6 : OTHER_BRANCH : 0;
        for (int f = Levels.FIRST_TEXT; f < fields.count(); f++) {
            byte level = c.levels[f];
            bits += switch (fields.fields.get(f)) {
                case "document" -> level == TextColumn.SAME ? 8 : level == TextColumn.NEAR ? 1 : level == Levels.TEXT_DIFFERENT ? (people ? -0.8 : -1.5) : 0;
                case "phone", "email", "website" -> level == TextColumn.SAME ? 4 : level == Levels.TEXT_DIFFERENT ? -0.3 : 0;
                case "birth_place" -> level == TextColumn.SAME ? 2 : level == TextColumn.NEAR ? 1.5 : level == TextColumn.SOME ? 1 : level == Levels.TEXT_DIFFERENT ? -0.7 : 0;
                case "address" -> level == TextColumn.SAME ? 1.5 : level == TextColumn.NEAR ? 1 : level == TextColumn.SOME ? 0.4 : level == Levels.TEXT_DIFFERENT ? (people ? -0.2 : -1) : 0;
                case "father_name" -> level == TextColumn.SAME || level == TextColumn.NEAR ? 1.5 : level == Levels.TEXT_DIFFERENT ? -1.5 : 0;
                default -> level == TextColumn.SAME ? 1 : level == TextColumn.NEAR ? 0.7 : level == Levels.TEXT_DIFFERENT ? -0.5 : 0;
            };
        }
        return name < -6 ? Math.min(bits, 9) : bits;
    }
}
