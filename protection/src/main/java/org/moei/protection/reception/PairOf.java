package org.moei.protection.reception;

import java.util.UUID;

/** Two records, whichever way round they were named. */
record PairOf(UUID left, UUID right) {
    PairOf {
        if (left.compareTo(right) > 0) {
            UUID turned = left;
            left = right;
            right = turned;
        }
    }
}
