/** Who may do what: accounts, roles, purposes and scopes, the one authoriser, and the log of every read. */
@NullMarked
package org.moei.foundation.access;

import org.jspecify.annotations.NullMarked;
