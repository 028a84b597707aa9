package org.moei.indicators.scam;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.moei.indicators.internal.codec.Base32;
import org.moei.indicators.internal.codec.Base58;
import org.moei.indicators.internal.codec.Bech32;
import org.moei.indicators.internal.codec.Checksums;
import org.moei.indicators.internal.codec.Keccak;

/** Addresses, hashes and payloads that nobody owns: the digest of a name, in each scheme's form with its checksum. */
final class MadeValues {
    private MadeValues() {}

    /** The value for a placeholder such as {@code tron:a}, {@code btc-bad:b} or {@code emv-vietqr:970407:190312}. */
    static String of(String placeholder) {
        String[] parts = placeholder.split(":", 2);
        String name = parts[1];
        return switch (parts[0]) {
            case "tron" -> base58(0x41, name);
            case "tron-bad" -> broken(base58(0x41, name));
            case "btc" -> base58(0, name);
            case "btc-bad" -> broken(base58(0, name));
            case "btc-p2sh" -> base58(5, name);
            case "btc-segwit" -> segwit("bc", 0, bytes(name, 20));
            case "btc-taproot" -> segwit("bc", 1, bytes(name, 32));
            case "ltc" -> base58(0x30, name);
            case "ltc-segwit" -> segwit("ltc", 0, bytes(name, 20));
            case "doge" -> base58(0x1e, name);
            case "dash" -> base58(0x4c, name);
            case "zcash" -> Base58.BITCOIN.encodeChecked(joined(new byte[] {0x1c, (byte) 0xb8}, bytes(name, 20)));
            case "xrp" -> Base58.RIPPLE.encodeChecked(joined(new byte[] {0}, bytes(name, 20)));
            case "bch" -> Bech32.encodeCash(Bech32.fiveBits(joined(new byte[] {0}, bytes(name, 20))));
            case "eth" -> ethereum(name);
            case "eth-hex" -> ethereum(name).substring(2).toLowerCase(Locale.ROOT);
            case "eth-lower" -> ethereum(name).toLowerCase(Locale.ROOT);
            case "eth-bad" -> swappedCase(ethereum(name));
            case "solana" -> Base58.BITCOIN.encode(bytes(name, 32));
            case "monero" -> monero(18, name);
            case "monero-sub" -> monero(42, name);
            case "cardano" -> Bech32.encode("addr", Bech32.fiveBits(joined(new byte[] {1}, bytes(name, 56))), Bech32.Kind.BECH32);
            case "stellar" -> stellar(name);
            case "ton" -> ton(name);
            case "ton-raw" -> "0:" + HexFormat.of().formatHex(bytes(name, 32));
            case "onion" -> onion(name);
            case "md5" -> hex(name, 16);
            case "sha1" -> hex(name, 20);
            case "sha256", "txhash-plain" -> hex(name, 32);
            case "txhash" -> "0x" + hex(name, 32);
            case "sha512" -> hex(name, 64);
            case "thaiid" -> thaiId(name, 0);
            case "thaiid-bad" -> thaiId(name, 1);
            case "emv-promptpay" -> emv(tlv("29", tlv("00", "A000000677010111") + tlv("01", name)), "TH", "764");
            case "emv-khqr" -> emv(tlv("29", tlv("00", name)), "KH", "116");
            case "emv-qris" -> emv(tlv("51", tlv("00", "ID.CO.QRIS.WWW") + tlv("02", "ID1020304050607")), "ID", "360");
            case "emv-pix" -> emv(tlv("26", tlv("00", "br.gov.bcb.pix") + tlv("01", name)), "BR", "986");
            case "emv-vietqr" -> emv(tlv("38", tlv("00", "A000000727") + tlv("01", tlv("00", name.split(":")[0]) + tlv("01", name.split(":")[1]))
                    + tlv("02", "QRIBFTTA")), "VN", "704");
            default -> throw new IllegalArgumentException("The placeholder (" + placeholder + ") is unknown.");
        };
    }

    private static String base58(int version, String name) {
        return Base58.BITCOIN.encodeChecked(joined(new byte[] {(byte) version}, bytes(name, 20)));
    }

    private static String segwit(String human, int version, byte[] program) {
        return Bech32.encode(human, joined(new byte[] {(byte) version}, Bech32.fiveBits(program)), version == 0 ? Bech32.Kind.BECH32 : Bech32.Kind.BECH32M);
    }

    private static String broken(String address) {
        int at = address.length() - 3;
        char other = address.charAt(at) == 'z' ? 'x' : 'z';
        return address.substring(0, at) + other + address.substring(at + 1);
    }

    private static String ethereum(String name) {
        String lower = hex(name, 20);
        byte[] ascii = lower.getBytes(StandardCharsets.US_ASCII);
        String sum = HexFormat.of().formatHex(Keccak.digest(ascii, 0, ascii.length));
        StringBuilder text = new StringBuilder("0x");
        for (int i = 0; i < 40; i++) {
            char c = lower.charAt(i);
            text.append(sum.charAt(i) >= '8' ? Character.toUpperCase(c) : c);
        }
        return text.toString();
    }

    private static String swappedCase(String address) {
        StringBuilder text = new StringBuilder("0x");
        for (char c : address.substring(2).toCharArray()) {
            text.append(Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
        }
        return text.toString();
    }

    private static String monero(int network, String name) {
        byte[] body = joined(new byte[] {(byte) network}, bytes(name, 64));
        byte[] all = joined(body, Arrays.copyOf(Keccak.digest(body, 0, body.length), 4));
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < all.length; at += 8) {
            byte[] block = Arrays.copyOfRange(all, at, Math.min(all.length, at + 8));
            String digits = Base58.BITCOIN.encode(block);
            while (!digits.isEmpty() && digits.charAt(0) == '1') {
                digits = digits.substring(1);
            }
            text.repeat('1', (block.length == 8 ? 11 : 7) - digits.length()).append(digits);
        }
        return text.toString();
    }

    private static String stellar(String name) {
        byte[] body = joined(new byte[] {6 << 3}, bytes(name, 32));
        int crc = Checksums.crc16(body, 0, body.length, 0);
        return Base32.encode(joined(body, new byte[] {(byte) crc, (byte) (crc >> 8)}));
    }

    private static String ton(String name) {
        byte[] body = joined(new byte[] {0x11, 0}, bytes(name, 32));
        int crc = Checksums.crc16(body, 0, body.length, 0);
        return Base64.getUrlEncoder().encodeToString(joined(body, new byte[] {(byte) (crc >> 8), (byte) crc}));
    }

    private static String onion(String name) {
        byte[] key = bytes(name, 32);
        byte[] sum = digest("SHA3-256", joined(joined(".onion checksum".getBytes(StandardCharsets.US_ASCII), key), new byte[] {3}));
        return Base32.encode(joined(key, new byte[] {sum[0], sum[1], 3})).toLowerCase(Locale.ROOT);
    }

    private static String thaiId(String name, int wrong) {
        StringBuilder digits = new StringBuilder("3");
        for (byte b : bytes(name, 11)) {
            digits.append((b & 0xff) % 10);
        }
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (digits.charAt(i) - '0') * (13 - i);
        }
        return digits.append(((11 - sum % 11) % 10 + wrong) % 10).toString();
    }

    private static String tlv(String tag, String value) {
        return tag + String.format(Locale.ROOT, "%02d", value.length()) + value;
    }

    private static String emv(String account, String country, String currency) {
        String body = tlv("00", "01") + tlv("01", "11") + account + tlv("52", "5999") + tlv("53", currency) + tlv("58", country) + tlv("59", "CONTOH")
                + tlv("60", "CITY") + "6304";
        byte[] ascii = body.getBytes(StandardCharsets.US_ASCII);
        return body + String.format(Locale.ROOT, "%04X", Checksums.crc16(ascii, 0, ascii.length, 0xffff));
    }

    private static String hex(String name, int length) {
        return HexFormat.of().formatHex(bytes(name, length));
    }

    private static byte[] bytes(String name, int length) {
        return Arrays.copyOf(digest("SHA-512", ("moei scam messages, " + name).getBytes(StandardCharsets.UTF_8)), length);
    }

    private static byte[] digest(String algorithm, byte[] data) {
        try {
            return MessageDigest.getInstance(algorithm).digest(data);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] out = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, out, a.length, b.length);
        return out;
    }
}
