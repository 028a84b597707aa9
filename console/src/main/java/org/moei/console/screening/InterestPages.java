package org.moei.console.screening;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.moei.base.Ids;
import org.moei.base.Problem;
import org.moei.console.layout.Pages;
import org.moei.console.layout.Shown;
import org.moei.console.layout.Texts;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Rule;
import org.moei.foundation.access.Viewer;
import org.moei.protection.Protection;
import org.moei.protection.people.Entry;
import org.moei.protection.screening.Interests;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What binds whoever screens, decides or interprets to the person, asked before the case opens. */
@Controller
public final class InterestPages {
    private static final String NOTHING = "none";

    private final Pages pages;
    private final Protection protection;
    private final Ids ids;
    private final InstantSource clock;

    /** Over the protection wing. */
    public InterestPages(Pages pages, Protection protection, Ids ids, InstantSource clock) {
        this.pages = pages;
        this.protection = protection;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The question.
     *
     * @param action where the answer goes
     */
    public record Model(UUID person, String token, String action, List<String> kinds) implements Shown {
        @Override
        public List<UUID> records() {
            return List.of(person);
        }
    }

    @Rule(Permission.SCREENING_INTERVIEW)
    @GetMapping("/screening/{person}/interest")
    View screener(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID person) {
        return ask(viewer, person, "/screening/" + person);
    }

    @Rule(Permission.SESSION_SEE)
    @GetMapping("/interviews/{person}/interest")
    View interpreter(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID person) {
        return ask(viewer, person, "/interviews/" + person);
    }

    private View ask(Viewer viewer, UUID person, String back) {
        protection.interests().standing(viewer, person);
        String token = protection.roster().system().find(person).map(Entry::token).orElseThrow(Authoriser::denied);
        return pages.view("screening/interest", "interest.title", new Model(person, token, back + "/interest", Arrays.stream(Interests.Kind.values()).map(Interests.Kind::id).toList()));
    }

    @Rule(Permission.SCREENING_INTERVIEW)
    @PostMapping("/screening/{person}/interest")
    String screenerAnswers(
            @AuthenticationPrincipal Viewer viewer, @PathVariable UUID person, @RequestParam(defaultValue = "") List<String> kind, @RequestParam(defaultValue = "") String words, RedirectAttributes redirect) {
        return keep(viewer, person, kind, words, redirect, "/screening");
    }

    @Rule(Permission.SESSION_SEE)
    @PostMapping("/interviews/{person}/interest")
    String interpreterAnswers(
            @AuthenticationPrincipal Viewer viewer, @PathVariable UUID person, @RequestParam(defaultValue = "") List<String> kind, @RequestParam(defaultValue = "") String words, RedirectAttributes redirect) {
        return keep(viewer, person, kind, words, redirect, "/interviews");
    }

    private String keep(Viewer viewer, UUID person, List<String> chosen, String words, RedirectAttributes redirect, String list) {
        List<Interests.Kind> kinds = Arrays.stream(Interests.Kind.values()).filter(k -> chosen.contains(k.id())).toList();
        if (kinds.isEmpty() && !chosen.contains(NOTHING)) {
            throw Problem.of(Problem.Kind.WRONG_USE, "interest", Texts.english().of("interest.choose")).asException();
        }
        protection.people().keep(protection.interests().answer(new Hand(viewer, ids, clock.instant(), "console"), person, kinds, words));
        redirect.addFlashAttribute(Pages.NOTICE, Texts.english().of(kinds.isEmpty() ? "interest.kept" : "interest.declared"));
        return "redirect:" + list + (kinds.isEmpty() ? "/" + person : "");
    }
}
