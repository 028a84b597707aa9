package org.moei.indicators;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an indicator is. {@link #label()} is the word that files and commands use. */
public enum IndicatorType {
    DOMAIN, URL, IPV4, IPV6, CIDR, EMAIL, MD5, SHA1, SHA256, SHA512, SSDEEP, CVE, ASN, MAC, PHONE, IBAN, CARD, BANK_ACCOUNT, UPI, PROMPTPAY, EMVCO, PIX,
    BITCOIN, BITCOINCASH, ETHEREUM, TRON, LITECOIN, DOGECOIN, MONERO, SOLANA, RIPPLE, TON, ZCASH, DASH, CARDANO, STELLAR, TRANSACTION_HASH, MINING_POOL,
    TELEGRAM, LINE, WHATSAPP, WECHAT, QQ, FACEBOOK, INSTAGRAM, ZALO, VIBER, SIGNAL, DISCORD, KAKAOTALK, ANDROID_PACKAGE, IOS_APP, ONION, REGISTRY_KEY,
    USER_AGENT, FILE_NAME, ATTACK_TECHNIQUE;

    private static final Map<String, IndicatorType> BY_LABEL = Stream.of(values()).collect(Collectors.toMap(IndicatorType::label, Function.identity()));

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The word for it in files and on the command line, e.g. {@code bank_account}. */
    public String label() {
        return label;
    }

    /** The type of a word, in any case. */
    public static Optional<IndicatorType> find(String label) {
        return Optional.ofNullable(BY_LABEL.get(label.strip().toLowerCase(Locale.ROOT)));
    }

    /** Whether it is an address that holds money in a chain. */
    public boolean isWallet() {
        return compareTo(BITCOIN) >= 0 && compareTo(STELLAR) <= 0;
    }
}
