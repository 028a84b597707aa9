package org.moei.console.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.moei.console.layout.Pages;
import org.moei.console.layout.Texts;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Account;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Rule;
import org.moei.foundation.access.Viewer;
import org.moei.protection.Protection;
import org.moei.protection.people.Entry;
import org.moei.protection.people.People;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the data protection officer is told, how many people an account may open, and the records that nobody should open. */
@Controller
public final class OfficerPages {
    private static final Duration LONGEST_ALLOWANCE = Duration.ofHours(24);

    private final Pages pages;
    private final Protection protection;

    /** Over the protection wing. */
    public OfficerPages(Pages pages, Protection protection) {
        this.pages = pages;
        this.protection = protection;
    }

    /** A notice; who and about whom by account and token. */
    public record Notice(long id, Instant at, String kind, String account, String token, UUID record, String reason, boolean seen) {}

    /** A record that nobody should open. */
    public record Canary(UUID record, String token) {}

    /** The page. */
    public record Model(List<Notice> notices, List<Canary> canaries, int usual, long hours) {}

    @Rule(Permission.WATCH_SEE)
    @GetMapping("/notices")
    View notices() {
        WingFoundation wing = protection.foundation();
        Map<UUID, String> accounts = wing.accounts().list().stream().collect(Collectors.toMap(a -> a.viewer().account(), a -> a.viewer().name()));
        List<Notice> notices = wing.watch().notices().stream()
                .map(n -> new Notice(n.id(), n.at(), n.kind(), accounts.getOrDefault(n.account(), n.account().toString()), token(n.record()), n.record(), n.reason(), n.seen()))
                .toList();
        List<Canary> canaries = wing.watch().canaries().stream().map(record -> new Canary(record, token(record))).toList();
        return pages.view("watch/notices", "notices.title", new Model(notices, canaries, People.PEOPLE_AN_HOUR, LONGEST_ALLOWANCE.toHours()));
    }

    private String token(UUID record) {
        return protection.roster().system().find(record).map(Entry::token).filter(t -> !t.isEmpty()).orElse("…" + record.toString().substring(24));
    }

    @Rule(Permission.WATCH_SEE)
    @PostMapping("/notices/{id}/seen")
    String seen(@AuthenticationPrincipal Viewer viewer, @PathVariable long id) {
        protection.foundation().watch().seen(id);
        protection.foundation().accessLog().read(viewer, "notice-seen", List.of());
        return "redirect:/notices";
    }

    @Rule(Permission.WATCH_SEE)
    @PostMapping("/notices/budgets")
    String allow(@AuthenticationPrincipal Viewer viewer, @RequestParam String account, @RequestParam int people, @RequestParam String reason, RedirectAttributes redirect) {
        Account found = protection.foundation().accounts().find(account.strip()).filter(a -> !a.viewer().account().equals(viewer.account())).orElseThrow(Authoriser::denied);
        protection.foundation().watch().allow(viewer, found.viewer().account(), people, LONGEST_ALLOWANCE, reason);
        return done(viewer, "budget-raised", found.viewer().account(), redirect, "notices.allowed", found.viewer().name(), people);
    }

    @Rule(Permission.WATCH_SEE)
    @PostMapping("/notices/canaries")
    String mark(@AuthenticationPrincipal Viewer viewer, @RequestParam String token, RedirectAttributes redirect) {
        Entry entry = protection.roster().system().findByToken(token.strip().toUpperCase(Locale.ROOT)).orElseThrow(Authoriser::denied);
        protection.foundation().watch().markCanary(viewer, entry.id(), true);
        return done(viewer, "canary-marked", entry.id(), redirect, "notices.marked", entry.token());
    }

    @Rule(Permission.WATCH_SEE)
    @PostMapping("/notices/canaries/{record}/remove")
    String unmark(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID record, RedirectAttributes redirect) {
        protection.foundation().watch().markCanary(viewer, record, false);
        return done(viewer, "canary-unmarked", record, redirect, "notices.unmarked", token(record));
    }

    private String done(Viewer viewer, String what, UUID about, RedirectAttributes redirect, String key, Object... words) {
        protection.foundation().accessLog().read(viewer, what, List.of(about));
        redirect.addFlashAttribute(Pages.NOTICE, Texts.english().of(key, words));
        return "redirect:/notices";
    }
}
