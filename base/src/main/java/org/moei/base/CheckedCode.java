package org.moei.base;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes as characters that somebody copies from paper by hand: numbered lines of thirty characters in groups of five, each
 * with two check characters at its end, so that a slip is found in its line.
 *
 * <pre>
 * 01 4ZK7Q 0C9TM 3W1PX 8RJ2V D5N6A 7HEYG KM
 * </pre>
 *
 * The alphabet is Crockford's base 32: no I, L, O, U; these are read as 1, 1, 0 and refused. Check characters are ten bits of SHA-256 over
 * the line's number and characters; four bytes of SHA-256 over the whole stand at the end of the content.
 */
public final class CheckedCode {
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LINE = 30;
    private static final int GROUP = 5;
    private static final int SUM = 4;
    private static final int MAXIMUM = 2_000;
    private static final Pattern CODE_LINE = Pattern.compile("^\\s*([0-9OIL]{2})((?:[ \\t]+[0-9A-Z]{1,5}){2,7})\\s*$");

    private CheckedCode() {}

    /** The lines of a content of at most 2,000 bytes. */
    public static List<String> lines(byte[] content) {
        if (content.length > MAXIMUM) {
            throw new IllegalArgumentException("A content of " + content.length + " bytes is too long to be copied by hand.");
        }
        byte[] all = Arrays.copyOf(content, content.length + SUM);
        System.arraycopy(sha256(content), 0, all, content.length, SUM);
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte b : all) {
            held = held << 8 | b & 0xFF;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(LETTERS.charAt(held >> bits & 31));
            }
            held &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(LETTERS.charAt(held << (5 - bits) & 31));
        }
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < text.length(); at += LINE) {
            String characters = text.substring(at, Math.min(text.length(), at + LINE));
            lines.add(line(lines.size() + 1, characters));
        }
        return lines;
    }

    private static String line(int number, String characters) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%02d", number));
        for (int at = 0; at < characters.length(); at += GROUP) {
            line.append(' ').append(characters, at, Math.min(characters.length(), at + GROUP));
        }
        return line.append(' ').append(check(number, characters)).toString();
    }

    private static String check(int number, String characters) {
        byte[] sum = sha256((number + ":" + characters).getBytes(StandardCharsets.US_ASCII));
        return "" + LETTERS.charAt(sum[0] & 31) + LETTERS.charAt(sum[1] & 31);
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    /**
     * Reads what {@link #lines} gave, out of a text with anything around it, in any case, its lines in any order.
     *
     * @throws ProblemException {@code code} which names the line that is wrong or missing
     */
    public static byte[] read(String text) {
        Map<Integer, String> found = new TreeMap<>();
        for (String each : text.lines().toList()) {
            Matcher matcher = CODE_LINE.matcher(each.toUpperCase(Locale.ROOT));
            if (!matcher.matches()) {
                continue;
            }
            int number = Integer.parseInt(digits(matcher.group(1)));
            String all = digits(matcher.group(2).replaceAll("\\s", ""));
            String characters = all.substring(0, all.length() - 2);
            if (!check(number, characters).equals(all.substring(all.length() - 2)) || found.put(number, characters) != null) {
                throw wrong("Line " + number + " of the code was not copied right, or stands twice.");
            }
        }
        for (int number = 1; number <= found.size(); number++) {
            if (!found.containsKey(number) || number < found.size() && found.get(number).length() != LINE) {
                throw wrong("Line " + number + " of the code is missing or too short.");
            }
        }
        return bytes(String.join("", found.values()));
    }

    private static String digits(String copied) {
        return copied.replace('O', '0').replace('I', '1').replace('L', '1');
    }

    private static byte[] bytes(String characters) {
        ByteBuffer out = ByteBuffer.allocate(characters.length() * 5 / 8);
        int bits = 0;
        int held = 0;
        for (int i = 0; i < characters.length(); i++) {
            int value = LETTERS.indexOf(characters.charAt(i));
            if (value < 0) {
                throw wrong("The code holds a character that no code has (" + characters.charAt(i) + ").");
            }
            held = held << 5 | value;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                out.put((byte) (held >> bits));
                held &= (1 << bits) - 1;
            }
        }
        byte[] all = out.array();
        byte[] content = Arrays.copyOf(all, Math.max(0, all.length - SUM));
        if (all.length < SUM || !Arrays.equals(Arrays.copyOfRange(all, content.length, all.length), Arrays.copyOf(sha256(content), SUM))) {
            throw wrong("The code is not whole: a line at its end is missing.");
        }
        return content;
    }

    private static ProblemException wrong(String message) {
        return Problem.of(Problem.Kind.WRONG_USE, "code", message).withAdvice("compare it with the paper, group by group.").asException();
    }
}
