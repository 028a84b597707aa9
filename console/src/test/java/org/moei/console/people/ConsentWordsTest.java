package org.moei.console.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moei.protection.people.Consents;

/** Every language asks the same questions, none in another's words. */
class ConsentWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh", "vi", "hi", "ur", "am", "id", "tl", "sw", "my", "th", "fr"})
    void everyLanguageHasEverySentenceAndEachIsItsOwn(String language) {
        ConsentWords words = ConsentWords.of(language).orElseThrow();
        assertThat(words.keys()).isEqualTo(ConsentWords.english().keys()).containsAll(Consents.ASKED.stream().map(java.util.Map.Entry::getValue).toList());
        Set<String> said = new HashSet<>();
        words.keys().forEach(key -> assertThat(said.add(words.question(key))).as("said twice: %s", key).isTrue());
        if (!language.equals("en")) {
            assertThat(words.keys()).noneMatch(key -> words.question(key).equals(ConsentWords.english().question(key)));
        }
    }

    @Test
    void theThreeLettersOfAListFindTheSameLanguageAndAnUnknownOneNone() {
        assertThat(ConsentWords.of("amh").map(ConsentWords::language)).contains("am");
        assertThat(ConsentWords.of("zh-Hans").map(ConsentWords::language)).contains("zh");
        assertThat(ConsentWords.of("ur").map(ConsentWords::direction)).contains("rtl");
        assertThat(ConsentWords.of("../en")).isEmpty();
        assertThat(ConsentWords.of("xx")).isEmpty();
        assertThat(ConsentWords.of("")).isEmpty();
    }
}
