package org.moei.indicators;

import com.ibm.icu.text.IDNA;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The Public Suffix List with its private section: which part of a host name can be registered.
 * Source: publicsuffix.org (Mozilla Public License 2.0), kept in a resource of its own.
 */
public final class PublicSuffix {
    private static final int NORMAL = 1;
    private static final int WILDCARD = 2;
    private static final int EXCEPTION = 4;
    private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII);
    private static final PublicSuffix LIST = new PublicSuffix();

    private final Map<String, Integer> rules = new HashMap<>(20_000);
    private final Set<String> topLevel = new HashSet<>(4_000);

    private PublicSuffix() {
        try (var in = PublicSuffix.class.getResourceAsStream("public_suffix_list.dat")) {
            if (in == null) {
                throw new IllegalStateException("The resource public_suffix_list.dat is missing.");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String rule = line.strip();
                if (!rule.isEmpty() && !rule.startsWith("//")) {
                    add(rule);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        topLevel.add("onion");
    }

    private void add(String rule) {
        int kind = rule.startsWith("*.") ? WILDCARD : rule.startsWith("!") ? EXCEPTION : NORMAL;
        String name = rule.substring(kind == WILDCARD ? 2 : kind == EXCEPTION ? 1 : 0).toLowerCase(Locale.ROOT);
        rule(name, kind);
        String ascii = ascii(name).orElse(name);
        if (!ascii.equals(name)) {
            rule(ascii, kind);
        }
    }

    private void rule(String name, int kind) {
        rules.merge(name, kind, (a, b) -> a | b);
        topLevel.add(name.substring(name.lastIndexOf('.') + 1));
    }

    /**
     * The registrable domain of a host: its public suffix and one label more, in lower case, in the script in which it was given.
     * Empty for a public suffix itself, for addresses, and for what is no host name (empty labels).
     */
    public static Optional<String> registrable(String host) {
        String name = host.strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.startsWith(".") || name.contains("..") || isDotted(name)) {
            return Optional.empty();
        }
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        int start = LIST.suffixStart(name);
        if (start <= 0) {
            return Optional.empty();
        }
        return Optional.of(name.substring(name.lastIndexOf('.', start - 2) + 1));
    }

    /** The public suffix of a lower-case host name, e.g. {@code co.uk} or {@code github.io}. */
    public static String suffix(String host) {
        return host.substring(LIST.suffixStart(host));
    }

    /** Whether a lower-case label, U-label or A-label, is a top-level domain of the list (or {@code onion}). */
    public static boolean isTopLevel(String label) {
        return LIST.topLevel.contains(label);
    }

    /** An exception cancels the wildcard that it is an exception to, so that the rule above counts (city.kobe.jp → kobe.jp), as the list's tests read it since 2024. */
    private int suffixStart(String name) {
        int best = name.lastIndexOf('.') + 1;
        for (int at = 0; at >= 0 && at < name.length(); ) {
            String rest = name.substring(at);
            int kind = rules.getOrDefault(rest, 0);
            int next = name.indexOf('.', at) + 1;
            if ((kind & NORMAL) != 0) {
                return at;
            }
            boolean wildcard = next > 0 && (rules.getOrDefault(name.substring(next), 0) & WILDCARD) != 0;
            if (wildcard && (kind & EXCEPTION) == 0) {
                return at;
            }
            at = next > 0 ? next : -1;
        }
        return best;
    }

    private static boolean isDotted(String name) {
        return name.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9') || name.indexOf(':') >= 0;
    }

    /** The A-labels of a host name by UTS 46, non-transitional; empty where it has none. */
    public static Optional<String> ascii(String host) {
        IDNA.Info info = new IDNA.Info();
        StringBuilder out = new StringBuilder(host.length());
        UTS46.nameToASCII(host, out, info);
        return info.hasErrors() ? Optional.empty() : Optional.of(out.toString());
    }
}
