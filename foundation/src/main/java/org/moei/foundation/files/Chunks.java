package org.moei.foundation.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Files that are made of named chunks, with those kept that make the picture or the sound: texts, places, times, devices and whatever
 * nobody here knows go. PNG (ISO/IEC 15948), and WebP and WAV in RIFF.
 */
final class Chunks {
    private static final Set<String> PNG = Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "hIST", "acTL", "fcTL", "fdAT");
    private static final Set<String> WEBP = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF");
    private static final Set<String> WAV = Set.of("fmt ", "fact", "data");

    /** Bits of VP8X that announce a colour profile, EXIF and XMP. */
    private static final int ANNOUNCED = 0x20 | 0x08 | 0x04;

    private Chunks() {}

    /** A PNG.
     *
     * @throws MalformedFileException where it is not built like one
     */
    static byte[] stripPng(byte[] picture) {
        ByteArrayOutputStream to = new ByteArrayOutputStream(picture.length);
        to.write(picture, 0, 8);
        int at = 8;
        while (true) {
            long length = number(picture, at, ByteOrder.BIG_ENDIAN);
            long end = at + 12 + length;
            if (end > picture.length) {
                throw new MalformedFileException();
            }
            String name = name(picture, at + 4);
            if (PNG.contains(name)) {
                to.write(picture, at, (int) (end - at));
            }
            if (name.equals("IEND")) {
                return to.toByteArray();
            }
            at = (int) end;
        }
    }

    static byte[] stripWebp(byte[] picture) {
        return stripRiff(picture, WEBP);
    }

    static byte[] stripWav(byte[] sound) {
        return stripRiff(sound, WAV);
    }

    private static byte[] stripRiff(byte[] file, Set<String> kept) {
        long declared = number(file, 4, ByteOrder.LITTLE_ENDIAN) + 8;
        int whole = (int) Math.min(declared, file.length);
        ByteArrayOutputStream to = new ByteArrayOutputStream(file.length);
        to.write(file, 0, 12);
        int at = 12;
        while (at + 8 <= whole) {
            String name = name(file, at);
            // A recorder that was switched off leaves a length that is too large: what is there is kept.
            int length = (int) Math.min(number(file, at + 4, ByteOrder.LITTLE_ENDIAN), whole - at - 8L);
            if (kept.contains(name)) {
                byte[] content = Arrays.copyOfRange(file, at + 8, at + 8 + length);
                if (name.equals("VP8X") && length > 0) {
                    content[0] &= (byte) ~ANNOUNCED;
                }
                to.write(file, at, 4);
                to.writeBytes(little(length));
                to.writeBytes(content);
                if (length % 2 == 1) {
                    to.write(0);
                }
            }
            at = (int) Math.min(whole, at + 8L + length + length % 2);
        }
        if (to.size() == 12) {
            throw new MalformedFileException();
        }
        byte[] stripped = to.toByteArray();
        System.arraycopy(little(stripped.length - 8), 0, stripped, 4, 4);
        return stripped;
    }

    private static byte[] little(int value) {
        return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
    }

    private static long number(byte[] bytes, int at, ByteOrder order) {
        if (at + 4 > bytes.length) {
            throw new MalformedFileException();
        }
        return ByteBuffer.wrap(bytes, at, 4).order(order).getInt() & 0xFFFF_FFFFL;
    }

    private static String name(byte[] bytes, int at) {
        if (at + 4 > bytes.length) {
            throw new MalformedFileException();
        }
        return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
    }
}
