package org.moei.console.people;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.moei.base.Ids;
import org.moei.base.Problem;
import org.moei.console.layout.AlreadyLogged;
import org.moei.console.layout.Pages;
import org.moei.console.layout.Texts;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Rule;
import org.moei.foundation.access.Viewer;
import org.moei.protection.Protection;
import org.moei.protection.people.Consents;
import org.moei.protection.people.Entry;
import org.moei.protection.people.Health;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** /people/…/health: for those who treat the person, and for a case manager whom the person allowed to read it. */
@Controller
public final class HealthPages {
    private final Pages pages;
    private final Protection protection;
    private final Ids ids;
    private final InstantSource clock;

    /** Over the protection wing. */
    public HealthPages(Pages pages, Protection protection, Ids ids, InstantSource clock) {
        this.pages = pages;
        this.protection = protection;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param allowed whether the viewer may read the notes; without, none is in here
     * @param shared whether the person allowed the case manager to read them
     */
    public record Model(UUID person, String token, boolean allowed, boolean shared, boolean child, List<Health.Note> notes, List<String> needs, boolean mayEdit) implements AlreadyLogged {}

    @Rule(Permission.HEALTH_SEE)
    @GetMapping("/people/{person}/health")
    View health(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID person) {
        Entry entry = protection.roster().find(viewer, person).orElseThrow(Authoriser::denied);
        boolean allowed = protection.health().admits(viewer, entry);
        List<Health.Note> notes = allowed ? protection.health().list(viewer, person) : List.of();
        if (!allowed) {
            protection.foundation().accessLog().denied(viewer, "health", List.of(person));
        }
        return pages.view("people/health", "health.title", new Model(
                person, entry.token(), allowed, entry.hasConsent(Health.RECIPIENT, Health.PURPOSE), entry.isChild(), notes, Health.NEEDS, pages.permits(viewer, Permission.HEALTH_EDIT)), entry.token());
    }

    @Rule(Permission.HEALTH_EDIT)
    @PostMapping("/people/{person}/health")
    String note(
            @AuthenticationPrincipal Viewer viewer, @PathVariable UUID person, @RequestParam(defaultValue = "") String need, @RequestParam(defaultValue = "") String words, RedirectAttributes redirect) {
        protection.people().keep(protection.health().note(hand(viewer), person, need, words));
        return done(redirect, "health.kept", person);
    }

    /** Asked by those who treat the person, who know what it would show. */
    @Rule(Permission.HEALTH_EDIT)
    @PostMapping("/people/{person}/health/consent")
    String consent(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String interpreter,
            @RequestParam(defaultValue = "") String guardian,
            @RequestParam(defaultValue = "") String step,
            RedirectAttributes redirect) {
        if (words.length() + interpreter.length() + guardian.length() + step.length() > Health.LONGEST) {
            throw Problem.of(Problem.Kind.WRONG_USE, "text-too-long", Texts.english().of("consent.too-long", Health.LONGEST)).asException();
        }
        Entry entry = protection.roster().find(viewer, person).orElseThrow(Authoriser::denied);
        Consents.State state = switch (answer) {
            case "yes" -> Consents.State.GIVEN;
            case "no" -> entry.hasConsent(Health.RECIPIENT, Health.PURPOSE) ? Consents.State.REVOKED : Consents.State.REFUSED;
            default -> Consents.State.UNANSWERED;
        };
        protection.people().keep(protection.health().consent(
                hand(viewer), person, new Consents.Answer(state, words.strip(), interpreter.strip(), "", "", guardian.strip(), step.strip())));
        return done(redirect, "consent.kept", person);
    }

    private Hand hand(Viewer viewer) {
        return new Hand(viewer, ids, clock.instant(), "console");
    }

    private static String done(RedirectAttributes redirect, String key, UUID person) {
        redirect.addFlashAttribute(Pages.NOTICE, Texts.english().of(key));
        return "redirect:/people/" + person + "/health";
    }
}
