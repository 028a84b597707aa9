package org.moei.console.server;

import static org.moei.foundation.database.Wing.DISRUPTION;
import static org.moei.foundation.database.Wing.PROTECTION;

import java.util.ArrayList;
import java.util.List;
import org.moei.console.layout.Navigation;
import org.moei.console.layout.Navigation.Entry;
import org.moei.foundation.access.Permission;

/** Where each wing's pages stand in its navigation. */
public final class Wings {
    private Wings() {}

    /** The links of the wings that this process serves. */
    public static Navigation navigation(boolean protection, boolean disruption) {
        List<Entry> entries = new ArrayList<>();
        if (protection) {
            entries.addAll(List.of(
                    new Entry(PROTECTION, "home", "/protection", Permission.HOME, "H"),
                    new Entry(PROTECTION, "arrivals", "/arrivals", Permission.ARRIVAL_REGISTER, "A"),
                    new Entry(PROTECTION, "people", "/people", Permission.PERSON_SEE, "P"),
                    new Entry(PROTECTION, "pairs", "/pairs", Permission.PAIR_REVIEW, "M"),
                    new Entry(PROTECTION, "screening", "/screening", Permission.SCREENING_SEE, "S"),
                    new Entry(PROTECTION, "readiness", "/readiness", Permission.READINESS_SEE, "R"),
                    new Entry(PROTECTION, "journeys", "/journeys", Permission.JOURNEY_SEE, "J"),
                    new Entry(PROTECTION, "lists", "/lists", Permission.LIST_SEE, "L"),
                    new Entry(PROTECTION, "families", "/families", Permission.TRACING_SEE, "F"),
                    new Entry(PROTECTION, "testimony", "/testimony", Permission.TESTIMONY_SEE, "T"),
                    new Entry(PROTECTION, "witness-questions", "/witness-questions", Permission.WITNESS_SEEK, "W"),
                    new Entry(PROTECTION, "enquiries", "/enquiries", Permission.PRESENCE_ASKED, "E"),
                    new Entry(PROTECTION, "interviews", "/interviews", Permission.SESSION_SEE, "V"),
                    new Entry(PROTECTION, "break-glass", "/break-glass", Permission.BREAK_GLASS, "B"),
                    new Entry(PROTECTION, "copies", "/copies", Permission.PERSON_COPY, "C"),
                    new Entry(PROTECTION, "notices", "/notices", Permission.WATCH_SEE, "I"),
                    new Entry(PROTECTION, "retention", "/retention", Permission.PERSON_ERASE, "D"),
                    new Entry(PROTECTION, "numbers", "/numbers", Permission.NUMBERS_SEE, "N"),
                    new Entry(PROTECTION, "access-log", "/access-log", Permission.ACCESS_LOG_SEE, "O"),
                    new Entry(PROTECTION, "accounts", "/accounts", Permission.ACCOUNTS_MANAGE, "K"),
                    new Entry(PROTECTION, "accounts-waiting", "/accounts-waiting", Permission.ACCOUNTS_CONFIRM, "K"),
                    new Entry(PROTECTION, "system", "/system", Permission.SYSTEM_SEE, "Y")));
        }
        if (disruption) {
            entries.addAll(List.of(
                    new Entry(DISRUPTION, "home", "/disruption", Permission.HOME, "H"),
                    new Entry(DISRUPTION, "sites", "/sites", Permission.SITES_SEE, "S"),
                    new Entry(DISRUPTION, "supplies", "/supplies", Permission.SUPPLIES_SEE, "U"),
                    new Entry(DISRUPTION, "networks", "/networks", Permission.NETWORKS_SEE, "N"),
                    new Entry(DISRUPTION, "claims", "/claims", Permission.CLAIMS_SEE, "C"),
                    new Entry(DISRUPTION, "observations", "/observations", Permission.COLLECTIONS_SEE, "B"),
                    new Entry(DISRUPTION, "statements", "/statements", Permission.STATEMENTS_SEE, "T"),
                    new Entry(DISRUPTION, "witness-requests", "/witness-requests", Permission.WITNESS_ASK, "W"),
                    new Entry(DISRUPTION, "access-log", "/access-log", Permission.ACCESS_LOG_SEE, "O"),
                    new Entry(DISRUPTION, "accounts", "/accounts", Permission.ACCOUNTS_MANAGE, "K"),
                    new Entry(DISRUPTION, "accounts-waiting", "/accounts-waiting", Permission.ACCOUNTS_CONFIRM, "K"),
                    new Entry(DISRUPTION, "system", "/system", Permission.SYSTEM_SEE, "Y")));
        }
        return new Navigation(entries);
    }
}
