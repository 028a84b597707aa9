package org.moei.foundation.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Keeps tables of a wing's schema in step with the journal, inside the append. It copies sealed bytes as they are and
 * uses no key, no serial and no {@code now()}, so that a rebuild gives equal tables.
 */
public interface Projector {

    /**
     * A table that the projector alone writes.
     *
     * @param name without the schema
     * @param key the columns of its order, comma-separated
     */
    record Table(String name, String key) {}

    /** Its tables, in an order in which they may be emptied. */
    List<Table> tables();

    /**
     * Applies actions in order of position. The connection is in the append's transaction with the wing's schema first
     * on the search path. Types it does not know are skipped.
     */
    void apply(Connection connection, List<Recorded> actions) throws SQLException;
}
