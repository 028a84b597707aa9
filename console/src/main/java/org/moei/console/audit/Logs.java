package org.moei.console.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import org.moei.console.layout.Texts;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.AccessLog;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.database.Wing;

/** The access logs of the wings that this process serves; each viewer sees that of the own wing. */
public final class Logs implements AuditView {
    private static final int PAGE = 60;

    private final Map<Wing, WingFoundation> wings;
    private final boolean rehearsal;

    public Logs(List<WingFoundation> wings, boolean rehearsal) {
        this.wings = new TreeMap<>();
        wings.forEach(wing -> this.wings.put(wing.wing(), wing));
        this.rehearsal = rehearsal;
    }

    private WingFoundation of(Viewer viewer, Permission permission) {
        WingFoundation wing = Optional.ofNullable(wings.get(viewer.wing())).orElseThrow(Authoriser::denied);
        wing.authoriser().require(viewer, permission);
        return wing;
    }

    @Override
    public Log log(Viewer viewer, OptionalLong before, Optional<UUID> record) {
        AccessLog log = of(viewer, Permission.ACCESS_LOG_SEE).accessLog();
        List<AccessLog.Entry> entries = record.map(r -> log.listAbout(r, PAGE)).orElseGet(() -> log.list(before.orElse(Long.MAX_VALUE), PAGE));
        List<Entry> shown = entries.stream()
                .map(e -> new Entry(
                        e.position(), e.at(), shorten(e.account()), e.agency(), e.role(), e.purpose(), e.what(), e.outcome(), e.count(), e.records().stream().map(UUID::toString).toList()))
                .toList();
        OptionalLong next = record.isPresent() || entries.size() < PAGE ? OptionalLong.empty() : OptionalLong.of(entries.getLast().position());
        return new Log(shown, next);
    }

    /** An account by the end of its id: enough to tell accounts apart, and no name. */
    private static String shorten(String account) {
        return account.length() < 12 ? account : "…" + account.substring(account.length() - 12);
    }

    @Override
    public State state(Viewer viewer) {
        WingFoundation wing = of(viewer, Permission.SYSTEM_SEE);
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(Texts.english().of("system.wing"), wing.wing().word(), Texts.english().of("system.wing-note")));
        facts.add(new Fact(Texts.english().of("system.kind"), Texts.english().of(rehearsal ? "system.rehearsal" : "system.real"), Texts.english().of("system.kind-note")));
        facts.add(new Fact(Texts.english().of("system.vault"), Texts.english().of(wing.vault().isOpen() ? "system.open" : "system.sealed"), Texts.english().of("system.vault-note")));
        facts.add(new Fact(Texts.english().of("system.journal"), Texts.number(wing.journal().size()), Texts.english().of("system.journal-note")));
        facts.add(new Fact(Texts.english().of("system.java"), Runtime.version().toString(), Texts.english().of("system.memory", (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20)));
        return new State(facts);
    }
}
