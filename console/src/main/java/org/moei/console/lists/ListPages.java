package org.moei.console.lists;

import java.io.IOException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import org.moei.base.Problem;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** /lists: all of them, one of them, and taking in another. */
@Controller
public final class ListPages {
    private final Pages pages;
    private final ListsView view;

    public ListPages(Pages pages, ListsView view) {
        this.pages = pages;
        this.view = view;
    }

    @Rule(Permission.LIST_SEE)
    @GetMapping("/lists")
    View lists(@AuthenticationPrincipal Viewer viewer) {
        return pages.view("lists/lists", "lists.title", view.lists(viewer));
    }

    @Rule(Permission.LIST_SEE)
    @GetMapping("/lists/{list}")
    View list(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID list, @RequestParam(defaultValue = "0") long after) {
        ListsView.ListPage page = view.list(viewer, list, after).orElseThrow(Authoriser::denied);
        return pages.view("lists/list", "lists.one", page, page.line().name(), page.line().version());
    }

    @Rule(Permission.PERSON_SEE)
    @PostMapping("/lists/{list}/compare")
    String compare(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID list, RedirectAttributes redirect) {
        ListsView.Compared compared = view.compare(viewer, list).orElseThrow(Authoriser::denied);
        String fields = String.join(", ", compared.fields());
        redirect.addFlashAttribute(Pages.NOTICE, Texts.english().of(fields.isEmpty() ? "lists.compared-same" : "lists.compared", compared.changed(), compared.rows(), fields));
        return "redirect:/lists/" + list;
    }

    @Rule(Permission.LIST_IMPORT)
    @GetMapping("/lists/import")
    View form() {
        return pages.view("lists/upload", "lists.import", new Object());
    }

    @Rule(Permission.LIST_IMPORT)
    @PostMapping("/lists/import")
    View upload(@AuthenticationPrincipal Viewer viewer, @RequestParam("file") MultipartFile file) throws IOException {
        String name = file.getOriginalFilename();
        if (name == null || name.isBlank() || file.isEmpty()) {
            throw Problem.of(Problem.Kind.WRONG_USE, "no-file", Texts.english().of("lists.no-file")).asException();
        }
        return pages.view("lists/draft", "lists.import", view.draft(viewer, name, file.getBytes()));
    }

    @Rule(Permission.LIST_IMPORT)
    @PostMapping("/lists/import/{draft}")
    Object keep(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable UUID draft,
            @RequestParam Map<String, String> fields,
            RedirectAttributes redirect) {
        Map<String, String> columns = new TreeMap<>();
        fields.forEach((name, value) -> {
            if (name.startsWith("column:")) {
                columns.put(name.substring("column:".length()), value);
            }
        });
        ListsView.Draft again = view.remap(viewer, draft, columns);
        if (!"keep".equals(fields.get("act"))) {
            return pages.view("lists/draft", "lists.import", again);
        }
        ListsView.Kept kept = view.keep(
                viewer, draft, text(fields, "list"), text(fields, "sender"), text(fields, "version"), number(text(fields, "stated")));
        redirect.addFlashAttribute(Pages.NOTICE, Texts.english().of("lists.kept", kept.rows(), kept.refused()));
        return "redirect:/lists/" + kept.list();
    }

    private static String text(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "").strip();
    }

    private static OptionalLong number(String text) {
        String digits = text.replaceAll("[^0-9]", "");
        return digits.isEmpty() || digits.length() > 9 ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(digits));
    }
}
