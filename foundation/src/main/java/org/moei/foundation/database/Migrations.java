package org.moei.foundation.database;

/**
 * The migrations of one module for one wing.
 *
 * <p>Each module has a history of its own, so its files are numbered from {@code V1__…} whatever others do. Names of tables are written with their
 * schema: <code>${wing}.arrival</code>, <code>${journal}.action</code>; see {@link Wing#placeholders()}.
 *
 * @param wing whose schemas they change
 * @param module a word in lower case, e.g. {@code reception}; names the history
 * @param location folder on the class path, e.g. {@code org/moei/protection/reception/migration}
 */
public record Migrations(Wing wing, String module, String location) {
    public Migrations {
        if (!module.matches("[a-z][a-z_]{0,30}")) {
            throw new IllegalArgumentException("The module (" + module + ") of migrations is not a word in lower case.");
        }
    }
}
