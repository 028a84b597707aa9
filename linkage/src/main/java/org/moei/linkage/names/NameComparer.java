package org.moei.linkage.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Says how two names agree. Symmetric; pure; never throws. */
public final class NameComparer {
    static final int MOST_PARTS = 8;
    /** One side leaves a part out that the other has: two in ten names of the same person on different lists do. */
    static final double ONE_SIDE_MISSING = -1.4;
    /** A part left out although the other side has one too that fits nothing: half of what a replaced part costs. */
    private static final double SKIPPED = -2.7;
    private static final double IN_PLACE = 0.25;
    static final double ORDER_CHANGED = -0.7;
    /** The encoding was not certain. */
    private static final double OTHER_ENCODING = -0.7;

    private NameComparer() {}

    /** How the two names agree; {@link NameAgreement#NOTHING} if either is empty. */
    public static NameAgreement compare(ParsedName left, ParsedName right) {
        return compare(left, right, TokenMemory.NONE);
    }

    /** The same for names of one {@link NameBook}, with what was found of their tokens before. */
    public static NameAgreement compare(ParsedName left, ParsedName right, TokenMemory memory) {
        if (left.isEmpty() || right.isEmpty()) {
            return NameAgreement.NOTHING;
        }
        NameAgreement best = ordered(left, right, memory);
        if (left.alternative().isPresent()) {
            best = better(best, ordered(left.alternative().get(), right, memory));
        }
        if (right.alternative().isPresent()) {
            best = better(best, ordered(left, right.alternative().get(), memory));
            if (left.alternative().isPresent()) {
                best = better(best, ordered(left.alternative().get(), right.alternative().get(), memory));
            }
        }
        return best;
    }

    /** The weight of {@link #compare} alone. */
    public static double logLikelihoodRatio(ParsedName left, ParsedName right) {
        return compare(left, right).logLikelihoodRatio();
    }

    private static NameAgreement better(NameAgreement known, NameAgreement other) {
        return other.logLikelihoodRatio() + OTHER_ENCODING <= known.logLikelihoodRatio() ? known
                : new NameAgreement(other.kind(), other.similarity(), other.logLikelihoodRatio() + OTHER_ENCODING, other.aligned(), other.orderChanged(),
                        other.initialsUsed(), other.missingParts());
    }

    /** The pair in one order whichever way round it comes, or rounding and ties could tell the sides apart. */
    private static NameAgreement ordered(ParsedName left, ParsedName right, TokenMemory memory) {
        int sizes = Integer.compare(left.parts().size(), right.parts().size());
        boolean swap = sizes > 0 || sizes == 0 && left.normal().compareTo(right.normal()) > 0;
        return swap ? turned(align(right, left, memory)) : align(left, right, memory);
    }

    private static NameAgreement turned(NameAgreement a) {
        List<TokenPair> pairs = a.aligned().stream()
                .map(p -> new TokenPair(p.right(), p.rightCount(), p.left(), p.leftCount(), p.kind(), p.similarity(), p.logLikelihoodRatio()))
                .sorted(Comparator.comparingInt(TokenPair::left))
                .toList();
        return new NameAgreement(a.kind(), a.similarity(), a.logLikelihoodRatio(), pairs, a.orderChanged(), a.initialsUsed(), a.missingParts());
    }

    private static NameAgreement align(ParsedName left, ParsedName right, TokenMemory memory) {
        List<NameToken> a = left.parts().subList(0, Math.min(MOST_PARTS, left.parts().size()));
        List<NameToken> b = right.parts().subList(0, Math.min(MOST_PARTS, right.parts().size()));
        NameAgreement byParts = byParts(left, a, right, b, memory);
        if (a.size() == 1 && !right.wholes().isEmpty()) {
            NameAgreement whole = whole(a.getFirst(), right, memory);
            return whole.logLikelihoodRatio() > byParts.logLikelihoodRatio() ? whole : byParts;
        }
        return byParts;
    }

    /** A name written as one word against all parts of the other in a row, with the last part first, and with the first part last. */
    private static NameAgreement whole(NameToken one, ParsedName name, TokenMemory memory) {
        int parts = name.parts().size();
        NameAgreement best = NameAgreement.NOTHING;
        for (int turn = 0; turn < name.wholes().size(); turn++) {
            TokenAgreement found = memory.letters(one, name.wholes().get(turn));
            double weight = found.weight() + (turn == 0 ? IN_PLACE : ORDER_CHANGED);
            if (turn == 0 || weight > best.logLikelihoodRatio()) {
                List<TokenPair> pairs = found.aligns() ? List.of(found.pair(0, 1, 0, parts)) : List.of();
                best = new NameAgreement(found.kind(), found.similarity(), weight, pairs, turn != 0, false, found.aligns() ? 0 : parts + 1);
            }
        }
        return best;
    }

    private static NameAgreement byParts(ParsedName left, List<NameToken> a, ParsedName right, List<NameToken> b, TokenMemory memory) {
        int n = a.size();
        int m = b.size();
        TokenAgreement[][] one = new TokenAgreement[n][m];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                one[i][j] = memory.compare(a.get(i), b.get(j));
            }
        }
        TokenAgreement[][] joinedLeft = new TokenAgreement[n][m];
        TokenAgreement[][] joinedRight = new TokenAgreement[n][m];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                joinedLeft[i][j] = i + 1 < n ? joined(left, i, b.get(j), one[i][j], one[i + 1][j], memory) : TokenAgreement.NONE;
                joinedRight[i][j] = j + 1 < m ? joined(right, j, a.get(i), one[i][j], one[i][j + 1], memory) : TokenAgreement.NONE;
            }
        }
        int masks = 1 << m;
        double[][] best = new double[n + 1][masks];
        int[][] choice = new int[n + 1][masks];
        for (double[] row : best) {
            Arrays.fill(row, Double.NEGATIVE_INFINITY);
        }
        best[0][0] = 0;
        for (int i = 0; i < n; i++) {
            for (int mask = 0; mask < masks; mask++) {
                double here = best[i][mask];
                if (here == Double.NEGATIVE_INFINITY) {
                    continue;
                }
                offer(best, choice, i + 1, mask, here + skipped(a.get(i)), -1);
                for (int j = 0; j < m; j++) {
                    if ((mask >> j & 1) != 0) {
                        continue;
                    }
                    double place = i == j || n - i == m - j ? IN_PLACE : 0;
                    double filled = here + place - skipped(b.get(j));
                    offer(best, choice, i + 1, mask | 1 << j, filled + one[i][j].weight(), j);
                    if (joinedLeft[i][j].aligns()) {
                        offer(best, choice, i + 2, mask | 1 << j, filled + joinedLeft[i][j].weight(), 100 + j);
                    }
                    if (joinedRight[i][j].aligns() && (mask >> (j + 1) & 1) == 0) {
                        offer(best, choice, i + 1, mask | 3 << j, filled + joinedRight[i][j].weight() - skipped(b.get(j + 1)), 200 + j);
                    }
                }
            }
        }
        int mask = 0;
        for (int end = 1; end < masks; end++) {
            mask = best[n][end] > best[n][mask] ? end : mask;
        }
        List<TokenPair> pairs = new ArrayList<>();
        for (int i = n; i > 0; ) {
            int c = choice[i][mask];
            if (c < 0) {
                i--;
            } else if (c < 100) {
                pairs.add(one[i - 1][c].pair(i - 1, 1, c, 1));
                mask &= ~(1 << c);
                i--;
            } else if (c < 200) {
                pairs.add(joinedLeft[i - 2][c - 100].pair(i - 2, 2, c - 100, 1));
                mask &= ~(1 << (c - 100));
                i -= 2;
            } else {
                pairs.add(joinedRight[i - 1][c - 200].pair(i - 1, 1, c - 200, 2));
                mask &= ~(3 << (c - 200));
                i--;
            }
        }
        return agreement(pairs.reversed(), a, b);
    }

    /** Two adjacent parts against one of the other name: Haile Selassie, Haileselassie. Not where one part alone is already a good fit. */
    private static TokenAgreement joined(ParsedName name, int i, NameToken whole, TokenAgreement alone, TokenAgreement other, TokenMemory memory) {
        NameToken first = name.parts().get(i);
        NameToken second = name.parts().get(i + 1);
        boolean joinable = first.script() == second.script() && first.role() != TokenRole.INITIAL && second.role() != TokenRole.INITIAL
                && whole.role() != TokenRole.INITIAL;
        if (!joinable || Math.max(alone.similarity(), other.similarity()) > 0.85 || Math.max(alone.weight(), other.weight()) < -5) {
            return TokenAgreement.NONE;
        }
        TokenAgreement found = memory.letters(name.joinedPair(i), whole);
        return found.weight() > Math.max(alone.weight(), other.weight()) + 1 ? found : TokenAgreement.NONE;
    }

    private static double skipped(NameToken token) {
        return switch (token.role()) {
            case FILLER -> -0.3;
            case INITIAL -> -0.9;
            case NAME, PARTICLE, HONORIFIC, PATRONYMIC_MARKER, PLACEHOLDER -> SKIPPED;
        };
    }

    private static void offer(double[][] best, int[][] choice, int i, int mask, double weight, int how) {
        if (weight > best[i][mask]) {
            best[i][mask] = weight;
            choice[i][mask] = how;
        }
    }

    private static NameAgreement agreement(List<TokenPair> all, List<NameToken> a, List<NameToken> b) {
        boolean[] usedLeft = new boolean[a.size()];
        boolean[] usedRight = new boolean[b.size()];
        List<TokenPair> pairs = new ArrayList<>(all.size());
        NameAgreement.Kind weakest = NameAgreement.Kind.SAME_CHARACTERS;
        double weight = 0;
        double similar = 0;
        int letters = 0;
        int differing = 0;
        boolean changed = false;
        boolean initials = false;
        int last = -1;
        for (TokenPair pair : all) {
            Arrays.fill(usedLeft, pair.left(), pair.left() + pair.leftCount(), true);
            Arrays.fill(usedRight, pair.right(), pair.right() + pair.rightCount(), true);
            weight += pair.logLikelihoodRatio();
            int size = a.get(pair.left()).normal().length() + b.get(pair.right()).normal().length();
            similar += pair.similarity() * size;
            letters += size;
            if (pair.kind() == NameAgreement.Kind.DIFFERENT) {
                differing++;
                continue;
            }
            pairs.add(pair);
            changed |= pair.right() < last;
            last = Math.max(last, pair.right());
            initials |= pair.leftCount() == 1 && pair.rightCount() == 1
                    && (a.get(pair.left()).role() == TokenRole.INITIAL) != (b.get(pair.right()).role() == TokenRole.INITIAL);
            weakest = pair.kind().compareTo(weakest) > 0 ? pair.kind() : weakest;
        }
        weight += smallParts(usedLeft, a) + smallParts(usedRight, b);
        int missingLeft = missing(usedLeft, a);
        int missingRight = missing(usedRight, b);
        int both = Math.min(missingLeft, missingRight);
        int oneSide = missingLeft + missingRight - 2 * both;
        weight += 2 * both * SKIPPED + oneSide * ONE_SIDE_MISSING + (changed ? ORDER_CHANGED : 0);
        int missing = missingLeft + missingRight + 2 * differing;
        double similarity = letters == 0 ? 0 : similar / letters;
        similarity *= all.isEmpty() ? 0 : all.size() / (all.size() + both + 0.35 * oneSide) * (changed ? 0.97 : 1);
        if (pairs.isEmpty()) {
            return new NameAgreement(NameAgreement.Kind.DIFFERENT, similarity, weight, List.of(), false, false, missing);
        }
        NameAgreement.Kind kind = both + differing > 0 ? NameAgreement.Kind.PARTIAL : weakest;
        return new NameAgreement(kind, similarity, weight, List.copyOf(pairs), changed, initials, missing);
    }

    /** Initials and fillers without a counterpart. */
    private static double smallParts(boolean[] used, List<NameToken> parts) {
        double weight = 0;
        for (int i = 0; i < used.length; i++) {
            TokenRole role = parts.get(i).role();
            weight += !used[i] && (role == TokenRole.INITIAL || role == TokenRole.FILLER) ? skipped(parts.get(i)) : 0;
        }
        return weight;
    }

    private static int missing(boolean[] used, List<NameToken> parts) {
        int missing = 0;
        for (int i = 0; i < used.length; i++) {
            missing += !used[i] && parts.get(i).role() == TokenRole.NAME ? 1 : 0;
        }
        return missing;
    }
}
