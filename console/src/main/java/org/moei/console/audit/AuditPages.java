package org.moei.console.audit;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.moei.console.layout.Pages;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Rule;
import org.moei.foundation.access.Viewer;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** /access-log and /system, in both wings. */
@Controller
public final class AuditPages {
    private final Pages pages;
    private final AuditView view;

    public AuditPages(Pages pages, AuditView view) {
        this.pages = pages;
        this.view = view;
    }

    @Rule(Permission.ACCESS_LOG_SEE)
    @GetMapping("/access-log")
    View log(@AuthenticationPrincipal Viewer viewer, @RequestParam(required = false) @org.jspecify.annotations.Nullable Long before) {
        return pages.view("audit/log", "audit.title", view.log(viewer, before == null ? OptionalLong.empty() : OptionalLong.of(before), Optional.empty()));
    }

    @Rule(Permission.ACCESS_LOG_SEE)
    @GetMapping("/access-log/{record}")
    View about(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID record) {
        return pages.view("audit/log", "audit.about", view.log(viewer, OptionalLong.empty(), Optional.of(record)));
    }

    @Rule(Permission.SYSTEM_SEE)
    @GetMapping("/system")
    View system(@AuthenticationPrincipal Viewer viewer) {
        return pages.view("audit/system", "system.title", view.state(viewer));
    }
}
