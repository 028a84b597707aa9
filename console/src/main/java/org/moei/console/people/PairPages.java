package org.moei.console.people;

import gg.jte.Content;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.moei.console.layout.OneOf;
import org.moei.console.layout.Page;
import org.moei.console.layout.Pages;
import org.moei.console.layout.Shown;
import org.moei.console.layout.Texts;
import org.moei.console.layout.Waterfall;
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

/** /pairs: side by side, with the weight of each field. */
@Controller
public final class PairPages {
    private final Pages pages;
    private final PairsView view;

    public PairPages(Pages pages, PairsView view) {
        this.pages = pages;
        this.view = view;
    }

    /** The pair with its drawings. */
    public record Model(PairsView.PairPage pair, List<Content> weights) implements Shown {
        @Override
        public Collection<UUID> records() {
            return pair.records();
        }
    }

    @Rule(Permission.PAIR_REVIEW)
    @GetMapping("/pairs")
    View pairs(@AuthenticationPrincipal Viewer viewer, @RequestParam Optional<UUID> after) {
        return pages.view("people/pairs", "pairs.title", view.pairs(viewer, after));
    }

    @Rule(Permission.PAIR_REVIEW)
    @GetMapping("/pairs/{pair}")
    View pair(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID pair) {
        PairsView.PairPage page = view.pair(viewer, pair).orElseThrow(Authoriser::denied);
        return pages.view("people/pair", "pairs.title", new Model(page, Waterfall.draw(page.fields().stream().map(PairsView.Field::weight).toList())));
    }

    @Rule(Permission.PAIR_REVIEW)
    @PostMapping("/pairs/{pair}")
    String decide(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID pair, @RequestParam String decision, RedirectAttributes redirect) {
        Optional<UUID> next = view.pair(viewer, pair).orElseThrow(Authoriser::denied).next();
        PairsView.Decision decided = OneOf.of(PairsView.Decision.class, decision);
        UUID action = view.decide(viewer, pair, decided);
        redirect.addFlashAttribute(Pages.UNDO, new Page.Undo(
                Texts.english().of("pairs.kept." + decided.name().toLowerCase(Locale.ROOT)), "/pairs/" + pair + "/undo/" + action, Texts.english().of("pairs.undo-until")));
        return "redirect:/pairs" + next.map(id -> "/" + id).orElse("");
    }

    @Rule(Permission.PAIR_REVIEW)
    @PostMapping("/pairs/{pair}/undo/{action}")
    String undo(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID pair, @PathVariable UUID action) {
        view.undoPair(viewer, pair, action);
        return "redirect:/pairs/" + pair;
    }
}
