package org.moei.gate.statement;

import java.util.Locale;
import java.util.regex.Pattern;
import org.moei.base.Problem;

/**
 * A technical indicator that was seen. Kinds that are, or lead to, one person (phones, e-mail addresses, handles, bank accounts) are not on the list.
 *
 * @param value in normal form: lower case where the kind ignores it, nothing around it
 */
public record SeenIndicator(Kind kind, String value) {

    /** The closed list of kinds, each with the form of its values. */
    public enum Kind {
        DOMAIN("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,8}[a-z]{2,24}"),
        ANDROID_PACKAGE("[a-z][a-z0-9_]*(?:\\.[a-z][a-z0-9_]*){1,8}"),
        BITCOIN("bc1[ac-hj-np-z02-9]{11,71}|[13][1-9A-HJ-NP-Za-km-z]{25,34}"),
        ETHEREUM("0x[0-9a-fA-F]{40}"),
        TRON("T[1-9A-HJ-NP-Za-km-z]{33}");

        private final Pattern form;

        Kind(String form) {
            this.form = Pattern.compile(form);
        }

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether values are made of words, which could be somebody's name. */
        boolean hasWords() {
            return this == DOMAIN || this == ANDROID_PACKAGE;
        }
    }

    private static final int LONGEST = 253;
    private static final Pattern MANY_DIGITS = Pattern.compile(".*\\d{5,}.*");

    public SeenIndicator {
        if (value.length() > LONGEST || !kind.form.matcher(value).matches()) {
            throw Problem.of(Problem.Kind.REFUSED, "indicator-form", "The indicator does not have the form of its kind (" + kind.id() + ").")
                    .at(Problem.Where.field("indicators"))
                    .withValue(value)
                    .withAdvice("it is a phone, an account or an address of a person: those do not cross the gate.")
                    .asException();
        }
        if (kind.hasWords() && MANY_DIGITS.matcher(value).matches()) {
            throw Problem.of(Problem.Kind.REFUSED, "number-in-indicator", "The indicator holds a number that could be a phone or a document.").at(Problem.Where.field("indicators")).withValue(value).asException();
        }
    }
}
