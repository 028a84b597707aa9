package org.moei.rehearsal.scenario;

import java.util.List;
import java.util.Optional;

/**
 * Who takes part and where. Places are known to the township and never finer.
 *
 * @param agencies at most 200
 * @param places at most 500
 * @param townships the labels of the map; centres are rounded to a tenth of a degree on purpose
 * @param roles what an account may be for
 * @param accounts the accounts of a rehearsal; their passwords are made from the seed elsewhere
 */
public record Parties(
        List<Agency> agencies, List<Place> places, List<Township> townships, List<Role> roles, List<Account> accounts) {

    /** An organisation, office or armed group. */
    public record Agency(String id, String name, AgencyKind kind, Wing wing, Optional<String> country) {}

    public enum AgencyKind {
        ARMED_GROUP,
        BORDER_AUTHORITY,
        POLICE,
        IMMIGRATION,
        MILITARY,
        SOCIAL_WELFARE,
        HEALTH,
        LABOUR,
        JUSTICE,
        PROVINCIAL_ADMINISTRATION,
        FOREIGN_MINISTRY,
        EMBASSY,
        INTERGOVERNMENTAL,
        NON_GOVERNMENTAL,
        TRANSPORT,
        INTELLIGENCE,
        DATA_PROTECTION,
        OPERATION_COMMAND
    }

    /**
     * A place of the operation.
     *
     * @param township a name in {@link #townships()}
     * @param country ISO 3166 alpha-3
     * @param holder the agency that runs it, where one does
     */
    public record Place(String id, String name, PlaceKind kind, String township, String country, Optional<String> holder) {}

    public enum PlaceKind {
        HOLDING,
        CROSSING,
        RECEPTION,
        SCREENING,
        SHELTER,
        HOSPITAL,
        AIRPORT,
        OFFICE,
        EMBASSY
    }

    /**
     * A township as a label on the map.
     *
     * @param latitude degrees north, rounded to a tenth (about 11 km), so that no compound or shelter can be found by it
     * @param longitude degrees east, rounded to a tenth
     */
    public record Township(String id, String name, String region, String country, double latitude, double longitude, String source) {}

    /** What an account is for. @param purposes what its holder may read and write for */
    public record Role(String id, String title, Wing wing, List<String> purposes) {}

    /** An account of the rehearsal. @param places ids; empty means every place of its agency's work */
    public record Account(String name, String role, Wing wing, String agency, List<String> places, List<String> purposes) {}
}
