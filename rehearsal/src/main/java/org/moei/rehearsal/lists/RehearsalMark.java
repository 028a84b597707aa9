package org.moei.rehearsal.lists;

/**
 * The mark that generated files carry: a last column with this header and this value in each row. It stands in the table itself, so that it survives
 * being renamed, copied or saved in another format. A database for rehearsals takes only files with it, a real one none.
 */
public final class RehearsalMark {
    public static final String HEADER = "made-for-rehearsal";
    public static final String VALUE = "yes";

    private RehearsalMark() {}
}
