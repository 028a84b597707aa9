package org.moei.console.access;

import java.io.Serializable;
import java.util.UUID;

/**
 * Who has signed in.
 *
 * @param user the account
 * @param name as shown in the facts strip
 * @param role the word of the role, e.g. {@code screening}
 * @param wing the one wing of the account
 * @param agency whose work it is
 * @param place where the account works, as shown
 */
public record Viewer(UUID user, String name, String role, Wing wing, String agency, String place) implements Serializable {}
