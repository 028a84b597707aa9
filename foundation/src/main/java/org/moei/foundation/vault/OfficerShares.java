package org.moei.foundation.vault;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.moei.base.CheckedCode;
import org.moei.base.Problem;

/**
 * The root under a secret that three officers share: any two of them give it back, one alone knows nothing of it. Slot: the
 * number of the splitting (8), nonce and wrapped root.
 *
 * <p>An officer's share is printed as lines that are copied by hand (see {@link CheckedCode}): 'S', the number of the
 * splitting (8), how many are needed (1), which share it is (1), 32 bytes.
 */
public final class OfficerShares implements RootHolder {
    static final byte KIND = 2;

    /** Any two … */
    public static final int NEEDED = 2;
    /** … of three officers. */
    public static final int OFFICERS = 3;

    private static final byte MARK = 'S';
    private static final int SECRET = 32;

    private final long splitting;
    private final byte[] secret;
    private final SecureRandom random;

    private OfficerShares(long splitting, byte[] secret, SecureRandom random) {
        this.splitting = splitting;
        this.secret = secret;
        this.random = random;
    }

    /** A new splitting; the shares of an older one open nothing any more once it is set up. */
    public static OfficerShares make(SecureRandom random) {
        byte[] secret = new byte[SECRET];
        random.nextBytes(secret);
        return new OfficerShares(random.nextLong(), secret, random);
    }

    /**
     * Joins what officers copied from their sheets.
     *
     * @throws org.moei.base.ProblemException {@code code} where a line was not copied right; {@code shares} where there are too few, the
     *     same twice, or of two splittings
     */
    public static OfficerShares of(List<String> sheets, SecureRandom random) {
        long splitting = 0;
        List<Shamir.Share> shares = new java.util.ArrayList<>();
        for (String sheet : sheets) {
            try {
                ByteBuffer in = ByteBuffer.wrap(CheckedCode.read(sheet));
                byte mark = in.get();
                long of = in.getLong();
                if (mark != MARK || !shares.isEmpty() && of != splitting || in.get() != NEEDED) {
                    throw refused("These are not shares of one splitting.");
                }
                splitting = of;
                int point = in.get() & 0xFF;
                byte[] values = new byte[SECRET];
                in.get(values);
                shares.add(new Shamir.Share(point, values));
            } catch (BufferUnderflowException e) {
                throw refused("A code is not that of a share.");
            }
        }
        if (shares.stream().map(Shamir.Share::point).distinct().count() < NEEDED) {
            throw refused("It takes the shares of " + NEEDED + " officers.");
        }
        return new OfficerShares(splitting, Shamir.join(shares.subList(0, NEEDED)), random);
    }

    private static RuntimeException refused(String message) {
        return Problem.of(Problem.Kind.DENIED, "shares", message).asException();
    }

    /** The lines of each officer's sheet. */
    public List<List<String>> sheets() {
        return Shamir.split(secret, NEEDED, OFFICERS, random).stream()
                .map(share -> CheckedCode.lines(ByteBuffer.allocate(11 + SECRET).put(MARK).putLong(splitting).put((byte) NEEDED).put((byte) share.point()).put(share.values()).array()))
                .toList();
    }

    @Override
    public byte kind() {
        return KIND;
    }

    @Override
    public byte[] wrap(byte[] root) {
        byte[] nonce = Sealing.nonce(random);
        byte[] wrapped = Sealing.wrap(secret, root, nonce, RootKey.LABEL);
        return ByteBuffer.allocate(8 + wrapped.length).putLong(splitting).put(wrapped).array();
    }

    @Override
    public byte[] unwrap(byte[] slot) throws GeneralSecurityException {
        if (ByteBuffer.wrap(slot).getLong() != splitting) {
            throw new GeneralSecurityException("another splitting");
        }
        return Sealing.unwrap(secret, Arrays.copyOfRange(slot, 8, slot.length), RootKey.LABEL);
    }

    @Override
    public String refusal() {
        return "The shares do not open the keys, or belong to an older splitting.";
    }
}
