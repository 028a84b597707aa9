package org.moei.console.access;

/** Asked before each page and for each link of the navigation. Denies whatever it does not know. */
public interface Permissions {

    /** Whether the viewer holds the permission that a {@link Rule} names. */
    boolean allows(Viewer viewer, String rule);
}
