package org.moei.console.layout;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of the pages, whole sentences from one message file. Patterns are ICU's ({@code {0, plural, one {# person} other {# people}}}).
 * A missing key stands in the page as it is, and a test finds it before anybody sees it.
 */
public final class Texts {
    private static final ULocale LOCALE = ULocale.UK;
    private static final Texts ENGLISH = read("texts.properties");

    private final Properties patterns;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    private Texts(Properties patterns) {
        this.patterns = patterns;
    }

    public static Texts english() {
        return ENGLISH;
    }

    private static Texts read(String file) {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Texts.class.getResourceAsStream("/org/moei/console/" + file)), StandardCharsets.UTF_8)) {
            Properties read = new Properties();
            read.load(reader);
            return new Texts(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sentence with its arguments; plain text, to be escaped by the template. */
    public String of(String key, Object... arguments) {
        String pattern = patterns.getProperty(key);
        if (pattern == null) {
            return key;
        }
        if (pattern.indexOf('{') < 0) {
            return pattern;
        }
        MessageFormat format = formats.computeIfAbsent(key, k -> new MessageFormat(pattern, LOCALE));
        return ((MessageFormat) format.clone()).format(arguments);
    }

    /** The sentence with the markup of the message file; arguments that are not numbers are escaped here. */
    public String rich(String key, Object... arguments) {
        Object[] safe = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            safe[i] = arguments[i] instanceof Number ? arguments[i] : escape(String.valueOf(arguments[i]));
        }
        return of(key, safe);
    }

    public boolean has(String key) {
        return patterns.containsKey(key);
    }

    public Set<String> keys() {
        return patterns.stringPropertyNames();
    }

    /** With thousands separators. */
    public static String number(long value) {
        return NumberFormat.getIntegerInstance(LOCALE).format(value);
    }

    /** For text in elements and in double-quoted attributes. */
    public static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&#34;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }
}
