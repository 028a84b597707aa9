package org.moei.foundation.files;

import java.io.ByteArrayOutputStream;

/**
 * A JPEG with its picture and nothing else: every application segment and comment goes (place, device, time, preview pictures), except what
 * decides how the picture looks: the colour transform of Adobe, and of EXIF the one number that says which side is up. What follows the end
 * of the picture (a film, a second picture) goes too. ITU-T T.81, annex B; EXIF 2.32, section 4.6.
 */
final class Jpeg {
    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int COMMENT = 0xFE;
    private static final int JFIF = 0xE0;
    private static final int EXIF = 0xE1;
    private static final int ADOBE = 0xEE;
    private static final int ORIENTATION = 0x0112;
    private static final int MOST_ENTRIES = 512;

    private final byte[] from;
    private final ByteArrayOutputStream to;
    private int at = 2;

    private Jpeg(byte[] from) {
        this.from = from;
        this.to = new ByteArrayOutputStream(from.length);
    }

    /**
     * Strips a picture.
     *
     * @throws MalformedFileException where it is not built like one
     */
    static byte[] strip(byte[] picture) {
        return new Jpeg(picture).run();
    }

    private byte[] run() {
        to.write(0xFF);
        to.write(START);
        boolean scanned = false;
        while (true) {
            int marker = marker(scanned);
            if (marker == END) {
                to.write(0xFF);
                to.write(END);
                return to.toByteArray();
            }
            int length = number(at, 2);
            if (length < 2 || at + length > from.length) {
                throw new MalformedFileException();
            }
            keep(marker, length);
            at += length;
            if (marker == SCAN) {
                scanned = true;
                scan();
            }
        }
    }

    /** The next marker; a picture that breaks off inside its scans ends there. */
    private int marker(boolean scanned) {
        if (scanned && at >= from.length) {
            return END;
        }
        if (number(at, 1) != 0xFF) {
            throw new MalformedFileException();
        }
        while (number(at, 1) == 0xFF) {
            at++;
        }
        int marker = number(at++, 1);
        if (marker == 0 || marker == START || marker == END && !scanned) {
            throw new MalformedFileException();
        }
        return marker;
    }

    private void keep(int marker, int length) {
        if (marker == JFIF && length >= 16 && text(at + 2, "JFIF\0")) {
            // Without the preview picture that may follow its 16 bytes.
            byte[] plain = java.util.Arrays.copyOfRange(from, at, at + 16);
            plain[0] = 0;
            plain[1] = 16;
            plain[14] = 0;
            plain[15] = 0;
            segment(marker, plain, 0, plain.length);
        } else if (marker == EXIF && length >= 16 && text(at + 2, "Exif\0\0")) {
            int side = orientation(at + 8, at + length);
            if (side > 1) {
                // Big-endian TIFF, one entry: tag, SHORT, one value; no further directory.
                byte[] only = {0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) side, 0, 0, 0, 0, 0, 0};
                segment(marker, only, 0, only.length);
            }
        } else if (marker == ADOBE && length == 14 && text(at + 2, "Adobe")) {
            segment(marker, from, at, length);
        } else if (marker != COMMENT && (marker < JFIF || marker > 0xEF)) {
            segment(marker, from, at, length);
        }
    }

    private void segment(int marker, byte[] bytes, int offset, int length) {
        to.write(0xFF);
        to.write(marker);
        to.write(bytes, offset, length);
    }

    /** Coded data: up to the next marker that is neither a stuffed byte nor a restart. */
    private void scan() {
        int begin = at;
        while (at < from.length) {
            if (from[at] == (byte) 0xFF && at + 1 < from.length) {
                int next = from[at + 1] & 0xFF;
                if (next != 0 && (next < 0xD0 || next > 0xD7) && next != 0xFF) {
                    break;
                }
            }
            at++;
        }
        to.write(from, begin, at - begin);
    }

    /** Which side is up, 1 to 8; 1 where nothing readable says so. */
    private int orientation(int tiff, int end) {
        if (tiff + 8 > end) {
            return 1;
        }
        boolean little = text(tiff, "II");
        long directory = tiff + whole(tiff + 4, 4, little);
        if (directory + 2 > end) {
            return 1;
        }
        int entries = (int) Math.min(MOST_ENTRIES, whole((int) directory, 2, little));
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + 12L * i;
            if (entry + 12 > end) {
                return 1;
            }
            if (whole((int) entry, 2, little) == ORIENTATION) {
                long side = whole((int) entry + 8, 2, little);
                return side >= 1 && side <= 8 ? (int) side : 1;
            }
        }
        return 1;
    }

    private long whole(int offset, int bytes, boolean little) {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value = value << 8 | from[little ? offset + bytes - 1 - i : offset + i] & 0xFF;
        }
        return value;
    }

    private int number(int offset, int bytes) {
        if (offset + bytes > from.length) {
            throw new MalformedFileException();
        }
        return (int) whole(offset, bytes, false);
    }

    private boolean text(int offset, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (offset + i >= from.length || from[offset + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
