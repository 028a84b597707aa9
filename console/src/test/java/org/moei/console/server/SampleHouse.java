package org.moei.console.server;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.moei.console.access.Permissions;
import org.moei.console.access.Viewer;
import org.moei.console.access.Wing;
import org.moei.console.layout.House;
import org.moei.console.signin.Accounts;

/** A small operation on 3 April 2025, 16:40 at Mae Sot, with an account for each role; the password is the name. */
final class SampleHouse implements House, Accounts, Permissions {
    static final Instant NOW = Instant.parse("2025-04-03T09:40:00Z");

    static final Map<String, Viewer> VIEWERS = Map.of(
            "desk", viewer(1, "Desk One", "reception", Wing.PROTECTION, "MoI", "Mae Sot, Bridge 2"),
            "screen", viewer(2, "Team A", "screening", Wing.PROTECTION, "MSDHS", "Phop Phra reception"),
            "return", viewer(3, "Return desk", "repatriation", Wing.PROTECTION, "MFA", "Mae Sot, Bridge 2"),
            "audit", viewer(4, "Auditor", "auditor", Wing.PROTECTION, "DPO", "Tak"),
            "field", viewer(5, "Investigator", "investigator", Wing.DISRUPTION, "DSI", "Tak province"));

    private static final Map<String, Set<String>> RULES = Map.of(
            "reception", Set.of("operation.read", "lists.read", "lists.import", "arrivals.write", "people.read", "people.write", "pairs.decide"),
            "screening", Set.of("operation.read", "people.read", "people.write", "pairs.decide", "screening.read", "screening.decide"),
            "repatriation", Set.of("operation.read", "people.read", "lists.read", "readiness.read", "journeys.read", "journeys.plan", "families.read"),
            "auditor", Set.of("access-log.read"),
            "investigator", Set.of("disruption.read", "claims.write"));

    private static Viewer viewer(int id, String name, String role, Wing wing, String agency, String place) {
        return new Viewer(new UUID(0, id), name, role, wing, agency, place);
    }

    static List<String> names() {
        return VIEWERS.keySet().stream().sorted().toList();
    }

    @Override
    public String operation() {
        return "Myawaddy release 2025";
    }

    @Override
    public boolean rehearsal() {
        return true;
    }

    @Override
    public Optional<String> openUntil() {
        return Optional.of("Open until 18:00");
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public InstantSource clock() {
        return InstantSource.fixed(NOW);
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("Asia/Bangkok");
    }

    @Override
    public Map<String, Long> waiting(Viewer viewer) {
        return Map.of("pairs", 61L, "screening", 412L);
    }

    @Override
    public Optional<Viewer> findByPassword(String name, String password) {
        return name.equals(password) ? Optional.ofNullable(VIEWERS.get(name)) : Optional.empty();
    }

    @Override
    public boolean allows(Viewer viewer, String rule) {
        return RULES.getOrDefault(viewer.role(), Set.of()).contains(rule);
    }
}
