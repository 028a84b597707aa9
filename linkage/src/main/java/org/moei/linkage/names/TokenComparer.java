package org.moei.linkage.names;

import java.util.Optional;
import org.moei.linkage.names.letters.LetterModel;
import org.moei.linkage.names.letters.LetterModels;

/** How two tokens agree, by their scripts. Weights are natural log likelihood ratios. */
final class TokenComparer {
    private static final double FILLER_SHARE = 0.6;
    /** What one edit costs between spellings of one script. */
    private static final double EDIT = 4.2;
    private static final double FAR_BUT_LONG = 5;
    private static final double UNLIKE = 25;
    /** Below this a pair of tokens says no more than that they differ. */
    private static final double DIFFERENT = -4;
    private static final double PAST_DIFFERENT = 0.04;
    /** ln of the share of Han names that are foreign names spelt by sound, and of those that are not. */
    static final double BY_SOUND = -0.7;
    static final double NOT_BY_SOUND = -0.7;

    private TokenComparer() {}

    static TokenAgreement compare(NameToken a, NameToken b) {
        if (a.role() == TokenRole.INITIAL || b.role() == TokenRole.INITIAL) {
            return initial(a, b);
        }
        TokenAgreement found = letters(a, b);
        return (a.role() == TokenRole.FILLER || b.role() == TokenRole.FILLER) && found.aligns()
                ? new TokenAgreement(found.kind(), found.similarity(), found.weight() * FILLER_SHARE)
                : found;
    }

    /** An initial and a name or another initial: fifteen first letters share nearly all names. */
    private static TokenAgreement initial(NameToken a, NameToken b) {
        if (a.readings().isEmpty() || b.readings().isEmpty()) {
            return TokenAgreement.NONE;
        }
        boolean both = a.role() == b.role();
        for (int i = 0; i < Math.min(3, a.readings().size()); i++) {
            for (int j = 0; j < Math.min(3, b.readings().size()); j++) {
                if (a.readings().get(i).latin().charAt(0) == b.readings().get(j).latin().charAt(0)) {
                    return new TokenAgreement(NameAgreement.Kind.READINGS_INTERSECT, both ? 1 : 0.7, (both ? 2.2 : 1.3) - 0.4 * (i + j));
                }
            }
        }
        return TokenAgreement.NONE;
    }

    static TokenAgreement letters(NameToken a, NameToken b) {
        if (a.script() == b.script()) {
            return sameScript(a, b);
        }
        if (a.script() == NameScript.LATIN) {
            return acrossScripts(b, a);
        }
        if (b.script() == NameScript.LATIN) {
            return acrossScripts(a, b);
        }
        return byReadings(a, b);
    }

    private static TokenAgreement sameScript(NameToken a, NameToken b) {
        double information = (a.spellings().information() + b.spellings().information()) / 2;
        if (a.normal().equals(b.normal())) {
            return new TokenAgreement(NameAgreement.Kind.SAME_CHARACTERS, 1, information);
        }
        double edits = Edits.weighted(a.normal(), b.normal());
        int length = Math.max(a.normal().length(), b.normal().length());
        double similarity = Math.max(0, 1 - edits / length);
        double weight = soft(information - EDIT * edits);
        if (similarity >= 0.72) {
            return new TokenAgreement(NameAgreement.Kind.NEAR_READING, similarity, weight);
        }
        boolean skeleton = a.script() == NameScript.LATIN && a.skeleton().length() > 1 && a.skeleton().equals(b.skeleton());
        if (!skeleton && weight < FAR_BUT_LONG) {
            // short words reach each other in a few cheap edits (Rosa, Elena) and are still other names
            weight = soft(weight - UNLIKE * (0.72 - similarity));
        }
        return new TokenAgreement(skeleton ? NameAgreement.Kind.SKELETON_EQUAL : NameAgreement.Kind.DIFFERENT, similarity, weight);
    }

    private static TokenAgreement acrossScripts(NameToken nativeSide, NameToken latin) {
        Optional<LetterModel> found = LetterModels.find(nativeSide.script());
        if (found.isEmpty()) {
            return TokenAgreement.NONE;
        }
        LetterModel model = found.get();
        LetterModel.Spelling left = nativeSide.spellings().in(model);
        LetterModel.Spelling right = latin.spellings().in(model);
        LetterModel.Fit fit = model.fit(left, right);
        double ratio = fit.logLikelihoodRatio();
        double distance = fit.distanceFromBest();
        if (nativeSide.script() == NameScript.HAN) {
            double read = nativeSide.spellings().hanReadings().weight(latin.normal());
            double byReading = read + latin.spellings().information() + NOT_BY_SOUND - BY_SOUND;
            if (byReading > ratio) {
                ratio = byReading;
                distance = -read;
            }
            ratio += BY_SOUND;
        }
        double information = (left.information() + right.information()) / 2;
        double similarity = Math.clamp(1 - (information - ratio) / (2 * information), 0, 1);
        double weight = soft(ratio);
        if (ratio > 1) {
            NameAgreement.Kind kind = distance < 0.7
                    ? NameAgreement.Kind.SAME_READING
                    : distance < 4 ? NameAgreement.Kind.READINGS_INTERSECT : NameAgreement.Kind.NEAR_READING;
            return new TokenAgreement(kind, similarity, weight);
        }
        boolean skeleton = ratio > DIFFERENT && latin.skeleton().length() > 1 && nativeSide.skeletons().contains(latin.skeleton());
        return new TokenAgreement(skeleton ? NameAgreement.Kind.SKELETON_EQUAL : NameAgreement.Kind.DIFFERENT, similarity, weight);
    }

    /** Two scripts neither of which is Latin: each read in Latin letters and compared with the other. */
    private static TokenAgreement byReadings(NameToken a, NameToken b) {
        TokenAgreement best = TokenAgreement.NONE;
        for (int side = 0; side < 2; side++) {
            NameToken read = side == 0 ? a : b;
            NameToken other = side == 0 ? b : a;
            int rank = 0;
            for (Reading reading : read.readings()) {
                if (rank++ == 3) {
                    break;
                }
                TokenAgreement found = letters(new NameToken(reading.latin(), reading.latin(), NameScript.LATIN, TokenRole.NAME), other);
                double weight = soft(found.weight() - 0.7 * rank);
                if (weight > best.weight()) {
                    best = new TokenAgreement(found.kind(), found.similarity(), weight);
                }
            }
        }
        return best;
    }

    /** Flat below {@link #DIFFERENT}: names of one person may have nothing in common, yet order among such pairs is kept. */
    static double soft(double ratio) {
        return ratio >= DIFFERENT ? ratio : DIFFERENT + Math.max(-1.2, (ratio - DIFFERENT) * PAST_DIFFERENT);
    }
}
