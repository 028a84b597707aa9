package org.moei.linkage.evidence;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moei.linkage.names.NameToken;
import org.moei.linkage.names.Names;

/**
 * How two names of organisations or vessels agree, in bits. Legal forms of many countries are one word each and weigh little; words that
 * many organisations share weigh little; a word of its own that only one side has speaks against, more so on both sides; numbers must agree.
 */
final class OrganisationNames {
    private static final int MOST_WORDS = 14;
    private static final Map<String, String> FORMS = new HashMap<>();
    private static final Map<String, Double> COMMON = new HashMap<>();

    static {
        forms("ltd", "ltd liability limited ltda limitada pte pty plc co company corp corporation inc incorporated llc llp lp kg gmbh ag sa sas sarl srl spa bv nv oy ab as aps kk ooo oao zao pao ao ojsc cjsc pjsc jsc zoo spzoo doo dd ad ead eood ood tov vat pp ltee cia sro kft zrt nyrt rt uab sia ou tbk pt cv ud sdn bhd fze fzc fzco dmcc wll psc saoc saog est establishment aktiengesellschaft gesellschaft anonim sirketi anonymous joint stock public private closed open obshchestvo akcionernoe aktsionernoe ogranichennoi otvetstvennostiu otvetstvennostyu publichnoe otkrytoe zakrytoe sociedad societe anonyme societatea raspundere limitata mit beschrankter haftung spolka ograniczona odpowiedzialnoscia responsabilite limitee");
        common(2.5, "group holding holdings international intl trading trade general services service enterprise enterprises industries industry industrial investment investments bank national state federal ministry committee organization organisation foundation charity charitable society association union center centre institute university research development technology technologies tech engineering construction shipping maritime marine lines transport logistics oil gas petroleum energy power steel company bureau department office agency administration party movement front army brigade brigades forces military islamic global world united first new great"
                + " import export export-import commercial management capital finance financial insurance aviation airlines air systems solutions electronics chemical plant factory works relief humanitarian aid fund");
        common(1.2, "of the and for in de la du des el et y e und der die das von van di del da do dos al i na w z");
    }

    private OrganisationNames() {}

    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("intl", "international"), Map.entry("int", "international"), Map.entry("1st", "first"), Map.entry("2nd", "second"), Map.entry("3rd", "third"),
            Map.entry("natl", "national"), Map.entry("univ", "university"), Map.entry("inst", "institute"), Map.entry("assoc", "association"), Map.entry("mfg", "manufacturing"),
            Map.entry("bros", "brothers"), Map.entry("dept", "department"), Map.entry("org", "organization"), Map.entry("organisation", "organization"), Map.entry("grp", "group"),
            Map.entry("centre", "center"), Map.entry("eng", "engineering"), Map.entry("tech", "technology"), Map.entry("technologies", "technology"), Map.entry("ind", "industries"));

    private static void forms(String canonical, String words) {
        for (String word : words.split(" ")) {
            FORMS.put(word, canonical);
        }
    }

    private static void common(double bits, String words) {
        for (String word : words.split(" ")) {
            COMMON.put(word, bits);
        }
    }

    /** A word and what it weighs. */
    private record Word(String text, double bits, boolean number, boolean form) {}

    /** Bits for the best of the names of both sides; Double.NaN where one side has none. */
    static double best(List<String> left, List<String> right) {
        double best = Double.NaN;
        List<List<Word>> a = left.stream().limit(Population.MAX_NAMES).map(OrganisationNames::words).filter(w -> !w.isEmpty()).toList();
        List<List<Word>> b = right.stream().limit(Population.MAX_NAMES).map(OrganisationNames::words).filter(w -> !w.isEmpty()).toList();
        for (List<Word> x : a) {
            for (List<Word> y : b) {
                double bits = compare(x, y);
                best = Double.isNaN(best) || bits > best ? bits : best;
            }
        }
        return best;
    }

    private static List<Word> words(String name) {
        String cut = name.length() > 300 ? name.substring(0, 300) : name;
        String text = Normalizer.normalize(cut, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT);
        text = text.replaceAll("(?<=\\b\\p{L})\\.\\s?(?=\\p{L}\\b)", "").replace("&", " and ").replaceAll("['’`.]", "");
        List<Word> words = new ArrayList<>();
        for (String raw : text.split("[^\\p{L}\\p{N}]+")) {
            if (raw.isEmpty() || words.size() >= MOST_WORDS) {
                continue;
            }
            String latin = raw.chars().allMatch(c -> c < 0x80) ? raw : latin(raw);
            latin = SHORT.getOrDefault(latin, latin);
            String form = latin.length() >= 9 && !COMMON.containsKey(latin) ? nearForm(latin) : FORMS.get(latin);
            boolean number = latin.chars().anyMatch(Character::isDigit);
            double bits = form != null ? 0.5 : number ? 5 : COMMON.getOrDefault(latin, 2.5 + Math.min(9, latin.length()) * 0.9);
            words.add(new Word(form != null ? form : latin, bits, number, form != null));
        }
        return words;
    }

    /** A long legal form may be misspelt: Aktiengeselschaft. */
    private static @Nullable String nearForm(String word) {
        String exact = FORMS.get(word);
        if (exact != null) {
            return exact;
        }
        for (Map.Entry<String, String> form : FORMS.entrySet()) {
            if (form.getKey().length() >= 9 && Edit.distance(form.getKey(), word, 1) <= 1) {
                return form.getValue();
            }
        }
        return null;
    }

    private static String latin(String raw) {
        StringBuilder out = new StringBuilder();
        for (NameToken token : Names.read(raw).tokens()) {
            out.append(token.readings().isEmpty() ? token.normal() : token.readings().getFirst().latin());
        }
        return out.isEmpty() ? raw : out.toString();
    }

    private static double compare(List<Word> a, List<Word> b) {
        boolean[] used = new boolean[b.size()];
        double agree = 0;
        double onlyA = 0;
        double onlyB = 0;
        boolean numbers = false;
        for (Word x : a) {
            int at = -1;
            double near = 0;
            for (int j = 0; j < b.size(); j++) {
                if (!used[j]) {
                    double similar = similar(x, b.get(j));
                    if (similar > near) {
                        near = similar;
                        at = j;
                    }
                }
            }
            if (at >= 0) {
                used[at] = true;
                agree += near * Math.min(x.bits, b.get(at).bits);
            } else {
                onlyA += x.bits;
                numbers |= x.number;
            }
        }
        for (int j = 0; j < b.size(); j++) {
            if (!used[j]) {
                onlyB += b.get(j).bits;
                numbers |= b.get(j).number;
            }
        }
        String joinedA = joined(a);
        String joinedB = joined(b);
        if (joinedA.equals(joinedB) && !joinedA.isEmpty()) {
            return Math.min(14, 4 + joinedA.length() * 0.8);
        }
        if (joinedA.length() >= 6 && joinedB.length() >= 6 && a.size() != b.size() && Edit.distance(joinedA, joinedB, 2) <= (joinedA.length() >= 10 ? 2 : 1) && !numbers) {
            return Math.min(10, 2 + joinedA.length() * 0.5);
        }
        if (isAcronym(a, joinedB) || isAcronym(b, joinedA)) {
            return 2.5;
        }
        double both = Math.min(onlyA, onlyB);
        double one = Math.max(onlyA, onlyB) - both;
        double bits = Math.min(14, agree) - 2.4 * both - (one > 1.3 ? 1.2 * one + 1.5 : 0) - (both > 2 ? 2 : 0) - (numbers ? 4 : 0) - 2;
        return Math.max(-12, bits);
    }

    private static String joined(List<Word> words) {
        StringBuilder out = new StringBuilder();
        words.stream().filter(w -> !w.form).forEach(w -> out.append(w.text));
        return out.toString();
    }

    private static boolean isAcronym(List<Word> words, String acronym) {
        if (acronym.length() < 3 || acronym.length() > 8) {
            return false;
        }
        StringBuilder all = new StringBuilder();
        StringBuilder heavy = new StringBuilder();
        for (Word w : words) {
            all.append(w.text.charAt(0));
            if (w.bits > 1.3 || w.form) {
                heavy.append(w.text.charAt(0));
            }
        }
        return all.length() == words.size() && words.size() >= 3 && (all.toString().equals(acronym) || heavy.toString().equals(acronym));
    }

    private static double similar(Word x, Word y) {
        if (x.text.equals(y.text)) {
            return 1;
        }
        if (x.number || y.number || x.form || y.form) {
            return 0;
        }
        int longer = Math.max(x.text.length(), y.text.length());
        int shorter = Math.min(x.text.length(), y.text.length());
        if (shorter < 4) {
            return 0;
        }
        int edits = Edit.distance(x.text, y.text, 2);
        return edits == 1 ? 0.8 : edits == 2 && longer >= 9 ? 0.65 : shorter >= 5 && (x.text.startsWith(y.text) || y.text.startsWith(x.text)) ? 0.5 : 0;
    }
}
