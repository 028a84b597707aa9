package org.moei.console.people;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.moei.base.Ids;
import org.moei.console.layout.Names;
import org.moei.console.layout.Pages;
import org.moei.console.layout.Shown;
import org.moei.console.layout.Texts;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Rule;
import org.moei.foundation.access.Viewer;
import org.moei.protection.Protection;
import org.moei.protection.people.Consents;
import org.moei.protection.people.Custody;
import org.moei.protection.people.Entry;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** /people/…/custody: the case of one person moves to another agency, where that person said yes to that agency. */
@Controller
public final class CustodyPages {
    private final Pages pages;
    private final Protection protection;
    private final Names names;
    private final Ids ids;
    private final InstantSource clock;

    /** Over the protection wing. */
    public CustodyPages(Pages pages, Protection protection, Names names, Ids ids, InstantSource clock) {
        this.pages = pages;
        this.protection = protection;
        this.names = names;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * An agency that works here.
     *
     * @param allowed whether the person said yes to it
     */
    public record Agency(String id, String name, boolean allowed) {}

    /** The page. */
    public record Model(UUID person, String token, boolean child, List<Agency> agencies) implements Shown {
        @Override
        public List<UUID> records() {
            return List.of(person);
        }
    }

    private Entry entry(Viewer viewer, UUID person) {
        return protection.roster().find(viewer, person).orElseThrow(Authoriser::denied);
    }

    /** The other agencies that have an account in this wing: a case must not move to where nobody is. */
    private List<String> agencies(Viewer viewer) {
        return protection.foundation().accounts().list().stream().filter(a -> !a.shut()).map(a -> a.viewer().agency()).filter(a -> !a.equals(viewer.agency())).distinct().sorted().toList();
    }

    private String known(Viewer viewer, String agency) {
        return agencies(viewer).stream().filter(agency::equals).findFirst().orElseThrow(Authoriser::denied);
    }

    @Rule(Permission.CASE_MOVE)
    @GetMapping("/people/{person}/custody")
    View custody(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID person) {
        Entry entry = entry(viewer, person);
        List<Agency> agencies = agencies(viewer).stream().map(a -> new Agency(a, names.of(a), entry.hasConsent(Custody.recipient(a), Custody.PURPOSE))).toList();
        return pages.view("people/custody", "custody.title", new Model(person, entry.token(), entry.isChild(), agencies), entry.token());
    }

    /** The answer to whether this agency may take the case over, as heard. */
    @Rule(Permission.CASE_MOVE)
    @PostMapping("/people/{person}/custody/consent")
    String consent(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable UUID person,
            @RequestParam String agency,
            @RequestParam String answer,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String interpreter,
            @RequestParam(defaultValue = "") String guardian,
            @RequestParam(defaultValue = "") String step,
            RedirectAttributes redirect) {
        String recipient = Custody.recipient(known(viewer, agency));
        Consents.State state = switch (answer) {
            case "yes" -> Consents.State.GIVEN;
            case "no" -> entry(viewer, person).hasConsent(recipient, Custody.PURPOSE) ? Consents.State.REVOKED : Consents.State.REFUSED;
            default -> Consents.State.UNANSWERED;
        };
        protection.people().keep(protection.people().consent(
                hand(viewer), person, recipient, Custody.PURPOSE, new Consents.Answer(state, words.strip(), interpreter.strip(), "", "", guardian.strip(), step.strip())));
        redirect.addFlashAttribute(Pages.NOTICE, Texts.english().of("consent.kept"));
        return "redirect:/people/" + person + "/custody";
    }

    @Rule(Permission.CASE_MOVE)
    @PostMapping("/people/{person}/custody")
    String move(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID person, @RequestParam String agency, RedirectAttributes redirect) {
        String token = entry(viewer, person).token();
        protection.custody().move(hand(viewer), person, known(viewer, agency));
        protection.foundation().accessLog().read(viewer, "custody-moved", List.of(person));
        redirect.addFlashAttribute(Pages.NOTICE, Texts.english().of("custody.moved", token, names.of(agency)));
        return "redirect:/people";
    }

    private Hand hand(Viewer viewer) {
        return new Hand(viewer, ids, clock.instant(), "console");
    }
}
