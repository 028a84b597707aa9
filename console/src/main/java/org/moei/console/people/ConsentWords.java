package org.moei.console.people;

import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.moei.console.layout.Nations;

/** The questions of consent as they are read out, in the language of the person; one message file for each language. */
public final class ConsentWords {
    private static final Map<String, Optional<ConsentWords>> READ = new ConcurrentHashMap<>();

    private final String language;
    private final Properties words;

    private ConsentWords(String language, Properties words) {
        this.language = language;
        this.words = words;
    }

    /** In English, for whoever asks. */
    public static ConsentWords english() {
        return of("en").orElseThrow();
    }

    /**
     * In a language.
     *
     * @param tag of two or three letters, with or without a script
     * @return empty where nobody has translated them yet
     */
    public static Optional<ConsentWords> of(String tag) {
        return READ.computeIfAbsent(Nations.shortest(tag), ConsentWords::read);
    }

    private static Optional<ConsentWords> read(String language) {
        if (!language.matches("[a-z]{2,3}")) {
            return Optional.empty();
        }
        try (InputStream in = ConsentWords.class.getResourceAsStream("/org/moei/console/consent/" + language + ".properties")) {
            if (in == null) {
                return Optional.empty();
            }
            Properties words = new Properties();
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return Optional.of(new ConsentWords(language, words));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sentence; the keys are those of the English file. */
    public String of(Sentence sentence) {
        return words.getProperty(sentence.key(), sentence.key());
    }

    /** Of a purpose that is asked. */
    public String question(String purpose) {
        return words.getProperty(purpose, purpose);
    }

    public Set<String> keys() {
        return words.stringPropertyNames();
    }

    /** For {@code lang}. */
    public String language() {
        return language;
    }

    /** For {@code dir}. */
    public String direction() {
        return ULocale.forLanguageTag(language).isRightToLeft() ? "rtl" : "ltr";
    }

    /** Sentences beside the questions. */
    public enum Sentence {
        HEAD,
        FREE,
        YES,
        NO,
        KEEP,
        BACK;

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
