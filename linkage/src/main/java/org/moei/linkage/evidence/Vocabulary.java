package org.moei.linkage.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.moei.linkage.names.NameAgreement;
import org.moei.linkage.names.NameComparer;
import org.moei.linkage.names.NameScript;
import org.moei.linkage.names.NameToken;
import org.moei.linkage.names.Names;
import org.moei.linkage.names.ParsedName;
import org.moei.linkage.names.TokenRole;

/** The distinct tokens of names, as codes, with how many records hold each. Code order is order of arrival and means nothing. */
final class Vocabulary {
    /** Kinds of agreement of two tokens, the strongest first; 0 means none. */
    static final byte SAME = 1;
    static final byte NEAR = 2;
    static final byte FAR = 3;
    static final byte INITIAL = 4;

    /** Of a patronymic, beyond the name it is made of. */
    private static final int LONGEST_ENDING = 5;

    private final Map<NameToken, Integer> codes = new HashMap<>();
    private final List<NameToken> tokens = new ArrayList<>();
    private final List<ParsedName> alone = new ArrayList<>();
    private final Ints counts = new Ints(1024);
    private final Longs hashes = new Longs(1024);
    private final Ints lastRecord = new Ints(1024);

    synchronized int code(NameToken token) {
        Integer known = codes.get(token);
        if (known != null) {
            return known;
        }
        int code = tokens.size();
        codes.put(token, code);
        tokens.add(token);
        alone.add(null);
        counts.add(0);
        lastRecord.add(-1);
        hashes.add(Hashes.then(Hashes.of(token.normal()), token.role() == TokenRole.INITIAL ? 7 : 1));
        return code;
    }

    /** The code of a token, or -1 where no record held it. */
    int find(NameToken token) {
        return codes.getOrDefault(token, -1);
    }

    /** Counts a record that holds the token; several times in one record count once. */
    void count(int code, int record) {
        if (lastRecord.values[code] != record) {
            lastRecord.values[code] = record;
            counts.values[code]++;
        }
    }

    void uncount(int code) {
        counts.values[code]--;
    }

    int size() {
        return tokens.size();
    }

    NameToken token(int code) {
        return tokens.get(code);
    }

    int count(int code) {
        return counts.values[code];
    }

    /** The same for the same token in every run. */
    long hash(int code) {
        return hashes.values[code];
    }

    boolean isInitial(int code) {
        return tokens.get(code).role() == TokenRole.INITIAL;
    }

    boolean isLatin(int code) {
        return tokens.get(code).script() == NameScript.LATIN;
    }

    /** How two different tokens agree, computed from their letters or, across scripts, from their readings. */
    byte compare(int a, int b) {
        if (a == b) {
            return SAME;
        }
        NameToken x = tokens.get(a);
        NameToken y = tokens.get(b);
        boolean initialX = x.role() == TokenRole.INITIAL;
        if (initialX || y.role() == TokenRole.INITIAL) {
            return initial(x, y);
        }
        if (x.script() == NameScript.LATIN && y.script() == NameScript.LATIN) {
            return latin(x.normal(), y.normal(), x, y);
        }
        NameAgreement agreement = NameComparer.compare(alone(a), alone(b));
        return switch (agreement.kind()) {
            case SAME_CHARACTERS, SAME_READING -> NEAR;
            case READINGS_INTERSECT -> agreement.initialsUsed() ? INITIAL : NEAR;
            case NEAR_READING -> agreement.logLikelihoodRatio() > 3 ? (agreement.similarity() > 0.85 ? NEAR : FAR) : 0;
            case SKELETON_EQUAL -> agreement.logLikelihoodRatio() > 3 ? FAR : 0;
            case PARTIAL, DIFFERENT, MISSING -> agreement.logLikelihoodRatio() > 5 ? FAR : 0;
        };
    }

    private ParsedName alone(int code) {
        ParsedName known = alone.get(code);
        if (known == null) {
            known = Names.read(tokens.get(code).written());
            alone.set(code, known);
        }
        return known;
    }

    private static byte initial(NameToken x, NameToken y) {
        if (x.script() == y.script()) {
            return x.normal().charAt(0) == y.normal().charAt(0) ? INITIAL : 0;
        }
        return !x.readings().isEmpty() && !y.readings().isEmpty() && x.readings().getFirst().latin().charAt(0) == y.readings().getFirst().latin().charAt(0) ? INITIAL : 0;
    }

    /** The father's name is another part than the name it is made of: Oleksandr, Oleksandrovych. */
    private static boolean isPatronymic(String longer) {
        return longer.endsWith("vich") || longer.endsWith("vych") || longer.endsWith("vic") || longer.endsWith("vna") || longer.endsWith("ogly") || longer.endsWith("oglu");
    }

    static byte latin(String a, String b, NameToken x, NameToken y) {
        int length = Math.max(a.length(), b.length());
        int shorter = Math.min(a.length(), b.length());
        if (a.equals(b)) {
            return SAME;
        }
        if (shorter <= 2) {
            return shorter == 2 && length <= 3 && Edit.distance(a, b, 1) <= 1 && a.charAt(0) == b.charAt(0) ? FAR : 0;
        }
        int bound = length >= 9 ? 3 : length >= 5 ? 2 : 1;
        int edits = Edit.distance(a, b, bound);
        if (edits == 1) {
            return length >= 4 ? NEAR : FAR;
        }
        if (edits == 2 && length >= 7) {
            return NEAR;
        }
        if (edits <= bound) {
            return FAR;
        }
        if (shorter >= 3 && (a.startsWith(b) || b.startsWith(a)) && !(length - shorter <= LONGEST_ENDING && isPatronymic(a.length() > b.length() ? a : b))) {
            return FAR;
        }
        String skeleton = x.skeleton();
        return skeleton.length() >= 2 && skeleton.equals(y.skeleton()) && Edit.distance(a, b, 4) <= 4 && a.charAt(0) == b.charAt(0) ? FAR : 0;
    }
}
