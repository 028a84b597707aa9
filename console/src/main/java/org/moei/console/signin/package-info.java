/** The ways in, the sessions that stand, and what the owners of accounts and those who look after accounts see of them. */
@NullMarked
package org.moei.console.signin;

import org.jspecify.annotations.NullMarked;
