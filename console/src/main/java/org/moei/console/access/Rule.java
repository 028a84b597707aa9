package org.moei.console.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The permission that a page asks for. A handler without one answers nobody. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Rule {
    /** The permission, or {@link #EVERYBODY} for pages that show no data. */
    String value();

    /** Whoever is signed in, in either wing. */
    String EVERYBODY = "everybody";

    /** Also without sign-in: the sign-in page and the health of the process. */
    String NOBODY = "nobody";
}
