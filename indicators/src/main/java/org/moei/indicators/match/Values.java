package org.moei.indicators.match;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moei.indicators.IndicatorType;
import org.moei.indicators.PublicSuffix;
import org.moei.indicators.internal.codec.Wallets;
import org.moei.indicators.internal.find.Ip;
import org.moei.indicators.internal.find.Phones;

/** What a value of a list is where the list does not say so, and the form in which it is compared. */
public final class Values {
    private Values() {}

    /** The type of a bare value; empty where it is none that a log can hold. */
    public static Optional<IndicatorType> typeOf(String value) {
        String v = value.strip();
        if (v.isEmpty() || v.length() > 2048) {
            return Optional.empty();
        }
        if (v.contains("://")) {
            return Optional.of(IndicatorType.URL);
        }
        int slash = v.indexOf('/');
        if (slash > 0) {
            String host = v.substring(0, slash);
            boolean cidr = v.substring(slash + 1).matches("\\d{1,3}") && (Ip.four(host) != null || Ip.six(host) != null);
            return cidr ? Optional.of(IndicatorType.CIDR) : host.indexOf('.') > 0 ? Optional.of(IndicatorType.URL) : Optional.empty();
        }
        if (Ip.four(v) != null) {
            return Optional.of(IndicatorType.IPV4);
        }
        if (v.indexOf(':') >= 0 && Ip.six(v) != null) {
            return Optional.of(IndicatorType.IPV6);
        }
        if (v.indexOf('@') > 0) {
            return Optional.of(v.indexOf('.', v.indexOf('@')) > 0 ? IndicatorType.EMAIL : IndicatorType.UPI);
        }
        if (Wallets.isHex(v, 0)) {
            switch (v.length()) {
                case 32 -> {
                    return Optional.of(IndicatorType.MD5);
                }
                case 40 -> {
                    return Optional.of(IndicatorType.SHA1);
                }
                case 64 -> {
                    return Optional.of(IndicatorType.SHA256);
                }
                case 128 -> {
                    return Optional.of(IndicatorType.SHA512);
                }
                default -> { }
            }
        }
        if (v.startsWith("+") && Phones.international(v) != null) {
            return Optional.of(IndicatorType.PHONE);
        }
        Optional<Wallets.Wallet> wallet = Wallets.of(v);
        if (wallet.isPresent()) {
            return wallet.map(Wallets.Wallet::type);
        }
        return isName(v) ? Optional.of(IndicatorType.DOMAIN) : Optional.empty();
    }

    private static boolean isName(String v) {
        return v.indexOf('.') > 0 && v.chars().allMatch(c -> c > 127 || c == '.' || c == '-' || c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z');
    }

    /** The form that is compared, or null where the value cannot be one of its type. */
    public static @Nullable String normal(IndicatorType type, String value) {
        String v = value.strip();
        return switch (type) {
            case DOMAIN, ONION -> {
                String name = v.endsWith(".") ? v.substring(0, v.length() - 1) : v;
                String lower = name.toLowerCase(Locale.ROOT);
                boolean ascii = lower.chars().allMatch(c -> c < 128);
                yield lower.isEmpty() ? null : ascii ? isName(lower) || lower.indexOf('.') < 0 ? lower : null : PublicSuffix.ascii(lower).orElse(null);
            }
            case IPV4 -> Ip.four(v);
            case IPV6 -> Ip.six(v);
            case PHONE, WHATSAPP, ZALO, VIBER, SIGNAL -> {
                String digits = v.replaceAll("\\D", "");
                yield digits.length() < 6 ? null : digits;
            }
            case URL -> url(v);
            case EMAIL, UPI, MD5, SHA1, SHA256, SHA512, ETHEREUM, TRANSACTION_HASH -> v.toLowerCase(Locale.ROOT);
            case BITCOIN, LITECOIN, CARDANO, ZCASH, BITCOINCASH -> v.matches("(?i)(bc1|ltc1|addr1|stake1|zs1|u1|bitcoincash:|[qp][a-z0-9]{41}$).*") ? v.toLowerCase(Locale.ROOT).replaceFirst("^bitcoincash:", "") : v;
            default -> v;
        };
    }

    /** Scheme and host in lower case. */
    static String url(String v) {
        int scheme = v.indexOf("://");
        int host = scheme < 0 ? 0 : scheme + 3;
        int end = host;
        while (end < v.length() && "/?#".indexOf(v.charAt(end)) < 0) {
            end++;
        }
        return v.substring(0, end).toLowerCase(Locale.ROOT) + v.substring(end);
    }
}
