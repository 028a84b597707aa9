package org.moei.gate.statement;

import java.util.Locale;

/** What was done there: the closed list of practices that a statement may name. After the indicators of reference practice for forced scam labour. */
public enum Practice {
    LOCKED_IN("people kept from leaving by locks, guards or wire"),
    DOCUMENTS_TAKEN("passports or other documents taken"),
    PHONES_TAKEN("phones taken"),
    DEBT_DEMANDED("a debt demanded for travel, food or training"),
    RANSOM_DEMANDED("money demanded for letting people go"),
    PEOPLE_SOLD("people sold between compounds"),
    PEOPLE_MOVED("people moved before or during a raid"),
    BEATEN("people beaten"),
    ELECTRIC_SHOCKS("electric shocks"),
    DARK_ROOM("people shut away as a punishment"),
    FOOD_WITHHELD("food or sleep withheld"),
    FAMILY_THREATENED("families threatened"),
    QUOTA("a daily quota"),
    FINED("fines for missing the quota"),
    WAGES_WITHHELD("wages withheld"),
    LONG_HOURS("twelve hours of work a day or more"),
    ROMANCE_SCAM("scams by pretended love"),
    INVESTMENT_SCAM("scams by pretended investment"),
    IMPERSONATION_SCAM("scams by pretended officials or shops"),
    FAKE_GAMES("fake games"),
    ONLINE_GAMBLING("online gambling"),
    CRYPTOMINING("mining of cryptocurrency"),
    ACCOUNTS_BOUGHT("accounts, SIM cards or profiles bought or rented"),
    MONEY_MOVED("money moved through accounts of others or cryptocurrency"),
    GENERATORS("power by generators or solar panels"),
    SATELLITE_INTERNET("internet by satellite"),
    FUEL_STORED("fuel stored");

    private final String words;

    Practice(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
