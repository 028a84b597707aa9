package org.moei.rehearsal.generator;

/**
 * One part of a name.
 *
 * @param role what it is in its custom
 * @param written in the script of its owner
 * @param latin as in the passport, without marks
 */
public record NamePart(Role role, String written, String latin) {

    /** What a part is; a patronymic is no family name, though forms ask for one. */
    public enum Role {
        FAMILY,
        GIVEN,
        MIDDLE,
        FATHER,
        GRANDFATHER,
        /** A word between names: bin, a/l, de la. */
        LINK
    }

    /** Whether sisters and brothers share it. */
    public boolean shared() {
        return switch (role) {
            case FAMILY, FATHER, GRANDFATHER, LINK -> true;
            case GIVEN, MIDDLE -> false;
        };
    }
}
