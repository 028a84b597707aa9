package org.moei.indicators.internal.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import org.moei.indicators.IndicatorType;

/** Which chain an address belongs to, decided by its version bytes and checksum. */
public final class Wallets {
    /** An address in its normal form. */
    public record Wallet(IndicatorType type, String value) {}

    private Wallets() {}

    /** The wallet of a run of letters and digits; empty where no checksum holds. */
    public static Optional<Wallet> of(String text) {
        int length = text.length();
        if (length < 25 || length > 300) {
            return Optional.empty();
        }
        char first = text.charAt(0);
        if (first == '0') {
            return ethereum(text);
        }
        Optional<Wallet> segwit = bech32(text);
        if (segwit.isPresent()) {
            return segwit;
        }
        if (length == 56 && first == 'G' || length == 69 && first == 'M') {
            return stellar(text);
        }
        if ((first == '4' || first == '8') && (length == 95 || length == 106)) {
            return monero(text);
        }
        if (length == 42 && (first == 'q' || first == 'p' || first == 'Q' || first == 'P') && Bech32.cashHolds(text)) {
            return Optional.of(new Wallet(IndicatorType.BITCOINCASH, text.toLowerCase(Locale.ROOT)));
        }
        if (length <= 36) {
            Optional<Wallet> checked = base58(text, first);
            if (checked.isPresent()) {
                return checked;
            }
        }
        if (first == 'r' && length <= 35) {
            return Base58.RIPPLE.decodeChecked(text).filter(b -> b.length == 21 && b[0] == 0).map(b -> new Wallet(IndicatorType.RIPPLE, text));
        }
        if (first == 'X' && length == 47) {
            return Base58.RIPPLE.decodeChecked(text).filter(b -> b.length == 31 && b[0] == 5 && b[1] == 0x44).map(b -> new Wallet(IndicatorType.RIPPLE, text));
        }
        if (length > 50 && length < 120 && (text.startsWith("Ddz") || text.startsWith("Ae2"))) {
            return byron(text);
        }
        return length >= 32 && length <= 44 && isMixed(text) ? solana(text) : Optional.empty();
    }

    private static Optional<Wallet> base58(String text, char first) {
        if ("13LM9ADX7Tt".indexOf(first) < 0) {
            return Optional.empty();
        }
        byte[] bytes = Base58.BITCOIN.decodeChecked(text).orElse(new byte[0]);
        if (bytes.length == 22 && (bytes[0] & 0xff) == 0x1c && ((bytes[1] & 0xff) == 0xb8 || (bytes[1] & 0xff) == 0xbd)) {
            return Optional.of(new Wallet(IndicatorType.ZCASH, text));
        }
        if (bytes.length != 21) {
            return Optional.empty();
        }
        return switch (bytes[0] & 0xff) {
            case 0x00, 0x05 -> Optional.of(new Wallet(IndicatorType.BITCOIN, text));
            case 0x30, 0x32 -> Optional.of(new Wallet(IndicatorType.LITECOIN, text));
            case 0x1e, 0x16 -> Optional.of(new Wallet(IndicatorType.DOGECOIN, text));
            case 0x4c, 0x10 -> Optional.of(new Wallet(IndicatorType.DASH, text));
            case 0x41 -> Optional.of(new Wallet(IndicatorType.TRON, text));
            default -> Optional.empty();
        };
    }

    private static Optional<Wallet> bech32(String text) {
        int one = text.lastIndexOf('1');
        if (one < 1 || one > 12) {
            return Optional.empty();
        }
        String human = text.substring(0, one).toLowerCase(Locale.ROOT);
        IndicatorType type = switch (human) {
            case "bc" -> IndicatorType.BITCOIN;
            case "ltc" -> IndicatorType.LITECOIN;
            case "addr", "stake" -> IndicatorType.CARDANO;
            case "zs", "u" -> IndicatorType.ZCASH;
            default -> null;
        };
        if (type == null) {
            return Optional.empty();
        }
        Bech32.Kind kind = Bech32.check(text);
        boolean holds = switch (human) {
            case "bc", "ltc" -> text.length() <= 90 && kind == (Bech32.firstDigit(text) == 0 ? Bech32.Kind.BECH32 : Bech32.Kind.BECH32M) && Bech32.firstDigit(text) <= 16;
            case "u" -> kind == Bech32.Kind.BECH32M && text.length() > 60;
            default -> kind == Bech32.Kind.BECH32;
        };
        return holds ? Optional.of(new Wallet(type, text.toLowerCase(Locale.ROOT))) : Optional.empty();
    }

    /** 0x and forty hex digits; in mixed case they must be those of EIP-55. */
    private static Optional<Wallet> ethereum(String text) {
        if (text.length() != 42 || text.charAt(1) != 'x' && text.charAt(1) != 'X' || !isHex(text, 2)) {
            return Optional.empty();
        }
        String digits = text.substring(2);
        String right = eip55(digits.toLowerCase(Locale.ROOT));
        boolean plain = digits.equals(digits.toLowerCase(Locale.ROOT)) || digits.equals(digits.toUpperCase(Locale.ROOT));
        return plain || digits.equals(right) ? Optional.of(new Wallet(IndicatorType.ETHEREUM, "0x" + right)) : Optional.empty();
    }

    private static String eip55(String lower) {
        byte[] ascii = lower.getBytes(StandardCharsets.US_ASCII);
        String sum = HexFormat.of().formatHex(Keccak.digest(ascii, 0, ascii.length));
        StringBuilder out = new StringBuilder(40);
        for (int i = 0; i < 40; i++) {
            out.append(sum.charAt(i) >= '8' ? Character.toUpperCase(lower.charAt(i)) : lower.charAt(i));
        }
        return out.toString();
    }

    private static Optional<Wallet> stellar(String text) {
        byte[] bytes = Base32.decode(text).orElse(new byte[0]);
        if (bytes.length < 35 || !text.equals(text.toUpperCase(Locale.ROOT)) || (bytes[0] & 0xff) != (text.length() == 56 ? 6 << 3 : 12 << 3)) {
            return Optional.empty();
        }
        int body = bytes.length - 2;
        int crc = Checksums.crc16(bytes, 0, body, 0);
        return crc == ((bytes[body] & 0xff) | (bytes[body + 1] & 0xff) << 8) ? Optional.of(new Wallet(IndicatorType.STELLAR, text)) : Optional.empty();
    }

    /** Monero's Base58 goes block by block: eleven characters are eight bytes; the last four bytes are the start of a Keccak digest. */
    private static Optional<Wallet> monero(String text) {
        int blocks = text.length() / 11;
        int rest = text.length() % 11;
        byte[] all = new byte[blocks * 8 + (rest == 0 ? 0 : 5)];
        for (int i = 0; i <= blocks; i++) {
            int size = i < blocks ? 8 : rest == 0 ? 0 : 5;
            if (size == 0) {
                break;
            }
            byte[] block = Base58.BITCOIN.decode(text.substring(i * 11, Math.min(text.length(), i * 11 + 11))).orElse(new byte[0]);
            int used = 0;
            while (used < block.length && block[used] == 0) {
                used++;
            }
            if (block.length == 0 || block.length - used > size) {
                return Optional.empty();
            }
            System.arraycopy(block, used, all, i * 8 + size - (block.length - used), block.length - used);
        }
        int network = all[0] & 0xff;
        if (network != 18 && network != 19 && network != 42) {
            return Optional.empty();
        }
        byte[] sum = Keccak.digest(all, 0, all.length - 4);
        return Arrays.equals(sum, 0, 4, all, all.length - 4, all.length) ? Optional.of(new Wallet(IndicatorType.MONERO, text)) : Optional.empty();
    }

    /** Cardano's older addresses: CBOR of an array with a tagged byte string and its CRC-32, in Base58. */
    private static Optional<Wallet> byron(String text) {
        byte[] b = Base58.BITCOIN.decode(text).orElse(new byte[0]);
        if (b.length < 12 || (b[0] & 0xff) != 0x82 || (b[1] & 0xff) != 0xd8 || b[2] != 0x18 || (b[3] & 0xff) != 0x58) {
            return Optional.empty();
        }
        int length = b[4] & 0xff;
        int at = 5 + length;
        if (at + 5 > b.length || (b[at] & 0xff) != 0x1a) {
            return Optional.empty();
        }
        CRC32 crc = new CRC32();
        crc.update(b, 5, length);
        long kept = (b[at + 1] & 0xffL) << 24 | (b[at + 2] & 0xff) << 16 | (b[at + 3] & 0xff) << 8 | b[at + 4] & 0xff;
        return crc.getValue() == kept ? Optional.of(new Wallet(IndicatorType.CARDANO, text)) : Optional.empty();
    }

    /** TON's user-friendly form: 48 characters of base64 or base64url with a CRC-16. */
    public static boolean ton(String text) {
        if (text.length() != 48) {
            return false;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text.replace('+', '-').replace('/', '_'));
            int tag = bytes[0] & 0x7f;
            return (tag == 0x11 || tag == 0x51) && (bytes[1] == 0 || bytes[1] == -1)
                    && Checksums.crc16(bytes, 0, 34, 0) == ((bytes[34] & 0xff) << 8 | bytes[35] & 0xff);
        } catch (IllegalArgumentException broken) {
            return false;
        }
    }

    /** A public key of 32 bytes; there is no checksum. */
    private static Optional<Wallet> solana(String text) {
        return Base58.BITCOIN.decode(text).filter(b -> b.length == 32).map(b -> new Wallet(IndicatorType.SOLANA, text));
    }

    /** A Solana transaction's signature: 64 bytes. */
    public static boolean isSignature(String text) {
        return text.length() >= 86 && text.length() <= 88 && isMixed(text) && Base58.BITCOIN.decode(text).filter(b -> b.length == 64).isPresent();
    }

    private static boolean isMixed(String text) {
        int digits = 0;
        int upper = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits += c <= '9' ? 1 : 0;
            upper += c >= 'A' && c <= 'Z' ? 1 : 0;
        }
        return digits > 0 && upper > 3 && text.length() - digits - upper > 3;
    }

    public static boolean isHex(CharSequence text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return from < text.length();
    }
}
