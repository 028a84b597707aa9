package org.moei.console.home;

import org.moei.console.layout.Pages;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Rule;
import org.moei.foundation.access.Viewer;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** /protection and /numbers. */
@Controller
public final class HomePages {
    private final Pages pages;
    private final HomeView view;

    public HomePages(Pages pages, HomeView view) {
        this.pages = pages;
        this.view = view;
    }

    @Rule(Permission.NUMBERS_SEE)
    @GetMapping("/numbers")
    View numbers(@AuthenticationPrincipal Viewer viewer) {
        return pages.view("home/numbers", "numbers.title", view.numbers(viewer));
    }

    @Rule(Permission.HOME)
    @GetMapping("/protection")
    View home(@AuthenticationPrincipal Viewer viewer) {
        pages.only(viewer, org.moei.foundation.database.Wing.PROTECTION);
        return pages.view("home/protection", "home.title", view.home(viewer));
    }
}
