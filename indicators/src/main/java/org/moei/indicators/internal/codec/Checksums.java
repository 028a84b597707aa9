package org.moei.indicators.internal.codec;

/** The small checksums: Luhn, ISO 7064 mod 97, CRC-16 in its two uses here, and the national numbers that carry check digits. */
public final class Checksums {
    private Checksums() {}

    /** Luhn's formula (ISO/IEC 7812-1, annex B) over a text of ASCII digits. */
    public static boolean luhn(CharSequence digits) {
        int sum = 0;
        boolean twice = false;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int digit = digits.charAt(i) - '0';
            if (twice) {
                digit *= 2;
                sum += digit > 9 ? digit - 9 : digit;
            } else {
                sum += digit;
            }
            twice = !twice;
        }
        return sum % 10 == 0;
    }

    /** ISO 13616: the rearranged number modulo 97 is 1. Upper-case letters and digits only, at least five. */
    public static boolean iban(CharSequence iban) {
        int rest = 0;
        int length = iban.length();
        for (int i = 0; i < length; i++) {
            char c = iban.charAt((i + 4) % length);
            rest = c <= '9' ? (rest * 10 + c - '0') % 97 : (rest * 100 + c - 'A' + 10) % 97;
        }
        return rest == 1;
    }

    /** CRC-16 with polynomial 0x1021: initial 0xFFFF for EMVCo QR payloads, 0 for Stellar and TON. */
    public static int crc16(byte[] data, int from, int to, int initial) {
        int crc = initial;
        for (int i = from; i < to; i++) {
            crc ^= (data[i] & 0xff) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) != 0 ? (crc << 1) ^ 0x1021 : crc << 1;
            }
        }
        return crc & 0xffff;
    }

    /** The Thai national id: thirteen digits, the last is 11 minus the weighted sum modulo 11. */
    public static boolean thaiId(CharSequence digits) {
        if (digits.length() != 13) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (digits.charAt(i) - '0') * (13 - i);
        }
        return (11 - sum % 11) % 10 == digits.charAt(12) - '0';
    }

    /** The Brazilian CPF: eleven digits, two check digits modulo 11, not all equal. */
    public static boolean cpf(CharSequence digits) {
        if (digits.length() != 11 || digits.chars().distinct().count() == 1) {
            return false;
        }
        for (int check = 9; check < 11; check++) {
            int sum = 0;
            for (int i = 0; i < check; i++) {
                sum += (digits.charAt(i) - '0') * (check + 1 - i);
            }
            int rest = sum * 10 % 11 % 10;
            if (rest != digits.charAt(check) - '0') {
                return false;
            }
        }
        return true;
    }
}
