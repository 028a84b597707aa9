package org.moei.gate.answer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An answer that says the same whether or not somebody is there: its words are chosen by what was asked for, its time by when it was asked, and its size
 * is fixed. Nothing here can look anybody up.
 */
public enum FixedAnswer {
    /** To a family, an embassy, an officer or another agency that asks whether somebody is here. */
    PRESENCE(Duration.ofDays(3), """
            Your question was received.

            We do not confirm to anybody whether a person is or was with us. This answer is the same in
            every case; it means neither yes nor no.

            Everybody who is with us can learn, in private, who asked for them. Whoever wants to be in
            touch gets in touch through us or by themselves. Nobody is asked to, and no service depends
            on it.
            """),

    /** To an investigator who asked for witnesses. */
    WITNESSES(Duration.ofDays(21), """
            The question was received and handled in the usual way.

            If there are people whom it may concern, their own case workers told them of it, in private
            and with counsel beside them. This answer is the same in every case; it does not say whether
            there are any.

            Whoever wants to speak does so through counsel. No other contact is made.
            """);

    /** Size of every answer, in bytes of UTF-8. */
    public static final int SIZE = 1_024;

    private static final int HOUR = 12;

    private final Duration after;
    private final String text;

    FixedAnswer(Duration after, String words) {
        this.after = after;
        this.text = padded(words);
    }

    private static String padded(String words) {
        int length = words.getBytes(StandardCharsets.UTF_8).length;
        if (length > SIZE) {
            throw new IllegalStateException("A fixed answer is longer than its size.");
        }
        return words + " ".repeat(SIZE - length);
    }

    /** The words, padded with spaces to {@link #SIZE} bytes. */
    public String text() {
        return text;
    }

    /** The words as shown. */
    public String words() {
        return text.strip();
    }

    /** When the answer leaves, to the second: noon, Universal Time, so many days after the day of the question. Never sooner, whatever is known. */
    public Instant due(Instant asked) {
        return asked.truncatedTo(ChronoUnit.DAYS).plus(after).plus(HOUR, ChronoUnit.HOURS);
    }
}
