package org.moei.linkage.names;

/** How two tokens agree, by their scripts. */
final class TokenComparer {
    private static final double NATS_A_LETTER = 1.7;
    private static final double FILLER_SHARE = 0.3;

    private TokenComparer() {}

    static TokenAgreement compare(NameToken a, NameToken b) {
        if (a.role() == TokenRole.INITIAL || b.role() == TokenRole.INITIAL) {
            return initial(a, b);
        }
        TokenAgreement found = letters(a, b);
        return a.role() == TokenRole.FILLER && b.role() == TokenRole.FILLER && found.aligns()
                ? new TokenAgreement(found.kind(), found.similarity(), found.weight() * FILLER_SHARE)
                : found;
    }

    /** Two adjacent parts of one name against one part of the other: Haile Selassie and Haileselassie. */
    static TokenAgreement compareJoined(NameToken first, NameToken second, NameToken whole) {
        if (first.script() != second.script() || first.role() == TokenRole.INITIAL || second.role() == TokenRole.INITIAL) {
            return TokenAgreement.NONE;
        }
        NameToken joined = new NameToken(first.written() + second.written(), first.normal() + second.normal(), first.script(), TokenRole.NAME);
        TokenAgreement found = letters(joined, whole);
        return found.similarity() < 0.8 ? TokenAgreement.NONE : found;
    }

    private static TokenAgreement initial(NameToken a, NameToken b) {
        if (a.readings().isEmpty() || b.readings().isEmpty()) {
            return TokenAgreement.NONE;
        }
        boolean same = a.readings().getFirst().latin().charAt(0) == b.readings().getFirst().latin().charAt(0);
        return same ? new TokenAgreement(NameAgreement.Kind.READINGS_INTERSECT, 0.7, 1.2) : TokenAgreement.NONE;
    }

    private static TokenAgreement letters(NameToken a, NameToken b) {
        if (a.script() == b.script() && a.normal().equals(b.normal())) {
            return new TokenAgreement(NameAgreement.Kind.SAME_CHARACTERS, 1, NATS_A_LETTER * Math.min(10, a.normal().length()));
        }
        if (a.readings().isEmpty() || b.readings().isEmpty()) {
            return TokenAgreement.NONE;
        }
        String x = a.readings().getFirst().latin();
        String y = b.readings().getFirst().latin();
        double edits = Edits.weighted(x, y);
        int length = Math.max(x.length(), y.length());
        double similarity = Math.max(0, 1 - edits / length);
        double weight = NATS_A_LETTER * Math.min(10, length) - 4.5 * edits;
        if (edits == 0) {
            return new TokenAgreement(NameAgreement.Kind.SAME_READING, 1, weight);
        }
        if (similarity >= 0.72) {
            return new TokenAgreement(NameAgreement.Kind.NEAR_READING, similarity, weight);
        }
        if (a.skeleton().equals(b.skeleton()) && a.skeleton().length() > 1) {
            return new TokenAgreement(NameAgreement.Kind.SKELETON_EQUAL, similarity, weight);
        }
        return TokenAgreement.NONE;
    }
}
