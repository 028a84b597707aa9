package org.moei.console.watch;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.moei.base.Problem;
import org.moei.console.layout.Nations;
import org.moei.console.layout.Pages;
import org.moei.console.layout.Shown;
import org.moei.console.layout.Texts;
import org.moei.foundation.access.Account;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Rule;
import org.moei.foundation.access.Viewer;
import org.moei.protection.Protection;
import org.moei.protection.people.Entry;
import org.moei.protection.screening.Indicator;
import org.moei.protection.screening.Interests;
import org.moei.protection.screening.RuleSet;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** One interview for an interpreter: given by the team, ended by it, by its decision or by the hours; token, language and questions, no answers. */
@Controller
public final class InterviewPages {
    private final Pages pages;
    private final Protection protection;

    /** Over the protection wing. */
    public InterviewPages(Pages pages, Protection protection) {
        this.pages = pages;
        this.protection = protection;
    }

    /** An interview. */
    public record Interview(UUID person, String token, String language) {}

    /** The interviews of an interpreter, and the questions of the one that is open. */
    public record Model(List<Interview> interviews, List<String> questions) implements Shown {
        @Override
        public List<UUID> records() {
            return interviews.stream().map(Interview::person).toList();
        }
    }

    private Optional<Interview> interview(Viewer viewer, UUID person) {
        return protection.people().findOutside(viewer, Permission.SESSION_SEE, person).map(e -> new Interview(e.id(), e.token(), Nations.language(e.language())));
    }

    @Rule(Permission.SESSION_SEE)
    @GetMapping("/interviews")
    View interviews(@AuthenticationPrincipal Viewer viewer) {
        return pages.view("watch/interviews", "interview.title", new Model(
                protection.foundation().grants().interviews(viewer).stream().flatMap(person -> interview(viewer, person).stream()).toList(), List.of()));
    }

    @Rule(Permission.SESSION_SEE)
    @GetMapping("/interviews/{person}")
    View one(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID person) {
        Interview interview = interview(viewer, person).orElseThrow(Authoriser::denied);
        switch (protection.interests().standing(viewer, person)) {
            case UNASKED -> {
                return new RedirectView("/interviews/" + person + "/interest");
            }
            case DECLARED -> throw Authoriser.denied();
            case NONE -> { }
        }
        boolean child = protection.people().findOutside(viewer, Permission.SESSION_SEE, person).map(Entry::ageBand).orElse("").equals("0-17");
        List<String> questions = RuleSet.indicators().stream()
                .filter(i -> i.strength(child) != Indicator.Strength.NONE)
                .map(i -> Texts.english().of("indicator." + i.code()))
                .toList();
        return pages.view("watch/interviews", "interview.title", new Model(List.of(interview), questions));
    }

    @Rule(Permission.SCREENING_INTERVIEW)
    @PostMapping("/screening/{person}/interpreter")
    String assign(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID person, @RequestParam String account, RedirectAttributes redirect) {
        requireOwn(viewer, person);
        Account interpreter = protection.foundation().accounts().find(account.strip())
                .filter(a -> a.viewer().role() == Role.INTERPRETER && !a.shut() && !a.waits())
                .orElseThrow(() -> Problem.of(Problem.Kind.WRONG_USE, "interpreter", Texts.english().of("interview.no-interpreter")).asException());
        if (protection.interests().standing(interpreter.viewer().account(), person) == Interests.Standing.DECLARED) {
            throw Problem.of(Problem.Kind.WRONG_USE, "interpreter", Texts.english().of("interest.not-this-one")).asException();
        }
        protection.foundation().grants().assign(interpreter.viewer().account(), person);
        return done(viewer, person, "interpreter-assigned", "interview.assigned", redirect);
    }

    @Rule(Permission.SCREENING_INTERVIEW)
    @PostMapping("/screening/{person}/interpreter/end")
    String end(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID person, RedirectAttributes redirect) {
        requireOwn(viewer, person);
        protection.foundation().grants().endInterview(person);
        return done(viewer, person, "interpreter-ended", "interview.ended", redirect);
    }

    private void requireOwn(Viewer viewer, UUID person) {
        if (protection.roster().find(viewer, person).isEmpty()) {
            throw Authoriser.denied();
        }
    }

    private String done(Viewer viewer, UUID person, String what, String words, RedirectAttributes redirect) {
        protection.foundation().accessLog().read(viewer, what, List.of(person));
        redirect.addFlashAttribute(Pages.NOTICE, Texts.english().of(words));
        return "redirect:/screening/" + person;
    }
}
