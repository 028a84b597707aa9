package org.moei.rehearsal.generator;

/** As in the published tables, which know two. */
public enum Sex {
    MALE("m"),
    FEMALE("f");

    private final String letter;

    Sex(String letter) {
        this.letter = letter;
    }

    /** {@code m} or {@code f}. */
    public String letter() {
        return letter;
    }

    public Sex other() {
        return this == MALE ? FEMALE : MALE;
    }
}
