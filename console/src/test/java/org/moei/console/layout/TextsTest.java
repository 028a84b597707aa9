package org.moei.console.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Pattern KEY = Pattern.compile("\\.(?:t|rich|view)\\((?:\\d+, )?(?:\"[a-z-]+/[a-z-]+\", )?\"([a-z][a-z0-9.-]*)\"(?=[,)])");
    private static final Pattern PREFIX = Pattern.compile("\"([a-z][a-z0-9-]*[.-](?:[a-z0-9-]+\\.)*)\" \\+");

    private static List<String> sources() {
        try (Stream<Path> files = Stream.concat(Files.walk(Path.of("src/main/jte")), Files.walk(Path.of("src/main/java")))) {
            return files.filter(f -> f.toString().matches(".*\\.(jte|java)")).map(TextsTest::text).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyTextThatAPageNamesIsInTheMessageFile() {
        Set<String> missing = new TreeSet<>();
        for (String source : sources()) {
            Matcher key = KEY.matcher(source);
            while (key.find()) {
                if (!Texts.english().has(key.group(1))) {
                    missing.add(key.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyTextInTheMessageFileIsNamedByAPage() {
        String all = String.join("\n", sources());
        Set<String> prefixes = new TreeSet<>();
        Matcher prefix = PREFIX.matcher(all);
        while (prefix.find()) {
            prefixes.add(prefix.group(1));
        }
        assertThat(Texts.english().keys())
                .allMatch(key -> all.contains("\"" + key + "\"") || prefixes.stream().anyMatch(key::startsWith));
    }

    @Test
    void argumentsAreEscapedInSentencesWithMarkup() {
        assertThat(Texts.english().rich("layout.name-and-role", "<b>x</b>", "\"'&")).isEqualTo("&lt;b&gt;x&lt;/b&gt; · &#34;&#39;&amp;");
    }

    @Test
    void numbersHaveThousandsSeparators() {
        assertThat(Texts.number(7141)).isEqualTo("7,141");
    }
}
