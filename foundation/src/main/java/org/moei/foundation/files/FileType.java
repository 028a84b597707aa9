package org.moei.foundation.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What may be kept as a file, told by its first bytes and by nothing else. None of these is executed or rendered as a page. */
public enum FileType {
    JPEG("image/jpeg"),
    PNG("image/png"),
    WEBP("image/webp"),
    PDF("application/pdf"),
    MP4("video/mp4"),
    MP3("audio/mpeg"),
    OGG("audio/ogg"),
    WAV("audio/wav");

    /** So many bytes are enough to tell. */
    public static final int HEAD = 16;

    private static final List<String> STILL_BRANDS = List.of("heic", "heix", "heim", "heis", "hevc", "mif1", "msf1", "avif", "avis");

    private final String media;

    FileType(String media) {
        this.media = media;
    }

    /** The media type under which it is sent. */
    public String media() {
        return media;
    }

    /** By the first bytes; empty for everything else. */
    public static Optional<FileType> of(byte[] head) {
        if (begins(head, 0, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(JPEG);
        }
        if (begins(head, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return Optional.of(PNG);
        }
        if (text(head, 0, "RIFF") && text(head, 8, "WEBP")) {
            return Optional.of(WEBP);
        }
        if (text(head, 0, "RIFF") && text(head, 8, "WAVE")) {
            return Optional.of(WAV);
        }
        if (text(head, 0, "%PDF-")) {
            return Optional.of(PDF);
        }
        if (text(head, 4, "ftyp")) {
            // HEIC and AVIF are photos: what they say of place and device cannot be taken out without making them anew.
            return STILL_BRANDS.stream().anyMatch(brand -> text(head, 8, brand)) ? Optional.empty() : Optional.of(MP4);
        }
        if (text(head, 0, "OggS")) {
            return Optional.of(OGG);
        }
        // A frame of MPEG layer III begins with eleven set bits, then version and layer (ISO/IEC 11172-3, section 2.4.1.3).
        return text(head, 0, "ID3") || begins(head, 0, 0xFF, 0xFB) || begins(head, 0, 0xFF, 0xF3) ? Optional.of(MP3) : Optional.empty();
    }

    /**
     * Whether what a file says beside its picture or sound (place, time, device, texts) is taken out before it is kept. PDF, MP4, MP3 and Ogg stay
     * as they came: their texts are woven into what they show, so whoever looks at them is told.
     */
    public boolean isStripped() {
        return switch (this) {
            case JPEG, PNG, WEBP, WAV -> true;
            case PDF, MP4, MP3, OGG -> false;
        };
    }

    /**
     * The content without metadata, or as it came where {@link #isStripped} says no.
     *
     * @throws MalformedFileException where it is not built like this type
     */
    byte[] strip(byte[] content) {
        return switch (this) {
            case JPEG -> Jpeg.strip(content);
            case PNG -> Chunks.stripPng(content);
            case WEBP -> Chunks.stripWebp(content);
            case WAV -> Chunks.stripWav(content);
            case PDF, MP4, MP3, OGG -> content;
        };
    }

    private static boolean begins(byte[] head, int at, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (head.length <= at + i || (head[at + i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean text(byte[] head, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return head.length >= at + bytes.length && Arrays.equals(head, at, at + bytes.length, bytes, 0, bytes.length);
    }
}
