package org.moei.rehearsal.day;

/**
 * Draws that depend on a seed, a purpose and an index only, never on what was drawn before: if the operation answers differently
 * on one day, everybody else's luck stays what it was. SplitMix64's finaliser (Steele, Lea and Flood, OOPSLA 2014).
 */
@SuppressWarnings("EnumOrdinal") // a number for each purpose; a new one goes to the end, or every run changes
final class Chance {
    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

    private final long seed;

    /** What a draw is for. */
    enum Purpose {
        DECLARATION_DAY,
        LATER_DECLARATION,
        LATER_CONSENT,
        PACKET_DAY,
        AGREEMENT,
        IDENTITY,
        FOUND,
        DOCUMENT,
        MONEY,
        SEAT_LEAD,
        GUARDIAN,
        FIT,
        DECISIONS_TODAY,
        COMES_WHEN_CALLED,
        TEAM,
        SORTED_INTO,
        FEAR_AT_EXIT,
        HOME
    }

    Chance(long seed) {
        this.seed = seed;
    }

    /**
     * From 0 inclusive to 1 exclusive.
     *
     * @param round for repeated draws of one purpose and index
     */
    double unit(Purpose purpose, int index, int round) {
        long z = mix(seed + GOLDEN * (purpose.ordinal() + 1));
        z = mix(z ^ (index * GOLDEN));
        z = mix(z + round * GOLDEN);
        return (z >>> 11) * 0x1.0p-53;
    }

    boolean happens(double probability, Purpose purpose, int index, int round) {
        return unit(purpose, index, round) < probability;
    }

    /** A whole number of days within the range, ends included. */
    int days(double low, double high, Purpose purpose, int index, int round) {
        return (int) Math.round(low + (high - low) * unit(purpose, index, round));
    }

    private static long mix(long z) {
        long y = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        y = (y ^ (y >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return y ^ (y >>> 31);
    }
}
