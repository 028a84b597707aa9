package org.moei.foundation.database;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The two wings, and what each owns in the database: three schemas and four roles that the other wing cannot touch. */
public enum Wing {
    /** People: lists, arrivals, screening, journeys. */
    PROTECTION,
    /** Sites, supplies, networks, threats. */
    DISRUPTION;

    /** What a role may do. */
    public enum Role {
        /** Owns the tables and runs the migrations; nobody signs in as it. */
        OWNER,
        /** Appends to the journal and the access log, and keeps the projections. */
        WRITER,
        /** Reads projections, and only the rows of the scope that the transaction names. */
        APP,
        /** Reads the journal and makes the projections anew; cannot change the journal. */
        REBUILD;

        boolean signsIn() {
            return this != OWNER;
        }
    }

    /** In lower case, as it stands in schemas, roles and on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The schema of the projections. */
    public String schema() {
        return word();
    }

    /** The schema of the journal and its tree. */
    public String journalSchema() {
        return word() + "_journal";
    }

    /** The schema of the access log and its tree. */
    public String accessSchema() {
        return word() + "_access";
    }

    /** The schema in which the migrations write down that they ran. */
    public String migrationSchema() {
        return word() + "_migration";
    }

    public List<String> schemas() {
        return List.of(schema(), journalSchema(), accessSchema(), migrationSchema());
    }

    /** The database role, e.g. {@code moei_protection_writer}. */
    public String role(Role role) {
        return "moei_" + word() + "_" + role.name().toLowerCase(Locale.ROOT);
    }

    /** What a migration may write as <code>${wing}</code>, <code>${journal}</code>, <code>${app}</code> and so on. */
    public Map<String, String> placeholders() {
        return Map.of(
                "wing", schema(),
                "journal", journalSchema(),
                "access", accessSchema(),
                "migration", migrationSchema(),
                "owner", role(Role.OWNER),
                "writer", role(Role.WRITER),
                "app", role(Role.APP),
                "rebuild", role(Role.REBUILD));
    }
}
