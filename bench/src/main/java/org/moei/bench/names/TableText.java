package org.moei.bench.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.moei.linkage.names.letters.EmissionTable;
import org.moei.linkage.names.letters.LetterTableText;
import org.moei.linkage.names.letters.Vocabulary;

/** From the fit's probabilities to the table that ships, by way of its text form, so that what is measured is what is read. */
final class TableText {
    private TableText() {}

    static EmissionTable table(Vocabulary source, Vocabulary chunks, int longest, List<Map<Long, double[][]>> levels, float floor, double least) {
        List<String> lines = new ArrayList<>();
        for (int level = 0; level < levels.size(); level++) {
            for (Map.Entry<Long, double[][]> context : new TreeMap<>(levels.get(level)).entrySet()) {
                Map<String, Double> weights = new HashMap<>();
                double[][] p = context.getValue();
                for (int i = 0; i < p[0].length; i++) {
                    if (p[1][i] >= (level == 0 ? least / 8 : least)) {
                        weights.put(chunks.text((int) p[0][i]), Math.log(p[1][i]));
                    }
                }
                lines.add(LetterTableText.line(source, context.getKey(), level, weights));
            }
        }
        return LetterTableText.emissions(lines, longest, floor);
    }
}
