package org.moei.linkage.names;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.moei.linkage.names.letters.LetterModel;
import org.moei.linkage.names.letters.LetterModels;
import org.moei.linkage.names.letters.SpellingModel;
import org.moei.linkage.names.letters.Units;

/** What a token needs to be compared with other scripts; made on first use, shared by all comparisons of the token. */
final class TokenSpellings {
    private final String normal;
    private final NameScript script;
    private final AtomicReferenceArray<LetterModel.@Nullable Spelling> byModel;
    private volatile double information = Double.NaN;
    private volatile @Nullable HanReadings hanReadings;

    TokenSpellings(String normal, NameScript script) {
        this.normal = normal;
        this.script = script;
        this.byModel = new AtomicReferenceArray<>(script == NameScript.LATIN ? NameScript.values().length : 1);
    }

    /** This token's side of a model: of its own script, or for a Latin token of any. */
    LetterModel.Spelling in(LetterModel model) {
        int at = script == NameScript.LATIN ? model.script().ordinal() : 0;
        LetterModel.Spelling known = byModel.get(at);
        if (known == null) {
            known = script == NameScript.LATIN ? model.latin(normal) : model.nativeSpelling(normal);
            byModel.set(at, known);
        }
        return known;
    }

    /** −ln of how usual the spelling is, in nats: what certain agreement of such a token is worth. */
    double information() {
        double known = information;
        if (Double.isNaN(known)) {
            known = computed();
            information = known;
        }
        return known;
    }

    private double computed() {
        if (script == NameScript.LATIN) {
            SpellingModel latin = LetterModels.latinSpellings();
            return -latin.score(latin.numbers(Units.split(NameScript.LATIN, normal)));
        }
        Optional<LetterModel> model = LetterModels.find(script);
        return model.isPresent() ? in(model.get()).information() : 3.0 * normal.codePointCount(0, normal.length());
    }

    /** Readings of a Han token by the systems of romanisation. */
    HanReadings hanReadings() {
        HanReadings known = hanReadings;
        if (known == null) {
            known = HanReadings.of(normal);
            hanReadings = known;
        }
        return known;
    }
}
