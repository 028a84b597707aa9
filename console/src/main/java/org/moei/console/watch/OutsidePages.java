package org.moei.console.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.moei.base.Problem;
import org.moei.console.layout.AlreadyLogged;
import org.moei.console.layout.Names;
import org.moei.console.layout.Pages;
import org.moei.console.layout.Texts;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.AccessLog;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Grants;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Rule;
import org.moei.foundation.access.Viewer;
import org.moei.protection.Protection;
import org.moei.protection.people.Entry;
import org.moei.protection.people.RecordKind;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * Somebody outside of the own scope: behind glass that is broken with a written reason, and the copy for whoever asks what is held
 * on them and who read it.
 */
@Controller
public final class OutsidePages {
    private static final int MOST_READERS = 1_000;

    private final Pages pages;
    private final Protection protection;
    private final Names names;

    /** Over the protection wing. */
    public OutsidePages(Pages pages, Protection protection, Names names) {
        this.pages = pages;
        this.protection = protection;
        this.names = names;
    }

    /** A form that asks for a token. */
    public record Ask(boolean glass, int minutes, int shortest) {}

    /** A value of the sealed content and where it stands there. */
    public record Line(String group, String field, String value) {}

    /** Somebody who read it: by role, agency and purpose, not by name. */
    public record Reader(Instant at, String role, String agency, String purpose, String page, String outcome) {}

    /** Glass that was broken. */
    public record Broken(Instant at, Instant until, String reason) {}

    /** What stands in the open beside the sealed content. */
    public record Clear(String field, String value) {}

    /** All that is held. */
    public record Held(UUID person, String token, boolean copy, List<Clear> clear, List<Line> lines, List<Reader> readers, List<Broken> glasses) implements AlreadyLogged {}

    @Rule(Permission.BREAK_GLASS)
    @GetMapping("/break-glass")
    View ask() {
        return pages.view("watch/ask", "glass.title", new Ask(true, (int) Grants.GLASS.toMinutes(), Grants.SHORTEST_REASON));
    }

    /** The officer is told before the page is shown; a token that nobody has is denied, and logged. */
    @Rule(Permission.BREAK_GLASS)
    @PostMapping("/break-glass")
    String breakGlass(@AuthenticationPrincipal Viewer viewer, @RequestParam String token, @RequestParam String reason) {
        WingFoundation wing = protection.foundation();
        if (reason.strip().length() < Grants.SHORTEST_REASON) {
            throw Problem.of(Problem.Kind.WRONG_USE, "glass-reason", Texts.english().of("glass.reason-short", Grants.SHORTEST_REASON)).asException();
        }
        Entry entry = find(token, viewer, "break-glass");
        wing.grants().breakGlass(viewer, entry.id(), reason);
        wing.watch().tell("glass", viewer.account(), entry.id(), reason.strip());
        wing.accessLog().read(viewer, "break-glass", List.of(entry.id()));
        return "redirect:/break-glass/" + entry.id();
    }

    @Rule(Permission.BREAK_GLASS)
    @GetMapping("/break-glass/{person}")
    View behindGlass(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID person) {
        return held(viewer, Permission.BREAK_GLASS, person, "behind-glass");
    }

    @Rule(Permission.PERSON_COPY)
    @GetMapping("/copies")
    View askCopy() {
        return pages.view("watch/ask", "copy.title", new Ask(false, 0, 0));
    }

    @Rule(Permission.PERSON_COPY)
    @PostMapping("/copies")
    String copyOf(@AuthenticationPrincipal Viewer viewer, @RequestParam String token) {
        return "redirect:/copies/" + find(token, viewer, "copy").id();
    }

    /** To be printed and handed over. */
    @Rule(Permission.PERSON_COPY)
    @GetMapping("/copies/{person}")
    View copy(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID person) {
        return held(viewer, Permission.PERSON_COPY, person, "copy");
    }

    private Entry find(String token, Viewer viewer, String what) {
        return protection.roster().system().findByToken(token.strip().toUpperCase(Locale.ROOT).replace(' ', '-')).filter(e -> e.kind() == RecordKind.PERSON).orElseThrow(() -> {
            protection.foundation().accessLog().denied(viewer, what, List.of());
            return Authoriser.denied();
        });
    }

    private View held(Viewer viewer, Permission permission, UUID person, String page) {
        Map<String, byte[]> open = protection.people().openOutside(viewer, permission, person, page);
        Entry entry = protection.people().findOutside(viewer, permission, person).orElseThrow(Authoriser::denied);
        boolean copy = permission == Permission.PERSON_COPY;
        List<Reader> readers = copy ? protection.foundation().accessLog().listAbout(person, MOST_READERS).stream().map(this::reader).toList() : List.of();
        List<Broken> glasses = copy ? protection.foundation().grants().glasses(person).stream().map(g -> new Broken(g.at(), g.until(), g.reason())).toList() : List.of();
        return pages.view("watch/held", copy ? "copy.title" : "glass.title", new Held(person, entry.token(), copy, clear(entry), Everything.of(open), readers, glasses));
    }

    private Reader reader(AccessLog.Entry entry) {
        return new Reader(
                entry.at(), entry.role().isEmpty() ? "" : Texts.english().of("role." + entry.role()), names.of(entry.agency()),
                entry.purpose().isEmpty() ? "" : Texts.english().of("purpose." + entry.purpose()), entry.what(), entry.outcome());
    }

    private static List<Clear> clear(Entry entry) {
        List<Clear> clear = new ArrayList<>();
        clear.add(new Clear("nationality", entry.nationality()));
        clear.add(new Clear("sex", entry.sex()));
        clear.add(new Clear("age-band", entry.ageBand()));
        clear.add(new Clear("language", entry.language()));
        clear.add(new Clear("how-out", entry.howOut()));
        clear.add(new Clear("urgent", entry.urgent()));
        clear.add(new Clear("state", entry.state()));
        for (var track : org.moei.protection.people.Track.values()) {
            clear.add(new Clear(track.id(), entry.track(track).id()));
        }
        clear.removeIf(c -> c.value().isEmpty());
        return clear;
    }
}
