package org.moei.gate.statement;

import java.util.Locale;

/** Whom a statement may name: roles, never persons. */
public enum SeenRole {
    OWNER("owner"),
    MANAGER("manager"),
    TEAM_LEADER("team leader"),
    TRAINER("trainer"),
    TRANSLATOR("translator"),
    CASHIER("cashier"),
    TECHNICIAN("technician"),
    GUARD("guard"),
    ARMED_GROUP("member of an armed group"),
    RECRUITER("recruiter"),
    BROKER("broker"),
    DRIVER("driver"),
    OFFICIAL("official"),
    WORKER("worker");

    private final String words;

    SeenRole(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
