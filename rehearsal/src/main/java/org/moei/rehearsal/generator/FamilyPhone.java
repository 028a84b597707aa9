package org.moei.rehearsal.generator;

/** Phones of people who are not among the made ones: those who look for them. */
public final class FamilyPhone {
    private FamilyPhone() {}

    /** A mobile number of a state, in E.164. */
    public static String of(String nationality, Draw draw) {
        return Papers.phone(nationality, draw);
    }
}
