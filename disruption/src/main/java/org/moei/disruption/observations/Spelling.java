package org.moei.disruption.observations;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.moei.indicators.IndicatorType;
import org.moei.indicators.match.Values;

/** The one form of a value in which it is kept, asked for and compared. */
final class Spelling {
    static final int LONGEST = 8_192;

    /** What a word without a type may be the name of, where values are found by keyed hash only. */
    private static final List<IndicatorType> NAMES = List.of(
            IndicatorType.TELEGRAM, IndicatorType.LINE, IndicatorType.WHATSAPP, IndicatorType.WECHAT, IndicatorType.QQ, IndicatorType.FACEBOOK, IndicatorType.INSTAGRAM, IndicatorType.ZALO,
            IndicatorType.VIBER, IndicatorType.SIGNAL, IndicatorType.DISCORD, IndicatorType.KAKAOTALK, IndicatorType.BANK_ACCOUNT, IndicatorType.PHONE, IndicatorType.PROMPTPAY);

    private Spelling() {}

    /** Empty where the value cannot be one of its type. */
    static Optional<String> of(IndicatorType type, String value) {
        if (value.length() > LONGEST || value.chars().anyMatch(c -> c < ' ')) {
            return Optional.empty();
        }
        String normal = Values.normal(type, value);
        if (normal == null || normal.isBlank()) {
            return Optional.empty();
        }
        return switch (type) {
            case PHONE -> Optional.of("+" + normal);
            case WHATSAPP, ZALO, VIBER, SIGNAL -> Optional.of(value.strip().matches("\\+?[0-9 ()./-]{6,}") ? "+" + normal : name(value));
            case TELEGRAM, LINE, WECHAT, FACEBOOK, INSTAGRAM, DISCORD, KAKAOTALK -> Optional.of(name(value));
            case CIDR -> isNetwork(normal) ? Optional.of(normal) : Optional.empty();
            default -> Optional.of(normal);
        };
    }

    private static String name(String value) {
        String bare = value.strip();
        return bare.startsWith("@") ? bare.substring(1).toLowerCase(Locale.ROOT) : bare.indexOf('/') >= 0 || bare.startsWith("+") ? bare : bare.toLowerCase(Locale.ROOT);
    }

    /** An address and a prefix length that it can have. */
    static boolean isNetwork(String value) {
        int slash = value.indexOf('/');
        if (slash < 0 || !value.substring(slash + 1).matches("\\d{1,3}")) {
            return false;
        }
        String host = value.substring(0, slash);
        int bits = Integer.parseInt(value.substring(slash + 1));
        return bits <= 32 && host.equals(Values.normal(IndicatorType.IPV4, host)) || bits <= 128 && host.equals(Values.normal(IndicatorType.IPV6, host));
    }

    /** What the value may stand as where nobody says its type, the most likely first. */
    static List<IndicatorType> types(String value) {
        Set<IndicatorType> types = new LinkedHashSet<>();
        Values.typeOf(value).ifPresent(types::add);
        types.addAll(NAMES);
        return List.copyOf(types);
    }

    /** Every form in which the value may be kept. */
    static Set<String> forms(Optional<IndicatorType> type, String value) {
        Set<String> forms = new LinkedHashSet<>();
        for (IndicatorType each : type.map(List::of).orElseGet(() -> types(value))) {
            of(each, value).ifPresent(forms::add);
        }
        forms.add(value.strip());
        return forms;
    }
}
