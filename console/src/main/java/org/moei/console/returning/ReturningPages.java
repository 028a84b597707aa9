package org.moei.console.returning;

import java.time.LocalDate;
import java.util.List;
import org.moei.console.layout.Pages;
import org.moei.console.layout.Texts;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Rule;
import org.moei.foundation.access.Viewer;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** /readiness and /journeys. */
@Controller
public final class ReturningPages {
    private final Pages pages;
    private final ReturningView view;

    public ReturningPages(Pages pages, ReturningView view) {
        this.pages = pages;
        this.view = view;
    }

    @Rule(Permission.READINESS_SEE)
    @GetMapping("/readiness")
    View readiness(@AuthenticationPrincipal Viewer viewer) {
        return pages.view("returning/readiness", "readiness.title", view.readiness(viewer));
    }

    @Rule(Permission.JOURNEY_SEE)
    @GetMapping("/journeys")
    View journeys(@AuthenticationPrincipal Viewer viewer) {
        return pages.view("returning/journeys", "journeys.title", view.journeys(viewer));
    }

    @Rule(Permission.JOURNEY_SEE)
    @GetMapping("/journeys/{journey}")
    View journey(@AuthenticationPrincipal Viewer viewer, @PathVariable String journey) {
        ReturningView.JourneyPage page = view.journey(viewer, journey).orElseThrow(Authoriser::denied);
        return pages.view("returning/journey", "journeys.one", page, page.title());
    }

    @Rule(Permission.JOURNEY_PLAN)
    @PostMapping("/journeys")
    String plan(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @RequestParam String mode,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam int seats,
            @RequestParam(defaultValue = "") List<String> nationality) {
        return "redirect:/journeys/" + view.plan(viewer, new ReturningView.Request(date, mode, from.strip(), to.strip(), seats, nationality));
    }

    @Rule(Permission.JOURNEY_PLAN)
    @PostMapping("/journeys/{journey}/keep")
    String keep(@AuthenticationPrincipal Viewer viewer, @PathVariable String journey, RedirectAttributes redirect) {
        view.keep(viewer, journey);
        redirect.addFlashAttribute(Pages.NOTICE, Texts.english().of("journeys.kept"));
        return "redirect:/journeys/" + journey;
    }
}
