package org.moei.console.signin;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.moei.base.Problem;
import org.moei.base.Uuid7;
import org.moei.console.demo.Passwords;
import org.moei.console.layout.Pages;
import org.moei.console.layout.Texts;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Account;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Rule;
import org.moei.foundation.access.SessionRules;
import org.moei.foundation.access.Viewer;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Accounts of the own wing for an administrator, and for the officer who confirms. An administrator reads nobody; so that no
 * account becomes the administrator's way to people, whatever gives access waits until somebody else opened it.
 */
@Controller
public final class AccountsPages {
    private final Pages pages;
    private final Function<Viewer, WingFoundation> wings;
    private final SessionRules rules;
    private final InstantSource wallClock;
    private final boolean rehearsal;

    /** Over the wings that this process serves.
     *
     * @param rehearsal whether the accounts follow from a seed and are not changed here
     */
    public AccountsPages(Pages pages, Function<Viewer, WingFoundation> wings, SessionRules rules, InstantSource wallClock, boolean rehearsal) {
        this.pages = pages;
        this.wings = wings;
        this.rules = rules;
        this.wallClock = wallClock;
        this.rehearsal = rehearsal;
    }

    /**
     * An account in the list.
     *
     * @param sessions how many stand
     */
    public record Line(Account account, int sessions, boolean rests, boolean own) {}

    /** The page of either of the two. */
    public record Model(List<Line> lines, List<String> roles, boolean manages, boolean confirms, boolean changes) {}

    @Rule(Permission.ACCOUNTS_MANAGE)
    @GetMapping("/accounts")
    View accounts(@AuthenticationPrincipal Viewer viewer) {
        return pages.view("signin/accounts", "accounts.title", model(viewer, account -> true));
    }

    @Rule(Permission.ACCOUNTS_CONFIRM)
    @GetMapping("/accounts-waiting")
    View waiting(@AuthenticationPrincipal Viewer viewer) {
        return pages.view("signin/accounts", "accounts.waiting-title", model(viewer, Account::waits));
    }

    private Model model(Viewer viewer, java.util.function.Predicate<Account> which) {
        WingFoundation wing = wings.apply(viewer);
        Instant now = wallClock.instant();
        List<Line> lines = wing.accounts().list().stream().filter(which)
                .map(a -> new Line(a, wing.sessions().list(a.viewer().account(), rules).size(), a.restsUntil().isAfter(now), a.viewer().account().equals(viewer.account())))
                .toList();
        List<String> roles = Arrays.stream(Role.values()).filter(role -> role.wing() == viewer.wing()).map(Role::id).toList();
        return new Model(lines, roles, pages.permits(viewer, Permission.ACCOUNTS_MANAGE), pages.permits(viewer, Permission.ACCOUNTS_CONFIRM), !rehearsal);
    }

    /** Makes an account, or gives one a new role, agency and password; it waits. */
    @Rule(Permission.ACCOUNTS_MANAGE)
    @PostMapping("/accounts")
    String put(@AuthenticationPrincipal Viewer viewer, @RequestParam String name, @RequestParam String role, @RequestParam String agency, @RequestParam(defaultValue = "") String places, RedirectAttributes redirect) {
        requireOperation();
        if (!name.matches("[a-z0-9][a-z0-9.-]{2,60}") || agency.isBlank() || agency.length() > 100) {
            throw Problem.of(Problem.Kind.WRONG_USE, "account-name", Texts.english().of("accounts.wrong-name")).asException();
        }
        WingFoundation wing = wings.apply(viewer);
        Role work = Arrays.stream(Role.values()).filter(r -> r.id().equals(role) && r.wing() == viewer.wing()).findFirst().orElseThrow(Authoriser::denied);
        Set<String> where = places.isBlank() ? Set.of(Viewer.EVERYWHERE) : new LinkedHashSet<>(List.of(places.strip().split("[\\s,]+")));
        UUID id = wing.accounts().find(name).map(a -> a.viewer().account()).orElseGet(() -> Uuid7.named(Instant.EPOCH, "account " + name));
        String password = Passwords.fresh(new SecureRandom());
        wing.accounts().propose(new Viewer(id, name, work, agency.strip(), where), password);
        return done(viewer, id, "account-proposed", redirect, "accounts.password", name, password);
    }

    @Rule(Permission.ACCOUNTS_MANAGE)
    @PostMapping("/accounts/{account}/password")
    String password(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID account, RedirectAttributes redirect) {
        requireOperation();
        Viewer owner = find(viewer, account).viewer();
        String password = Passwords.fresh(new SecureRandom());
        wings.apply(viewer).accounts().propose(owner, password);
        return done(viewer, account, "account-password", redirect, "accounts.password", owner.name(), password);
    }

    /** For one who lost the device and the paper; passkeys go too. */
    @Rule(Permission.ACCOUNTS_MANAGE)
    @PostMapping("/accounts/{account}/forget-app")
    String forget(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID account, RedirectAttributes redirect) {
        requireOperation();
        Viewer owner = find(viewer, account).viewer();
        wings.apply(viewer).accounts().await(account);
        wings.apply(viewer).secondFactors().forget(account);
        wings.apply(viewer).passkeys().forget(account);
        return done(viewer, account, "account-app-forgotten", redirect, "accounts.forgotten", owner.name());
    }

    @Rule(Permission.ACCOUNTS_MANAGE)
    @PostMapping("/accounts/{account}/end-sessions")
    String endSessions(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID account, RedirectAttributes redirect) {
        Viewer owner = find(viewer, account).viewer();
        int ended = wings.apply(viewer).sessions().endAll(account, "administrator");
        return done(viewer, account, "account-sessions-ended", redirect, "accounts.ended", owner.name(), ended);
    }

    @Rule(Permission.ACCOUNTS_MANAGE)
    @PostMapping("/accounts/{account}/lift")
    String lift(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID account, RedirectAttributes redirect) {
        Viewer owner = find(viewer, account).viewer();
        wings.apply(viewer).accounts().forgive(account);
        return done(viewer, account, "account-rest-lifted", redirect, "accounts.lifted", owner.name());
    }

    @Rule(Permission.ACCOUNTS_MANAGE)
    @PostMapping("/accounts/{account}/shut")
    String shut(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID account, @RequestParam boolean shut, RedirectAttributes redirect) {
        requireOperation();
        Viewer owner = find(viewer, account).viewer();
        wings.apply(viewer).accounts().shut(account, shut);
        return done(viewer, account, shut ? "account-shut" : "account-opened", redirect, shut ? "accounts.is-shut" : "accounts.is-open", owner.name());
    }

    /** The second pair of eyes: never on the own account. */
    @Rule(Permission.ACCOUNTS_CONFIRM)
    @PostMapping("/accounts-waiting/{account}/confirm")
    String confirm(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID account, RedirectAttributes redirect) {
        Viewer owner = find(viewer, account).viewer();
        if (account.equals(viewer.account())) {
            throw Authoriser.denied();
        }
        wings.apply(viewer).accounts().confirm(account);
        done(viewer, account, "account-confirmed", redirect, "accounts.confirmed", owner.name());
        return "redirect:/accounts-waiting";
    }

    private void requireOperation() {
        if (rehearsal) {
            throw Problem.of(Problem.Kind.WRONG_USE, "rehearsal", Texts.english().of("accounts.rehearsal")).asException();
        }
    }

    private Account find(Viewer viewer, UUID account) {
        return wings.apply(viewer).accounts().find(account).orElseThrow(Authoriser::denied);
    }

    private String done(Viewer viewer, UUID account, String what, RedirectAttributes redirect, String key, Object... words) {
        wings.apply(viewer).accessLog().read(viewer, what, List.of(account));
        redirect.addFlashAttribute(Pages.NOTICE, Texts.english().of(key, words));
        return "redirect:/accounts";
    }
}
