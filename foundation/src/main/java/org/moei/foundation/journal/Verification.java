package org.moei.foundation.journal;

import java.util.List;
import java.util.Optional;

/**
 * What a verification covered and found.
 *
 * @param actions how many were read
 * @param head the newest signed head that was checked
 */
public record Verification(long actions, List<Finding> findings, Optional<SignedHead> head) {
    /** Findings beyond this many are not listed. */
    static final int MAXIMUM_FINDINGS = 100;

    public boolean isOk() {
        return findings.isEmpty();
    }
}
