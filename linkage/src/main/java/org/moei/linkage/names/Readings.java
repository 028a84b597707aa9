package org.moei.linkage.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.moei.linkage.names.letters.LetterModel;
import org.moei.linkage.names.letters.LetterModels;

/** Latin readings of a token, by script. */
final class Readings {
    private static final int MOST = 5;

    private Readings() {}

    static List<Reading> of(NameToken token) {
        if (token.script() == NameScript.LATIN) {
            return List.of(new Reading(token.normal(), ReadingSource.AS_WRITTEN, 1));
        }
        List<Reading> readings = new ArrayList<>();
        if (token.role() == TokenRole.INITIAL && !Words.letterNamed(token.normal()).isEmpty()) {
            return List.of(new Reading(Words.letterNamed(token.normal()), ReadingSource.LETTER_TABLE, 1));
        }
        if (token.script() == NameScript.HAN) {
            readings.addAll(token.spellings().hanReadings().readings());
        }
        Optional<LetterModel> model = LetterModels.find(token.script());
        if (model.isPresent()) {
            for (LetterModel.Decoded decoded : model.get().decode(token.spellings().in(model.get()), MOST)) {
                if (readings.stream().noneMatch(r -> r.latin().equals(decoded.latin()))) {
                    readings.add(new Reading(decoded.latin(), ReadingSource.LETTER_TABLE, (float) Math.exp(decoded.weight())));
                }
            }
        }
        return List.copyOf(readings);
    }
}
