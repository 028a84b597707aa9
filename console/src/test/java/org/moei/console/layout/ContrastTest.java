package org.moei.console.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** WCAG 2.2, 1.4.3 and 1.4.11: each pair of colours in use, in light and in dark. */
class ContrastTest {
    private static final String PAIRS = """
            ink paper 7 | ink ground 7 | ink sunk 7 | ink-2 paper 4.5 | ink-2 ground 4.5 | ink-2 sunk 4.5
            link paper 4.5 | link ground 4.5 | link sunk 4.5 | edge paper 3 | edge ground 3 | edge sunk 3
            paper ink 7 | attn attn-soft 4.5 | attn paper 4.5 | attn ground 4.5 | attn-edge paper 3 | attn-edge attn-soft 3
            ink attn-soft 7 | ink-2 attn-soft 4.5 | stop stop-soft 4.5 | stop paper 4.5 | ink stop-soft 7 | ink-2 stop-soft 4.5
            unreal unreal-soft 4.5 | unreal paper 4.5 | unreal ground 4.5 | on-unreal unreal-block 4.5 | ink unreal-soft 7
            on-wing protection 4.5 | on-wing protection-2 4.5 | on-wing disruption 4.5 | on-wing disruption-2 4.5
            ink protection-soft 7 | ink-2 protection-soft 4.5 | ink disruption-soft 7 | ink-2 disruption-soft 4.5
            mark protection 3 | mark disruption 3 | link protection-soft 4.5 | link attn-soft 4.5 | link disruption-soft 4.5
            """;

    @Test
    void everyPairInUseCanBeRead() throws IOException {
        String sheet;
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream("/org/moei/console/assets/tokens.css"))) {
            sheet = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Map<String, String> light = tokens(sheet, ":root {");
        Map<String, String> system = tokens(sheet, ":root:not([data-theme=\"light\"]) {");
        Map<String, String> dark = tokens(sheet, ":root[data-theme=\"dark\"] {");
        assertThat(system).as("dark by the system and by the setting").isEqualTo(dark);
        for (String pair : PAIRS.replace("\n", "|").split("\\|")) {
            if (pair.isBlank()) {
                continue;
            }
            String[] part = pair.strip().split(" ");
            double least = Double.parseDouble(part[2]);
            assertThat(ratio(light, part[0], part[1])).as("light %s on %s", part[0], part[1]).isGreaterThanOrEqualTo(least);
            assertThat(ratio(dark, part[0], part[1])).as("dark %s on %s", part[0], part[1]).isGreaterThanOrEqualTo(least);
        }
    }

    private static Map<String, String> tokens(String sheet, String start) {
        String block = sheet.substring(sheet.indexOf(start));
        block = block.substring(0, block.indexOf('}'));
        Map<String, String> found = new HashMap<>();
        Matcher token = Pattern.compile("--([a-z0-9-]+):\\s*(#[0-9a-f]{6})").matcher(block);
        while (token.find()) {
            found.put(token.group(1), token.group(2));
        }
        return found;
    }

    private static double ratio(Map<String, String> tokens, String front, String back) {
        double a = luminance(Objects.requireNonNull(tokens.get(front), front));
        double b = luminance(Objects.requireNonNull(tokens.get(back), back));
        return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    }

    private static double luminance(String hex) {
        double[] weight = {.2126, .7152, .0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double c = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weight[i] * (c <= .04045 ? c / 12.92 : Math.pow((c + .055) / 1.055, 2.4));
        }
        return sum;
    }
}
