/**
 * The two databases in one server: start-up, roles, pools, migrations, and the walls inside.
 *
 * <p>A wing asks {@link org.moei.foundation.database.Database} for its {@link
 * org.moei.foundation.database.WingDatabase} and reads people's rows only through a {@link
 * org.moei.foundation.database.Scope}. Nothing here knows what a journal or a person is.
 */
@NullMarked
package org.moei.foundation.database;

import org.jspecify.annotations.NullMarked;
