package org.moei.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/security.md names no test that is not there, no requirement twice, and says how much is open. */
class SecurityPageTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern ROW = Pattern.compile("^\\| (\\d+\\.\\d+\\.\\d+) \\| (\\w+) \\| (.*) \\|$", Pattern.MULTILINE);
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*Test)(?:\\.(\\w+))?`");

    @Test
    void everyTestThatIsNamedExistsAndWhatIsOpenIsCounted() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/security.md"));
        Map<String, String> tests = tests();
        Map<String, Integer> counts = new TreeMap<>();
        List<String> seen = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        Matcher row = ROW.matcher(page);
        while (row.find()) {
            seen.add(row.group(1));
            counts.merge(row.group(2), 1, Integer::sum);
            Matcher named = NAMED.matcher(row.group(3));
            boolean any = false;
            while (named.find()) {
                any = true;
                String source = tests.getOrDefault(named.group(1), "");
                if (source.isEmpty() || named.group(2) != null && !source.contains("void " + named.group(2) + "(")) {
                    missing.add(row.group(1) + ": " + named.group());
                }
            }
            if (row.group(2).equals("test") && !any) {
                missing.add(row.group(1) + " names no test");
            }
        }
        assertThat(missing).isEmpty();
        assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThan(60);
        assertThat(counts.keySet()).isSubsetOf("open", "reason", "test");
        System.out.println("ASVS 5.0.0 requirements gone through: " + seen.size() + " " + counts);
    }

    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file : files.filter(f -> f.toString().endsWith("Test.java") && f.toString().contains("/src/test/")).toList()) {
                tests.put(file.getFileName().toString().replace(".java", ""), Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return tests;
    }
}
