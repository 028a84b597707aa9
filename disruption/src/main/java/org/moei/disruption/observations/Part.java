package org.moei.disruption.observations;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The part that whoever a value belongs to plays. It decides whether the value is kept in clear and whether it may ever become a notice. */
public enum Part {
    /** Runs the fraud, or owns what it runs on. */
    OPERATOR,
    /** Was made to work; used the account, the phone, the handle under coercion. */
    COERCED_WORKER,
    FRAUD_TARGET,
    BYSTANDER,
    /** Nobody has said yet. */
    UNKNOWN;

    /** As files and tables write it, e.g. {@code coerced-worker}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Part> find(String word) {
        String id = word.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
        return Stream.of(values()).filter(part -> part.id().equals(id)).findFirst();
    }

    /** Whether values are kept in clear; all others are sealed, and found only by whoever has the whole value. */
    public boolean isClear() {
        return switch (this) {
            case OPERATOR, UNKNOWN -> true;
            case COERCED_WORKER, FRAUD_TARGET, BYSTANDER -> false;
        };
    }

    /** Whether a value may become a notice: operators' only. */
    public boolean mayBecomeNotice() {
        return this == OPERATOR;
    }
}
