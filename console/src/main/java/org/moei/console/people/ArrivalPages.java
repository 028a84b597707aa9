package org.moei.console.people;

import java.util.Optional;
import java.util.UUID;
import org.moei.base.Ids;
import org.moei.console.layout.Page;
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

/** /arrivals: one line a person, kept line by line. */
@Controller
public final class ArrivalPages {
    private final Pages pages;
    private final ArrivalsView view;
    private final Ids ids;

    public ArrivalPages(Pages pages, ArrivalsView view, Ids ids) {
        this.pages = pages;
        this.view = view;
        this.ids = ids;
    }

    /** The groups of this desk, and the days before. */
    public record Groups(java.util.List<ArrivalsView.Group> open, java.util.List<ArrivalsView.Group> days) {}

    /** The grid with an id for the line to come. */
    public record Grid(ArrivalsView.GroupPage group, UUID nextAction) implements org.moei.console.layout.AlreadyLogged {}

    @Rule(Permission.ARRIVAL_REGISTER)
    @GetMapping("/arrivals")
    View groups(@AuthenticationPrincipal Viewer viewer) {
        return pages.view("people/groups", "arrivals.title", new Groups(view.groups(viewer), view.days(viewer)));
    }

    @Rule(Permission.ARRIVAL_REGISTER)
    @PostMapping("/arrivals")
    String open(@AuthenticationPrincipal Viewer viewer, @RequestParam String label, @RequestParam Optional<Integer> announced) {
        return "redirect:/arrivals/" + view.open(viewer, label.strip(), announced.orElse(0));
    }

    @Rule(Permission.ARRIVAL_REGISTER)
    @GetMapping("/arrivals/{group}")
    View grid(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID group) {
        ArrivalsView.GroupPage page = view.group(viewer, group).orElseThrow(Authoriser::denied);
        return pages.view("people/grid", "arrivals.group", new Grid(page, ids.next()), page.group().label());
    }

    /** Keeps a line; the page comes back with the next empty one. htmx takes only the grid from it. */
    @Rule(Permission.ARRIVAL_REGISTER)
    @PostMapping("/arrivals/{group}/lines")
    String keep(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable UUID group,
            @RequestParam UUID action,
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String sex,
            @RequestParam(defaultValue = "") String age,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String urgent,
            @RequestParam(defaultValue = "") String alone,
            @RequestParam(defaultValue = "") String wayOut,
            @RequestParam(defaultValue = "") String with,
            @RequestParam(defaultValue = "") String name,
            RedirectAttributes redirect) {
        ArrivalsView.Line line = view.keep(viewer, group, new ArrivalsView.Entry(
                action, token.strip(), sex.strip(), age.strip(), language.strip(), urgent.strip(), alone.strip(), wayOut.strip(), with.strip(), name.strip()));
        redirect.addFlashAttribute(Pages.UNDO, new Page.Undo(
                Texts.english().of("arrivals.entered", line.token()),
                "/arrivals/" + group + "/undo/" + line.person(),
                Texts.english().of("arrivals.undo-until")));
        return "redirect:/arrivals/" + group;
    }

    @Rule(Permission.ARRIVAL_REGISTER)
    @PostMapping("/arrivals/{group}/undo/{person}")
    String undo(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID group, @PathVariable UUID person) {
        view.undo(viewer, group, person);
        return "redirect:/arrivals/" + group;
    }

    @Rule(Permission.ARRIVAL_REGISTER)
    @PostMapping("/arrivals/{group}/close")
    String close(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID group) {
        view.close(viewer, group);
        return "redirect:/arrivals";
    }
}
