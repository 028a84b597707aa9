package org.moei.indicators.internal.find;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.moei.indicators.IndicatorType;
import org.moei.indicators.internal.codec.Checksums;
import org.moei.indicators.internal.text.Chars;

/**
 * The payload of a merchant-presented QR code (EMVCo, version 1.1): tag, length, value, closed by a CRC-16 in tag 63. Inside
 * are the accounts of PromptPay, KHQR, VietQR, QRIS, PIX and others.
 */
record Emvco(int end, String scheme, List<Found> inside) {
    private static final int LONGEST = 1024;

    static @Nullable Emvco read(Page page, int from) {
        int at = from;
        String scheme = "EMVCo";
        List<Found> inside = new ArrayList<>();
        while (at + 4 <= page.length && at < from + LONGEST) {
            int tag = two(page, at);
            int size = two(page, at + 2);
            if (tag < 0 || size < 1 || at + 4 + size > page.length) {
                return null;
            }
            int value = at + 4;
            if (tag == 63) {
                return size == 4 && crcHolds(page, from, value) ? new Emvco(value + 4, scheme, List.copyOf(inside)) : null;
            }
            if (tag >= 26 && tag <= 51) {
                String here = account(page, value, value + size, inside);
                scheme = here.isEmpty() ? scheme : here;
            }
            at = value + size;
        }
        return null;
    }

    private static boolean crcHolds(Page page, int from, int value) {
        byte[] bytes = page.text(from, value).getBytes(StandardCharsets.UTF_8);
        String sum = String.format(Locale.ROOT, "%04X", Checksums.crc16(bytes, 0, bytes.length, 0xffff));
        return sum.equalsIgnoreCase(page.text(value, value + 4));
    }

    private static String account(Page page, int from, int to, List<Found> inside) {
        String id = "";
        int at = from;
        while (at + 4 <= to) {
            int tag = two(page, at);
            int size = two(page, at + 2);
            int value = at + 4;
            if (tag < 0 || size < 0 || value + size > to) {
                return id;
            }
            String text = page.text(value, value + size);
            if (tag == 0) {
                id = name(text);
            } else if (id.equals("PromptPay")) {
                promptPay(tag, text, value, inside);
            } else if (id.equals("PIX") && tag == 1) {
                inside.add(new Found(IndicatorType.PIX, text, value, value + size, 0.95, ""));
            } else if (id.equals("VietQR") && tag == 1) {
                vietnam(page, value, value + size, inside);
            }
            at = value + size;
        }
        return id;
    }

    private static String name(String id) {
        String lower = id.toLowerCase(Locale.ROOT);
        return lower.startsWith("a000000677") ? "PromptPay" : lower.equals("br.gov.bcb.pix") ? "PIX" : lower.startsWith("a000000727") ? "VietQR"
                : lower.contains("qris") || lower.startsWith("id.co") ? "QRIS" : lower.contains("@") ? "KHQR" : "EMVCo";
    }

    private static void promptPay(int tag, String text, int at, List<Found> inside) {
        if (tag == 1) {
            String number = Phones.international("+" + text.replaceFirst("^0+", ""));
            if (number != null) {
                inside.add(new Found(IndicatorType.PROMPTPAY, number, at, at + text.length(), 0.95, ""));
                inside.add(new Found(IndicatorType.PHONE, number, at, at + text.length(), 0.95, ""));
            }
        } else if (tag == 2 && Checksums.thaiId(text) || tag == 3 && text.length() == 15) {
            inside.add(new Found(IndicatorType.PROMPTPAY, text, at, at + text.length(), 0.95, ""));
        }
    }

    private static void vietnam(Page page, int from, int to, List<Found> inside) {
        int at = from;
        while (at + 4 <= to) {
            int tag = two(page, at);
            int size = two(page, at + 2);
            if (tag < 0 || size < 1 || at + 4 + size > to) {
                return;
            }
            if (tag == 1) {
                inside.add(new Found(IndicatorType.BANK_ACCOUNT, page.text(at + 4, at + 4 + size), at + 4, at + 4 + size, 0.95, ""));
            }
            at += 4 + size;
        }
    }

    private static int two(Page page, int at) {
        char a = page.at(at);
        char b = page.at(at + 1);
        return Chars.isDigit(a) && Chars.isDigit(b) ? (a - '0') * 10 + b - '0' : -1;
    }
}
