package org.moei.console.picture;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.moei.base.Problem;
import org.moei.console.layout.AlreadyLogged;
import org.moei.console.layout.Lanes;
import org.moei.console.layout.Pages;
import org.moei.console.layout.Texts;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Rule;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.database.Wing;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** The pages of the disruption wing. */
@Controller
public final class PicturePages {
    private final Pages pages;
    private final PictureView view;

    public PicturePages(Pages pages, PictureView view) {
        this.pages = pages;
        this.view = view;
    }

    /** The home page with its drawing. */
    public record HomeModel(PictureView.Home home, Optional<Content> lanes) implements AlreadyLogged {}

    /** The supplies page with its drawing. */
    public record SuppliesModel(PictureView.Supplies supplies, Optional<Content> lanes) implements AlreadyLogged {}

    /** The claims page. */
    public record ClaimsModel(List<PictureView.Claims> claims, boolean mayAdd) implements AlreadyLogged {}

    @Rule(Permission.HOME)
    @GetMapping("/disruption")
    View home(@AuthenticationPrincipal Viewer viewer) {
        pages.only(viewer, Wing.DISRUPTION);
        if (!pages.permits(viewer, Permission.SITES_SEE)) {
            return new RedirectView("/system");
        }
        PictureView.Home home = view.home(viewer);
        return pages.view("picture/home", "picture.title", new HomeModel(home, draw(home.supplies())));
    }

    @Rule(Permission.SITES_SEE)
    @GetMapping("/sites")
    View sites(@AuthenticationPrincipal Viewer viewer) {
        return pages.view("picture/sites", "sites.title", view.sites(viewer));
    }

    @Rule(Permission.SITES_SEE)
    @GetMapping("/sites/{site}")
    View site(@AuthenticationPrincipal Viewer viewer, @PathVariable String site) {
        PictureView.SitePage page = view.site(viewer, site).orElseThrow(Authoriser::denied);
        return pages.view("picture/site", "sites.one", page, page.site().name());
    }

    @Rule(Permission.SUPPLIES_SEE)
    @GetMapping("/supplies")
    View supplies(@AuthenticationPrincipal Viewer viewer) {
        PictureView.Supplies supplies = view.supplies(viewer);
        return pages.view("picture/supplies", "supplies.title", new SuppliesModel(supplies, draw(supplies)));
    }

    @Rule(Permission.NETWORKS_SEE)
    @GetMapping("/networks")
    View networks(@AuthenticationPrincipal Viewer viewer) {
        return pages.view("picture/networks", "networks.title", view.networks(viewer));
    }

    @Rule(Permission.CLAIMS_SEE)
    @GetMapping("/claims")
    View claims(@AuthenticationPrincipal Viewer viewer) {
        return pages.view("picture/claims", "claims.title", new ClaimsModel(view.claims(viewer), pages.permits(viewer, Permission.PICTURE_EDIT)));
    }

    @Rule(Permission.PICTURE_EDIT)
    @PostMapping("/claims")
    String claim(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam String question,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam String value,
            @RequestParam String counts,
            @RequestParam String says,
            @RequestParam(defaultValue = "") String when,
            @RequestParam String source,
            @RequestParam(defaultValue = "") String grade,
            RedirectAttributes redirect) {
        if (value.isBlank() || counts.isBlank() || says.isBlank() || source.isBlank()) {
            throw Problem.of(Problem.Kind.WRONG_USE, "claim-incomplete", Texts.english().of("claims.incomplete")).asException();
        }
        view.claim(viewer, new PictureView.NewClaim(question, kind, value.strip(), counts.strip(), says.strip(), when.strip(), source.strip(), grade));
        redirect.addFlashAttribute(Pages.NOTICE, Texts.english().of("claims.added"));
        return "redirect:/claims";
    }

    private static Optional<Content> draw(PictureView.Supplies supplies) {
        return supplies.lanes().isEmpty()
                ? Optional.empty()
                : Optional.of(Lanes.draw(Texts.english().of("supplies.chart"), supplies.first(), supplies.last(), supplies.lanes()));
    }
}
