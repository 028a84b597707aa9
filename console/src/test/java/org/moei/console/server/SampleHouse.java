package org.moei.console.server;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.moei.console.layout.House;
import org.moei.console.layout.Permissions;
import org.moei.console.layout.ReadLog;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Viewer;

/** A small operation on 3 April 2025, 16:40 at Mae Sot, with an account for each role; the password is the name. */
final class SampleHouse implements House, Permissions, ReadLog {
    static final Instant NOW = Instant.parse("2025-04-03T09:40:00Z");

    /** An account of each role that sees something of its own. */
    static final Map<String, Viewer> VIEWERS = Map.of(
            "desk", viewer(1, "desk", Role.RECEPTION),
            "screen", viewer(2, "screen", Role.SCREENER),
            "return", viewer(3, "return", Role.REPATRIATION),
            "case", viewer(9, "case", Role.CASE_MANAGER),
            "keep", viewer(10, "keep", Role.GATE_KEEPER),
            "trace", viewer(6, "trace", Role.TRACING),
            "command", viewer(7, "command", Role.COMMAND),
            "audit", viewer(4, "audit", Role.AUDITOR),
            "analyst", viewer(8, "analyst", Role.ANALYST),
            "field", viewer(5, "field", Role.INVESTIGATOR));

    /** What was read and denied, as the log would keep it. */
    final List<String> read = new CopyOnWriteArrayList<>();

    private static Viewer viewer(int id, String name, Role role) {
        return new Viewer(new UUID(0, id), name, role, "agency-" + id, Set.of("mae-sot"));
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
    public boolean permits(Viewer viewer, Permission permission) {
        return new Authoriser(viewer.wing()).permits(viewer, permission);
    }

    @Override
    public String place(Viewer viewer) {
        return "Mae Sot, Bridge 2";
    }

    @Override
    public void read(Viewer viewer, String what, Collection<UUID> records) {
        read.add(viewer.name() + " " + what + " " + records.size());
    }

    @Override
    public void denied(Viewer viewer, String what) {
        read.add(viewer.name() + " denied " + what);
    }
}
