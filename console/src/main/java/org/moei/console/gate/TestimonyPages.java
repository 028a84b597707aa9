package org.moei.console.gate;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.moei.console.layout.Pages;
import org.moei.console.layout.Texts;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Rule;
import org.moei.foundation.access.Viewer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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

/** /testimony, /witness-questions, /enquiries. */
@Controller
public final class TestimonyPages {
    private static final String QUEUE = "redirect:/testimony";

    private final Pages pages;
    private final TestimonyView view;

    public TestimonyPages(Pages pages, TestimonyView view) {
        this.pages = pages;
        this.view = view;
    }

    @Rule(Permission.TESTIMONY_SEE)
    @GetMapping("/testimony")
    View queue(@AuthenticationPrincipal Viewer viewer) {
        return pages.view("gate/testimony", "testimony.title", view.queue(viewer));
    }

    @Rule(Permission.TESTIMONY_PROPOSE)
    @GetMapping("/testimony/new")
    View form(@AuthenticationPrincipal Viewer viewer) {
        return pages.view("gate/propose", "testimony.propose", view.form(viewer));
    }

    @Rule(Permission.TESTIMONY_PROPOSE)
    @PostMapping("/testimony")
    String propose(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam String token,
            @RequestParam String compound,
            @RequestParam String first,
            @RequestParam String last,
            @RequestParam(defaultValue = "") String stayFirst,
            @RequestParam(defaultValue = "") String stayLast,
            @RequestParam(defaultValue = "") List<String> practice,
            @RequestParam(defaultValue = "") List<String> role,
            @RequestParam(defaultValue = "") String indicators,
            @RequestParam(defaultValue = "") String note,
            @RequestParam String grade,
            @RequestParam String until,
            RedirectAttributes redirect) {
        view.propose(viewer, new TestimonyView.Proposal(token, compound, first, last, stayFirst, stayLast, practice, role, indicators, note, grade, until));
        redirect.addFlashAttribute(Pages.NOTICE, Texts.english().of("testimony.proposed"));
        return QUEUE;
    }

    @Rule(Permission.TESTIMONY_RELEASE)
    @PostMapping("/testimony/{record}/release")
    String release(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID record, @RequestParam long version, @RequestParam(defaultValue = "") String remark) {
        view.release(viewer, record, version, remark);
        return QUEUE;
    }

    @Rule(Permission.TESTIMONY_SEE)
    @PostMapping("/testimony/{record}/withdraw")
    String withdraw(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID record, @RequestParam String reason) {
        view.withdraw(viewer, record, reason);
        return QUEUE;
    }

    @Rule(Permission.TESTIMONY_RELEASE)
    @PostMapping("/testimony/passage")
    String pass(@AuthenticationPrincipal Viewer viewer, RedirectAttributes redirect) {
        redirect.addFlashAttribute(Pages.NOTICE, view.pass(viewer));
        return QUEUE;
    }

    @Rule(Permission.TESTIMONY_RELEASE)
    @PostMapping("/testimony/compounds")
    String compound(@AuthenticationPrincipal Viewer viewer, @RequestParam String key, @RequestParam String name) {
        view.compound(viewer, key, name);
        return QUEUE;
    }

    @Rule(Permission.TESTIMONY_RELEASE)
    @GetMapping("/testimony/passage")
    ResponseEntity<byte[]> file(@AuthenticationPrincipal Viewer viewer, @RequestParam(defaultValue = "0") long after) {
        return passage(view.file(viewer, after), "to-disruption.moei");
    }

    /** A passage file as a download. */
    static ResponseEntity<byte[]> passage(byte[] file, String name) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(file);
    }

    @Rule(Permission.TESTIMONY_RELEASE)
    @PostMapping("/testimony/passage/other")
    String take(@AuthenticationPrincipal Viewer viewer, @RequestParam MultipartFile file, @RequestParam(defaultValue = "") String fingerprint, RedirectAttributes redirect) throws IOException {
        redirect.addFlashAttribute(Pages.NOTICE, view.take(viewer, file.getBytes(), fingerprint));
        return QUEUE;
    }

    @Rule(Permission.WITNESS_SEEK)
    @GetMapping("/witness-questions")
    View questions(@AuthenticationPrincipal Viewer viewer) {
        return pages.view("gate/questions", "questions.title", view.questions(viewer));
    }

    @Rule(Permission.WITNESS_SEEK)
    @PostMapping("/witness-questions/{question}/told/{person}")
    String told(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable UUID question,
            @PathVariable UUID person,
            @RequestParam String counsel,
            @RequestParam String wish,
            @RequestParam(defaultValue = "") String words) {
        view.told(viewer, question.toString(), person, counsel, wish, words);
        return "redirect:/witness-questions";
    }

    @Rule(Permission.WITNESS_SEEK)
    @PostMapping("/witness-questions/{question}/contact/{person}")
    String contact(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID question, @PathVariable UUID person, @RequestParam String counsel) {
        view.contact(viewer, question.toString(), person, counsel);
        return "redirect:/witness-questions";
    }

    @Rule(Permission.PRESENCE_ASKED)
    @GetMapping("/enquiries")
    View enquiries(@AuthenticationPrincipal Viewer viewer) {
        return pages.view("gate/enquiries", "enquiry.title", view.enquiries(viewer));
    }

    @Rule(Permission.PRESENCE_ASKED)
    @PostMapping("/enquiries")
    String ask(@AuthenticationPrincipal Viewer viewer, @RequestParam String asker, @RequestParam String who, @RequestParam String about, @RequestParam(defaultValue = "") String reply) {
        view.ask(viewer, asker, who, about, reply);
        return "redirect:/enquiries";
    }

    @Rule(Permission.PRESENCE_ASKED)
    @PostMapping("/enquiries/{enquiry}/answered")
    String answered(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID enquiry) {
        view.answered(viewer, enquiry);
        return "redirect:/enquiries";
    }
}
