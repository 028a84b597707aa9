package org.moei.console.screening;

import java.util.UUID;
import org.moei.base.Problem;
import org.moei.console.layout.Pages;
import org.moei.console.layout.Texts;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Rule;
import org.moei.foundation.access.Viewer;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** /screening: the queue and one case. */
@Controller
public final class ScreeningPages {
    private final Pages pages;
    private final ScreeningView view;

    public ScreeningPages(Pages pages, ScreeningView view) {
        this.pages = pages;
        this.view = view;
    }

    @Rule(Permission.SCREENING_SEE)
    @GetMapping("/screening")
    View queue(@AuthenticationPrincipal Viewer viewer, @RequestParam(defaultValue = "") String after) {
        return pages.view("screening/queue", "screening.title", view.queue(viewer, after));
    }

    @Rule(Permission.SCREENING_SEE)
    @GetMapping("/screening/{person}")
    View screening(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID person) {
        if (view.mustSayInterest(viewer, person)) {
            return new RedirectView("/screening/" + person + "/interest");
        }
        ScreeningView.CasePage page = view.screening(viewer, person).orElseThrow(Authoriser::denied);
        return pages.view("screening/case", "screening.one", page, page.token());
    }

    @Rule(Permission.SCREENING_INTERVIEW)
    @PostMapping("/screening/{person}/answers")
    String answer(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID person, @RequestParam String indicator, @RequestParam String answer) {
        view.answer(viewer, person, indicator, answer);
        return "redirect:/screening/" + person + "#" + indicator;
    }

    @Rule(Permission.SCREENING_DECIDE)
    @PostMapping("/screening/{person}/decision")
    String decide(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") String team,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String reasons,
            RedirectAttributes redirect) {
        if (team.isBlank() || outcome.isBlank() || reasons.isBlank()) {
            throw Problem.of(Problem.Kind.WRONG_USE, "decision-incomplete", Texts.english().of("screening.incomplete")).asException();
        }
        view.decide(viewer, person, new ScreeningView.Decision(team.strip(), outcome, reasons.strip()));
        redirect.addFlashAttribute(Pages.NOTICE, Texts.english().of("screening.decided", team.strip()));
        return "redirect:/screening/" + person;
    }

    @Rule(Permission.SCREENING_DECIDE)
    @PostMapping("/screening/{person}/reopen")
    String reopen(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID person, @RequestParam String reason) {
        view.reopen(viewer, person, reason.strip());
        return "redirect:/screening/" + person;
    }
}
