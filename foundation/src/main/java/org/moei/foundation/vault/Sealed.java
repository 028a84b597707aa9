package org.moei.foundation.vault;

import java.util.function.Function;

/**
 * Content that only the vault can read. It prints nothing, whatever logs or templates do with it.
 *
 * @param <T> what it reads as
 */
public final class Sealed<T> {
    private final byte[] bytes;
    private final Function<byte[], T> reading;

    public Sealed(byte[] bytes, Function<byte[], T> reading) {
        this.bytes = bytes;
        this.reading = reading;
    }

    /** Reads the content; the vault must be unlocked. */
    public T open(Vault vault) {
        return reading.apply(vault.open(bytes));
    }

    /** The bytes as they stand, for projections to copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "Sealed";
    }
}
