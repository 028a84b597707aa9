package org.moei.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.moei.base.ProblemException;
import org.moei.console.layout.Pages;
import org.moei.console.layout.Texts;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Passkeys;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Rule;
import org.moei.foundation.access.SessionRules;
import org.moei.foundation.access.Sessions;
import org.moei.foundation.access.Viewer;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/** What an account's owner sees and changes of it: devices that are signed in, password, authenticator app, codes on paper. */
@Controller
public final class AccountPages {
    static final String PAPER = "paper";
    private static final String SECRET = "moei.app";

    private final Pages pages;
    private final Function<Viewer, WingFoundation> wings;
    private final SessionRules rules;
    private final Site site;

    /** Over the wings that this process serves. */
    public AccountPages(Pages pages, Function<Viewer, WingFoundation> wings, SessionRules rules, Site site) {
        this.pages = pages;
        this.wings = wings;
        this.rules = rules;
        this.site = site;
    }

    /** A device that is signed in. */
    public record Device(UUID id, Sessions.Session session, boolean own) {}

    /** The page. */
    public record Model(List<Device> devices, boolean app, int paperLeft, boolean mustHaveApp, List<Passkeys.Passkey> passkeys, Optional<AccountPasskeys.Offer> offer) {}

    /** Codes on paper, shown once. */
    public record Paper(List<String> codes) {}

    @Rule(Permission.OWN_SETTINGS)
    @GetMapping("/account")
    View account(@AuthenticationPrincipal Viewer viewer, HttpServletRequest request) {
        HttpSession session = request.getSession();
        WingFoundation wing = wings.apply(viewer);
        List<Device> devices = wing.sessions().list(viewer.account(), rules).stream().map(s -> new Device(s.id(), s, s.id().equals(session.getAttribute(SessionStart.SESSION)))).toList();
        return pages.view("signin/account", "account.title", new Model(
                devices, wing.secondFactors().has(viewer.account()), wing.secondFactors().left(viewer.account()), viewer.role().needsSecondFactor() && !pages.house().rehearsal(),
                wing.passkeys().list(viewer.account()),
                site.hasPasskeys() && request.getServerName().equals(site.name()) ? Optional.of(AccountPasskeys.Offer.of(request, viewer, site)) : Optional.empty()));
    }

    @Rule(Permission.OWN_SETTINGS)
    @PostMapping("/account/sessions/{session}/end")
    String end(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID session) {
        wings.apply(viewer).sessions().end(viewer.account(), session, "owner");
        log(viewer, "session-end");
        return "redirect:/account";
    }

    @Rule(Permission.OWN_SETTINGS)
    @PostMapping("/account/sign-out-everywhere")
    String endAll(@AuthenticationPrincipal Viewer viewer) {
        wings.apply(viewer).sessions().endAll(viewer.account(), "owner");
        log(viewer, "sign-out-everywhere");
        return "redirect:/sign-in?out";
    }

    @Rule(Permission.OWN_SETTINGS)
    @PostMapping("/account/password")
    String password(@AuthenticationPrincipal Viewer viewer, @RequestParam String old, @RequestParam String fresh, RedirectAttributes redirect) {
        if (pages.house().rehearsal()) {
            return said(redirect, "account.password-rehearsal");
        }
        boolean changed;
        try {
            changed = wings.apply(viewer).accounts().change(viewer.account(), old, fresh);
        } catch (ProblemException refused) {
            log(viewer, "password-change-refused");
            return said(redirect, "account." + refused.problem().code());
        }
        log(viewer, changed ? "password-change" : "password-change-failed");
        return changed ? "redirect:/sign-in?expired" : said(redirect, "account.wrong");
    }

    @Rule(Permission.OWN_SETTINGS)
    @GetMapping("/account/app")
    View appForm(@AuthenticationPrincipal Viewer viewer, HttpServletRequest request) {
        byte[] secret = wings.apply(viewer).secondFactors().propose();
        request.getSession().setAttribute(SECRET, secret);
        return pages.view("signin/enrol", "signin.enrol-title", SignInPages.Enrolment.of(pages, viewer, secret, false, "/account/app"));
    }

    /** The password is asked again, so that a screen left open does not give the account away. */
    @Rule(Permission.OWN_SETTINGS)
    @PostMapping("/account/app")
    String app(@AuthenticationPrincipal Viewer viewer, @RequestParam String password, @RequestParam String code, HttpSession session, RedirectAttributes redirect) {
        WingFoundation wing = wings.apply(viewer);
        Object secret = session.getAttribute(SECRET);
        session.removeAttribute(SECRET);
        Optional<List<String>> paper = secret instanceof byte[] bytes && wing.accounts().check(viewer.name(), password).isPresent()
                ? wing.secondFactors().enrol(viewer.account(), bytes, code)
                : Optional.empty();
        log(viewer, paper.isPresent() ? "app-enrolled" : "app-failed");
        return shown(paper, redirect);
    }

    @Rule(Permission.OWN_SETTINGS)
    @PostMapping("/account/paper")
    String renew(@AuthenticationPrincipal Viewer viewer, @RequestParam String password, RedirectAttributes redirect) {
        WingFoundation wing = wings.apply(viewer);
        boolean may = wing.secondFactors().has(viewer.account()) && wing.accounts().check(viewer.name(), password).isPresent();
        log(viewer, may ? "paper-renewed" : "paper-failed");
        return shown(may ? Optional.of(wing.secondFactors().renew(viewer.account())) : Optional.empty(), redirect);
    }

    private static String shown(Optional<List<String>> paper, RedirectAttributes redirect) {
        if (paper.isEmpty()) {
            return said(redirect, "account.wrong");
        }
        redirect.addFlashAttribute(PAPER, paper.get());
        return "redirect:/account/paper";
    }

    @Rule(Permission.OWN_SETTINGS)
    @GetMapping("/account/paper")
    Object paper(HttpServletRequest request) {
        var flash = RequestContextUtils.getInputFlashMap(request);
        if (flash != null && flash.get(PAPER) instanceof List<?> codes) {
            return pages.view("signin/paper", "paper.title", new Paper(codes.stream().map(String::valueOf).toList()));
        }
        return "redirect:/account";
    }

    private static String said(RedirectAttributes redirect, String key) {
        redirect.addFlashAttribute(Pages.NOTICE, Texts.english().of(key));
        return "redirect:/account";
    }

    private void log(Viewer viewer, String what) {
        wings.apply(viewer).accessLog().read(viewer, what, List.of());
    }
}
