package org.moei.console.layout;

/**
 * A text as somebody wrote it.
 *
 * @param language BCP 47, or empty where not known
 * @param direction {@code ltr}, {@code rtl} or {@code auto}
 */
public record Written(String text, String language, String direction) {
    public static Written latin(String text) {
        return new Written(text, "", "ltr");
    }

    /** Language and direction guessed from the script of the first letter, where the source names none. */
    public static Written of(String text) {
        int letter = text.codePoints().filter(Character::isLetter).findFirst().orElse('a');
        return switch (Character.UnicodeScript.of(letter)) {
            case MYANMAR -> new Written(text, "my", "ltr");
            case THAI -> new Written(text, "th", "ltr");
            case LAO -> new Written(text, "lo", "ltr");
            case KHMER -> new Written(text, "km", "ltr");
            case ETHIOPIC -> new Written(text, "am", "ltr");
            case HAN -> new Written(text, "zh-Hans", "ltr");
            case ARABIC -> new Written(text, "ur", "rtl");
            case DEVANAGARI -> new Written(text, "hi", "ltr");
            case BENGALI -> new Written(text, "bn", "ltr");
            case SINHALA -> new Written(text, "si", "ltr");
            case TAMIL -> new Written(text, "ta", "ltr");
            case HANGUL -> new Written(text, "ko", "ltr");
            case HIRAGANA, KATAKANA -> new Written(text, "ja", "ltr");
            default -> new Written(text, "", "auto");
        };
    }

    /** The same with the language that a source named, e.g. traditional Han or Tigrinya. */
    public static Written of(String text, String language) {
        Written guessed = of(text);
        return language.isEmpty() ? guessed : new Written(text, language, guessed.direction);
    }

    /** Nastaliq is the hand of Urdu headlines. */
    public boolean isUrdu() {
        return language.equals("ur");
    }
}
