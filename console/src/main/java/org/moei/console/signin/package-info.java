/** The sign-in form, local accounts, and the lock after repeated failures. */
@NullMarked
package org.moei.console.signin;

import org.jspecify.annotations.NullMarked;
