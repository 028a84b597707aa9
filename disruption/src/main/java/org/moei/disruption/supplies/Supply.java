package org.moei.disruption.supplies;

/** What a compound lives on and a state can cut. */
public enum Supply {
    ELECTRICITY("electricity"),
    INTERNET("internet"),
    FUEL("fuel");

    private final String words;

    Supply(String words) {
        this.words = words;
    }

    /** As pages write it. */
    public String words() {
        return words;
    }
}
