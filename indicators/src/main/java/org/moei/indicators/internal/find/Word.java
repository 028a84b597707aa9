package org.moei.indicators.internal.find;

import java.util.Optional;
import org.moei.indicators.IndicatorType;

/** What a keyword says about its surroundings. The first ones are messengers and networks. */
enum Word {
    TELEGRAM, LINE, LINEWORD, WHATSAPP, WECHAT, QQ, FACEBOOK, INSTAGRAM, ZALO, VIBER, SIGNAL, SIGNALWORD, DISCORD, DISCORDWORD, KAKAOTALK,
    BANK, APP, PACKAGE, FILE, VERSION, TRANSACTION, UPI, PROMPTPAY, PIX, CARD, NOHASH, PHONE, MONERO, AGENT, REGISTRY, CVE, ASN, POOL;

    private static final Word[] ALL = values();

    static Word of(int ordinal) {
        return ALL[ordinal];
    }

    boolean isPlatform() {
        return compareTo(KAKAOTALK) <= 0;
    }

    /** The type of the handles of a platform. */
    Optional<IndicatorType> platform() {
        return switch (this) {
            case TELEGRAM -> Optional.of(IndicatorType.TELEGRAM);
            case LINE, LINEWORD -> Optional.of(IndicatorType.LINE);
            case WHATSAPP -> Optional.of(IndicatorType.WHATSAPP);
            case WECHAT -> Optional.of(IndicatorType.WECHAT);
            case QQ -> Optional.of(IndicatorType.QQ);
            case FACEBOOK -> Optional.of(IndicatorType.FACEBOOK);
            case INSTAGRAM -> Optional.of(IndicatorType.INSTAGRAM);
            case ZALO -> Optional.of(IndicatorType.ZALO);
            case VIBER -> Optional.of(IndicatorType.VIBER);
            case SIGNAL, SIGNALWORD -> Optional.of(IndicatorType.SIGNAL);
            case DISCORD, DISCORDWORD -> Optional.of(IndicatorType.DISCORD);
            case KAKAOTALK -> Optional.of(IndicatorType.KAKAOTALK);
            case BANK, APP, PACKAGE, FILE, VERSION, TRANSACTION, UPI, PROMPTPAY, PIX, CARD, NOHASH, PHONE, MONERO, AGENT, REGISTRY, CVE, ASN, POOL -> Optional.empty();
        };
    }
}
