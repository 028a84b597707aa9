package org.moei.console.gate;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.moei.console.layout.Pages;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Rule;
import org.moei.foundation.access.Viewer;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** /statements and /witness-requests. */
@Controller
public final class ReceivedPages {
    private static final String STATEMENTS = "redirect:/statements";

    private final Pages pages;
    private final ReceivedView view;

    public ReceivedPages(Pages pages, ReceivedView view) {
        this.pages = pages;
        this.view = view;
    }

    @Rule(Permission.STATEMENTS_SEE)
    @GetMapping("/statements")
    View statements(@AuthenticationPrincipal Viewer viewer) {
        return pages.view("gate/statements", "statements.title", view.statements(viewer));
    }

    @Rule(Permission.GATE_READ)
    @PostMapping("/statements/passage")
    String take(@AuthenticationPrincipal Viewer viewer, @RequestParam MultipartFile file, @RequestParam(defaultValue = "") String fingerprint, RedirectAttributes redirect) throws IOException {
        redirect.addFlashAttribute(Pages.NOTICE, view.take(viewer, file.getBytes(), fingerprint));
        return STATEMENTS;
    }

    @Rule(Permission.GATE_READ)
    @GetMapping("/statements/passage")
    ResponseEntity<byte[]> file(@AuthenticationPrincipal Viewer viewer, @RequestParam(defaultValue = "0") long after) {
        return TestimonyPages.passage(view.file(viewer, after), "to-protection.moei");
    }

    @Rule(Permission.STATEMENTS_SEE)
    @GetMapping("/statements/{statement}/stix")
    ResponseEntity<byte[]> stix(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID statement) {
        return TestimonyPages.passage(view.stix(viewer, statement.toString()), "statement.stix.json");
    }

    @Rule(Permission.PICTURE_EDIT)
    @PostMapping("/statements/{statement}/shared")
    String shared(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID statement, @RequestParam String partner) {
        view.shared(viewer, statement.toString(), partner);
        return STATEMENTS;
    }

    @Rule(Permission.PICTURE_EDIT)
    @PostMapping("/statements/{statement}/reached")
    String reached(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID statement, @RequestParam String partner) {
        view.reached(viewer, statement.toString(), partner);
        return STATEMENTS;
    }

    @Rule(Permission.WITNESS_ASK)
    @GetMapping("/witness-requests")
    View requests(@AuthenticationPrincipal Viewer viewer) {
        return pages.view("gate/requests", "requests.title", view.requests(viewer));
    }

    @Rule(Permission.WITNESS_ASK)
    @PostMapping("/witness-requests")
    String ask(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam String compound,
            @RequestParam String first,
            @RequestParam String last,
            @RequestParam(defaultValue = "") List<String> practice,
            @RequestParam(defaultValue = "") String note,
            @RequestParam String why) {
        view.ask(viewer, compound, first, last, practice, note, why);
        return "redirect:/witness-requests";
    }
}
