package org.moei.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CheckedCodeTest {
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private final Random random = new Random(20250212);

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    @Test
    void whatWasPrintedIsReadAgainWhateverStandsAroundItAndInWhichCaseAndOrder() {
        for (int length = 0; length < 200; length++) {
            byte[] content = bytes(length);
            List<String> lines = new ArrayList<>(CheckedCode.lines(content));
            Collections.shuffle(lines, random);
            String text = "Keep this sheet.\n\n" + String.join("\n   ", lines).toLowerCase(Locale.ROOT).replace('0', 'o') + "\n2 sheets were printed\n";
            assertThat(CheckedCode.read(text)).as("%d bytes", length).isEqualTo(content);
        }
    }

    @Test
    void aWrongCharacterIsFoundInItsLine() {
        List<String> lines = CheckedCode.lines(bytes(100));
        int found = 0;
        int tried = 0;
        for (int round = 0; round < 2_000; round++) {
            int line = random.nextInt(lines.size());
            StringBuilder text = new StringBuilder(lines.get(line));
            int at = 3 + random.nextInt(text.length() - 3);
            char other = LETTERS.charAt(random.nextInt(32));
            if (text.charAt(at) == ' ' || text.charAt(at) == other) {
                continue;
            }
            tried++;
            text.setCharAt(at, other);
            List<String> changed = new ArrayList<>(lines);
            changed.set(line, text.toString());
            assertThatThrownBy(() -> CheckedCode.read(String.join("\n", changed))).isInstanceOf(ProblemException.class);
            try {
                CheckedCode.read(String.join("\n", changed));
            } catch (ProblemException e) {
                found += e.problem().message().startsWith("Line " + (line + 1) + " ") ? 1 : 0;
            }
        }
        assertThat(found).as("nearly all are named by their line, the rest by the sum over all").isGreaterThan(tried * 98 / 100);
    }

    @Test
    void aLineThatIsMissingOrOfAnotherSheetIsFound() {
        List<String> lines = CheckedCode.lines(bytes(100));
        List<String> other = CheckedCode.lines(bytes(100));
        for (int i = 0; i < lines.size(); i++) {
            List<String> without = new ArrayList<>(lines);
            without.remove(i);
            assertThatThrownBy(() -> CheckedCode.read(String.join("\n", without))).isInstanceOf(ProblemException.class);
            List<String> mixed = new ArrayList<>(lines);
            mixed.set(i, other.get(i));
            assertThatThrownBy(() -> CheckedCode.read(String.join("\n", mixed))).isInstanceOf(ProblemException.class);
        }
    }
}
