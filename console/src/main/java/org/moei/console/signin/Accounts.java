package org.moei.console.signin;

import java.util.Optional;
import org.moei.foundation.access.Viewer;

/** The local accounts. */
public interface Accounts {

    /** Who signs in with this name and password, or empty where either is wrong; takes equally long in both cases. */
    Optional<Viewer> findByPassword(String name, String password);
}
