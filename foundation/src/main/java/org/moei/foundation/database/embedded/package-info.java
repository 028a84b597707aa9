/**
 * Our own start-up of PostgreSQL 18 from the binaries that the build brings along.
 *
 * <p>The server listens on a Unix socket inside its own private folder and nowhere else. It is adopted when it runs
 * already, replaced when only its remains are left, and stopped by a small guard when its last user is gone, be it by
 * {@code kill -9}. See {@code docs/decisions} on why no ready-made launcher is used.
 */
@NullMarked
package org.moei.foundation.database.embedded;

import org.jspecify.annotations.NullMarked;
