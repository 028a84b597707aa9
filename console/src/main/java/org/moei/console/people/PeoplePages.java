package org.moei.console.people;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.moei.base.Problem;
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
import org.springframework.web.servlet.view.RedirectView;

/** /people: by token, and one page for each person. */
@Controller
public final class PeoplePages {
    private static final int LONGEST_TEXT = 2_000;

    private final Pages pages;
    private final PeopleView view;

    public PeoplePages(Pages pages, PeopleView view) {
        this.pages = pages;
        this.view = view;
    }

    @Rule(Permission.PERSON_SEE)
    @GetMapping("/people")
    View people(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String filter,
            @RequestParam(defaultValue = "") String after) {
        if (!token.isBlank()) {
            Optional<UUID> found = view.findByToken(viewer, token.strip());
            return new RedirectView("/people/" + found.orElseThrow(Authoriser::denied));
        }
        return pages.view("people/people", "people.title", view.people(viewer, filter, after));
    }

    @Rule(Permission.PERSON_SEE)
    @GetMapping("/people/{person}")
    View person(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID person) {
        PeopleView.PersonPage page = view.person(viewer, person).orElseThrow(Authoriser::denied);
        return pages.view("people/person", "people.one", page, page.token());
    }

    @Rule(Permission.PERSON_SEE)
    @GetMapping("/people/{person}/slip")
    View slip(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID person) {
        PeopleView.ConsentPage page = view.consents(viewer, person).orElseThrow(Authoriser::denied);
        return pages.view("people/slip", "people.slip", page, page.token());
    }

    @Rule(Permission.PERSON_EDIT)
    @PostMapping("/people/{person}/statements")
    String say(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable UUID person,
            @RequestParam String field,
            @RequestParam String text,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "person") String saidBy,
            RedirectAttributes redirect) {
        view.say(viewer, person, new PeopleView.Statement(field, text.strip(), language.strip(), saidBy));
        redirect.addFlashAttribute(Pages.NOTICE, Texts.english().of("people.said"));
        return "redirect:/people/" + person;
    }

    @Rule(Permission.CONSENT_RECORD)
    @PostMapping("/people/{person}/consents")
    String consent(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable UUID person,
            @RequestParam String purpose,
            @RequestParam Map<String, String> fields,
            RedirectAttributes redirect) {
        view.consent(viewer, person, purpose, new PeopleView.ConsentAnswer(
                text(fields, "answer"), text(fields, "words"), text(fields, "interpreter"), text(fields, "present"), text(fields, "withhold"), text(fields, "guardian"), text(fields, "step")));
        redirect.addFlashAttribute(Pages.NOTICE, Texts.english().of("consent.kept"));
        return "redirect:/people/" + person + "/consents";
    }

    private static String text(Map<String, String> fields, String name) {
        String text = fields.getOrDefault(name, "").strip();
        if (text.length() > LONGEST_TEXT) {
            throw Problem.of(Problem.Kind.WRONG_USE, "text-too-long", Texts.english().of("consent.too-long", LONGEST_TEXT)).asException();
        }
        return text;
    }

    @Rule(Permission.PERSON_SEE)
    @GetMapping("/people/{person}/consents")
    View consents(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID person) {
        PeopleView.ConsentPage page = view.consents(viewer, person).orElseThrow(Authoriser::denied);
        return pages.view("people/consents", "consent.title", page, page.token());
    }

    @Rule(Permission.CONSENT_RECORD)
    @PostMapping("/people/{person}/apart")
    String keepApart(
            @AuthenticationPrincipal Viewer viewer, @PathVariable UUID person, @RequestParam String token, @RequestParam(defaultValue = "") String words, RedirectAttributes redirect) {
        view.keepApart(viewer, person, token.strip(), words.strip());
        redirect.addFlashAttribute(Pages.NOTICE, Texts.english().of("people.apart-kept"));
        return "redirect:/people/" + person;
    }

    @Rule(Permission.CONSENT_RECORD)
    @PostMapping("/people/{person}/apart/{other}/lift")
    String liftApart(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID person, @PathVariable UUID other, @RequestParam(defaultValue = "") String reason, RedirectAttributes redirect) {
        view.liftApart(viewer, person, other, reason.strip());
        redirect.addFlashAttribute(Pages.NOTICE, Texts.english().of("people.apart-lifted"));
        return "redirect:/people/" + person;
    }

    @Rule(Permission.PAIR_REVIEW)
    @PostMapping("/people/{person}/unlink/{link}")
    String unlink(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable UUID person,
            @PathVariable UUID link,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        view.unlink(viewer, person, link, reason.strip());
        redirect.addFlashAttribute(Pages.UNDO, new Page.Undo(
                Texts.english().of("people.unlinked"), "/people/" + person + "/relink/" + link, Texts.english().of("people.unlinked-until")));
        return "redirect:/people/" + person;
    }

    @Rule(Permission.PAIR_REVIEW)
    @PostMapping("/people/{person}/relink/{link}")
    String relink(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID person, @PathVariable UUID link) {
        view.relink(viewer, person, link);
        return "redirect:/people/" + person;
    }
}
