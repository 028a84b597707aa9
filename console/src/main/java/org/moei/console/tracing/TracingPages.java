package org.moei.console.tracing;

import java.util.UUID;
import org.moei.console.layout.Pages;
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

/** /families. */
@Controller
public final class TracingPages {
    private final Pages pages;
    private final TracingView view;

    public TracingPages(Pages pages, TracingView view) {
        this.pages = pages;
        this.view = view;
    }

    @Rule(Permission.TRACING_SEE)
    @GetMapping("/families")
    View requests(@AuthenticationPrincipal Viewer viewer, @RequestParam(defaultValue = "") String after) {
        return pages.view("tracing/requests", "families.title", view.requests(viewer, after));
    }

    @Rule(Permission.TRACING_SEE)
    @GetMapping("/families/{request}")
    View request(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID request) {
        TracingView.RequestPage page = view.request(viewer, request).orElseThrow(Authoriser::denied);
        return pages.view("tracing/request", "families.one", page, page.number());
    }

    @Rule(Permission.TRACING_ANSWER)
    @PostMapping("/families/{request}/told/{person}")
    String tell(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID request, @PathVariable UUID person) {
        view.tell(viewer, request, person);
        return "redirect:/families/" + request;
    }
}
