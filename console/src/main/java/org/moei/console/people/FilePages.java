package org.moei.console.people;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.moei.base.Ids;
import org.moei.console.layout.AlreadyLogged;
import org.moei.console.layout.Pages;
import org.moei.console.layout.Texts;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Rule;
import org.moei.foundation.access.Viewer;
import org.moei.protection.Protection;
import org.moei.protection.people.Attachments;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
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

/** /people/…/files: photos, scans and recorded consents, for whoever holds the person. */
@Controller
public final class FilePages {
    private final Pages pages;
    private final Protection protection;
    private final Ids ids;
    private final InstantSource clock;

    public FilePages(Pages pages, Protection protection, Ids ids, InstantSource clock) {
        this.pages = pages;
        this.protection = protection;
        this.ids = ids;
        this.clock = clock;
    }

    /** A file in the list; one that is as it came may say where it was made. */
    public record Line(String address, String kind, String title, String type, long kilobytes, boolean asItCame) {}

    /** The page. */
    public record FilesPage(UUID person, List<Line> files, boolean mayAdd) implements AlreadyLogged {}

    @Rule(Permission.PERSON_SEE)
    @GetMapping("/people/{person}/files")
    View files(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID person) {
        List<Line> lines = protection.attachments().list(viewer, person).stream().map(file -> line(person, file)).toList();
        return pages.view("people/files", "people.files", new FilesPage(person, lines, viewer.role().permits(Permission.PERSON_EDIT)));
    }

    private static Line line(UUID person, Attachments.Shown file) {
        return new Line("/people/" + person + "/files/" + file.file(), file.kind(), file.title(), file.type().name(), (file.bytes() + 1023) / 1024, file.asItCame());
    }

    @Rule(Permission.PERSON_EDIT)
    @PostMapping("/people/{person}/files")
    String add(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable UUID person,
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String title,
            @RequestParam MultipartFile file,
            RedirectAttributes redirect) throws IOException {
        try (InputStream content = file.getInputStream()) {
            protection.attachments().add(new Hand(viewer, ids, clock.instant(), "console"), person, kind, title.strip(), content);
        }
        redirect.addFlashAttribute(Pages.NOTICE, Texts.english().of("people.file-kept"));
        return "redirect:/people/" + person + "/files";
    }

    /** The content alone: never a page, never kept by the browser. */
    @Rule(Permission.PERSON_SEE)
    @GetMapping("/people/{person}/files/{file}")
    ResponseEntity<byte[]> file(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID person, @PathVariable UUID file) {
        Attachments.Opened opened = protection.attachments().open(viewer, person, file);
        String media = opened.type().media();
        ContentDisposition.Builder disposition = media.startsWith("image/") ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(media))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.filename(file + "." + opened.type().name().toLowerCase(Locale.ROOT)).build().toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .body(opened.content());
    }
}
