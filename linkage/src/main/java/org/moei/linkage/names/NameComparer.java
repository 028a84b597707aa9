package org.moei.linkage.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Says how two names agree. Symmetric; pure; never throws. */
public final class NameComparer {
    private static final int MOST_PARTS = 8;
    /** One side leaves a part out that the other has: two in ten names of the same person on different lists do. */
    private static final double ONE_SIDE_MISSING = -1.4;
    /** A part on both sides that nothing fits. */
    private static final double REPLACED = -5.0;
    private static final double IN_PLACE = 0.25;
    private static final double ORDER_CHANGED = -0.7;

    private NameComparer() {}

    /** How the two names agree; {@link NameAgreement#NOTHING} if either is empty. */
    public static NameAgreement compare(ParsedName left, ParsedName right) {
        if (left.isEmpty() || right.isEmpty()) {
            return NameAgreement.NOTHING;
        }
        boolean swap = left.parts().size() > right.parts().size()
                || left.parts().size() == right.parts().size() && left.normal().compareTo(right.normal()) > 0;
        return swap ? turned(align(right, left)) : align(left, right);
    }

    /** The weight of {@link #compare} alone. */
    public static double logLikelihoodRatio(ParsedName left, ParsedName right) {
        return compare(left, right).logLikelihoodRatio();
    }

    private static NameAgreement turned(NameAgreement a) {
        List<TokenPair> pairs = a.aligned().stream()
                .map(p -> new TokenPair(p.right(), p.rightCount(), p.left(), p.leftCount(), p.kind(), p.similarity(), p.logLikelihoodRatio()))
                .sorted(java.util.Comparator.comparingInt(TokenPair::left))
                .toList();
        return new NameAgreement(a.kind(), a.similarity(), a.logLikelihoodRatio(), pairs, a.orderChanged(), a.initialsUsed(), a.missingParts());
    }

    private static NameAgreement align(ParsedName left, ParsedName right) {
        List<NameToken> a = left.parts().subList(0, Math.min(MOST_PARTS, left.parts().size()));
        List<NameToken> b = right.parts().subList(0, Math.min(MOST_PARTS, right.parts().size()));
        int n = a.size();
        int m = b.size();
        TokenAgreement[][] one = new TokenAgreement[n][m];
        TokenAgreement[][] joinedLeft = new TokenAgreement[n][m];
        TokenAgreement[][] joinedRight = new TokenAgreement[n][m];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                one[i][j] = TokenComparer.compare(a.get(i), b.get(j));
                joinedLeft[i][j] = i + 1 < n ? TokenComparer.compareJoined(a.get(i), a.get(i + 1), b.get(j)) : TokenAgreement.NONE;
                joinedRight[i][j] = j + 1 < m ? TokenComparer.compareJoined(b.get(j), b.get(j + 1), a.get(i)) : TokenAgreement.NONE;
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
                offer(best, choice, i + 1, mask, here, -1);
                for (int j = 0; j < m; j++) {
                    if ((mask >> j & 1) != 0) {
                        continue;
                    }
                    double place = i == j || n - i == m - j ? IN_PLACE : 0;
                    if (one[i][j].aligns()) {
                        offer(best, choice, i + 1, mask | 1 << j, here + one[i][j].weight() + place, j);
                    }
                    if (joinedLeft[i][j].aligns()) {
                        offer(best, choice, i + 2, mask | 1 << j, here + joinedLeft[i][j].weight() + place, 100 + j);
                    }
                    if (joinedRight[i][j].aligns() && (mask >> (j + 1) & 1) == 0) {
                        offer(best, choice, i + 1, mask | 3 << j, here + joinedRight[i][j].weight() + place, 200 + j);
                    }
                }
            }
        }
        int end = 0;
        double top = Double.NEGATIVE_INFINITY;
        for (int mask = 0; mask < masks; mask++) {
            if (best[n][mask] > top) {
                top = best[n][mask];
                end = mask;
            }
        }
        List<TokenPair> pairs = new ArrayList<>();
        int mask = end;
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

    private static void offer(double[][] best, int[][] choice, int i, int mask, double weight, int how) {
        if (weight > best[i][mask]) {
            best[i][mask] = weight;
            choice[i][mask] = how;
        }
    }

    private static NameAgreement agreement(List<TokenPair> pairs, List<NameToken> a, List<NameToken> b) {
        boolean[] usedLeft = new boolean[a.size()];
        boolean[] usedRight = new boolean[b.size()];
        NameAgreement.Kind weakest = NameAgreement.Kind.SAME_CHARACTERS;
        double weight = 0;
        double similar = 0;
        int letters = 0;
        boolean changed = false;
        boolean initials = false;
        int last = -1;
        for (TokenPair pair : pairs) {
            Arrays.fill(usedLeft, pair.left(), pair.left() + pair.leftCount(), true);
            Arrays.fill(usedRight, pair.right(), pair.right() + pair.rightCount(), true);
            weight += pair.logLikelihoodRatio();
            int size = a.get(pair.left()).normal().length() + b.get(pair.right()).normal().length();
            similar += pair.similarity() * size;
            letters += size;
            changed |= pair.right() < last;
            last = Math.max(last, pair.right());
            initials |= pair.leftCount() == 1 && pair.rightCount() == 1
                    && (a.get(pair.left()).role() == TokenRole.INITIAL) != (b.get(pair.right()).role() == TokenRole.INITIAL);
            weakest = pair.kind().compareTo(weakest) > 0 ? pair.kind() : weakest;
        }
        int missingLeft = missing(usedLeft, a);
        int missingRight = missing(usedRight, b);
        int both = Math.min(missingLeft, missingRight);
        weight += both * REPLACED + (missingLeft + missingRight - 2 * both) * ONE_SIDE_MISSING + (changed ? ORDER_CHANGED : 0);
        double similarity = letters == 0 ? 0 : similar / letters;
        if (pairs.isEmpty()) {
            return new NameAgreement(NameAgreement.Kind.DIFFERENT, 0, weight, List.of(), false, false, missingLeft + missingRight);
        }
        int matched = pairs.size();
        double coverage = matched / (matched + both + 0.35 * (missingLeft + missingRight - 2 * both));
        similarity *= coverage * (changed ? 0.97 : 1);
        NameAgreement.Kind kind = both > 0 ? NameAgreement.Kind.PARTIAL : weakest;
        return new NameAgreement(kind, similarity, weight, List.copyOf(pairs), changed, initials, missingLeft + missingRight);
    }

    private static int missing(boolean[] used, List<NameToken> parts) {
        int missing = 0;
        for (int i = 0; i < used.length; i++) {
            missing += !used[i] && parts.get(i).role() == TokenRole.NAME ? 1 : 0;
        }
        return missing;
    }
}
