package org.moei.disruption.picture;

/** What an entry says. A record whose components are texts, enums, lists of them and a {@link Basis}, so that JSON keeps it. */
public interface Content {

    /** Names the entry among those of its type; in kebab-case, never changed by a revision. */
    String key();

    /** On what it stands. */
    Basis basis();

    /**
     * Checks the fields of the type itself.
     *
     * @throws org.moei.base.ProblemException {@code REFUSED}, with the field
     */
    void check();
}
