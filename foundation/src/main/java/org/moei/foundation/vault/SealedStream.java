package org.moei.foundation.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.moei.base.Problem;

/**
 * A long content, encrypted part by part, so that it never stands in memory as a whole and a change is found where it is.
 *
 * <pre>
 * mark     "moei-sealed 1" and a line feed
 * salt     32 bytes; the stream's key is HKDF-SHA-256 of the given key, this salt and the purpose
 * parts    65,536 bytes each (the last one any length up to that), AES-256-GCM, tag of 16 bytes
 * </pre>
 *
 * The nonce of a part is its number and whether it is the last: parts cannot be changed, moved, left out, repeated or cut
 * off (the STREAM construction: Hoang, Reyhanitabar, Rogaway and Vizár, CRYPTO 2015).
 */
final class SealedStream {
    private static final byte[] MARK = "moei-sealed 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT = 32;
    private static final int PART = 1 << 16;
    private static final int TAG = 16;

    private SealedStream() {}

    /** Encrypts what is written; only {@code close} writes the last part. */
    static OutputStream sealing(OutputStream to, byte[] key, String purpose, SecureRandom random) throws IOException {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        to.write(MARK);
        to.write(salt);
        return new Sealing(to, derive(key, salt, purpose));
    }

    /**
     * Decrypts what is read. Reading throws a problem with the code {@code sealed-file} that names the part at which the content was
     * changed or ends too early; what was read before that part is right.
     */
    static InputStream opening(InputStream from, byte[] key, String purpose) throws IOException {
        byte[] mark = from.readNBytes(MARK.length);
        byte[] salt = from.readNBytes(SALT);
        if (!Arrays.equals(mark, MARK) || salt.length < SALT) {
            throw damaged("This is not a sealed file of format 1, or its beginning is missing.");
        }
        return new Opening(from, derive(key, salt, purpose));
    }

    private static SecretKeySpec derive(byte[] key, byte[] salt, String purpose) {
        try {
            HKDFParameterSpec spec = HKDFParameterSpec.ofExtract().addIKM(key).addSalt(salt).thenExpand(("moei/stream/1/" + purpose).getBytes(StandardCharsets.UTF_8), 32);
            return new SecretKeySpec(KDF.getInstance("HKDF-SHA256").deriveData(spec), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF is part of JDK 25", e);
        }
    }

    private static byte[] crypt(int mode, SecretKeySpec key, long number, boolean last, byte[] from, int length) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] nonce = ByteBuffer.allocate(12).put(3, (byte) (last ? 1 : 0)).putLong(4, number).array();
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
        return cipher.doFinal(from, 0, length);
    }

    private static RuntimeException damaged(String message) {
        return Problem.of(Problem.Kind.COULD_NOT_RUN, "sealed-file", message).asException();
    }

    private static final class Sealing extends OutputStream {
        private final OutputStream to;
        private final SecretKeySpec key;
        private final byte[] part = new byte[PART];
        private int filled;
        private long number;
        private boolean closed;

        private Sealing(OutputStream to, SecretKeySpec key) {
            this.to = to;
            this.key = key;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int at = offset;
            int rest = length;
            while (rest > 0) {
                if (filled == PART) {
                    end(false);
                }
                int taken = Math.min(rest, PART - filled);
                System.arraycopy(bytes, at, part, filled, taken);
                filled += taken;
                at += taken;
                rest -= taken;
            }
        }

        private void end(boolean last) throws IOException {
            try {
                to.write(crypt(Cipher.ENCRYPT_MODE, key, number++, last, part, filled));
                filled = 0;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Sealing failed", e);
            }
        }

        @Override
        public void flush() throws IOException {
            to.flush();
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                end(true);
                Arrays.fill(part, (byte) 0);
                to.close();
            }
        }
    }

    private static final class Opening extends InputStream {
        private final InputStream from;
        private final SecretKeySpec key;
        private byte[] ahead;
        private byte[] part = new byte[0];
        private int at;
        private long number;
        private boolean ended;

        private Opening(InputStream from, SecretKeySpec key) throws IOException {
            this.from = from;
            this.key = key;
            this.ahead = from.readNBytes(PART + TAG);
        }

        private boolean fill() throws IOException {
            while (at == part.length) {
                if (ended) {
                    return false;
                }
                byte[] sealed = ahead;
                ahead = sealed.length == PART + TAG ? from.readNBytes(PART + TAG) : new byte[0];
                ended = ahead.length == 0;
                part = open(sealed);
                at = 0;
                number++;
            }
            return true;
        }

        private byte[] open(byte[] sealed) {
            try {
                return crypt(Cipher.DECRYPT_MODE, key, number, ended, sealed, sealed.length);
            } catch (GeneralSecurityException e) {
                throw damaged(why(sealed));
            }
        }

        /** A part that fits in another place than the last shows that the file was cut there. */
        private String why(byte[] sealed) {
            long begin = MARK.length + SALT + number * (PART + TAG);
            try {
                if (ended) {
                    crypt(Cipher.DECRYPT_MODE, key, number, false, sealed, sealed.length);
                    return "The sealed file ends too early: after part " + (number + 1) + " (byte " + (begin + sealed.length) + ") the rest is missing.";
                }
            } catch (GeneralSecurityException e) {
                // Then it was changed, or cut inside the part.
            }
            return "Part " + (number + 1) + " of the sealed file (bytes " + begin + " to " + (begin + sealed.length) + ") was changed or is cut off"
                    + (number == 0 ? ", or it was sealed under another key." : ".");
        }

        @Override
        public int read() throws IOException {
            return fill() ? part[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int taken = Math.min(length, part.length - at);
            System.arraycopy(part, at, bytes, offset, taken);
            at += taken;
            return taken;
        }

        @Override
        public void close() throws IOException {
            from.close();
        }
    }
}
