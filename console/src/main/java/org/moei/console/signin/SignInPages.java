package org.moei.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Rule;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.database.Wing;
import org.moei.console.layout.Pages;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** The form at /sign-in, and the way from / to the home page of the wing. */
@Controller
public final class SignInPages {
    private final Pages pages;

    public SignInPages(Pages pages) {
        this.pages = pages;
    }

    /** What the sign-in page has to say. */
    public record Model(boolean again, boolean out, boolean expired) {}

    @WithoutSignIn
    @GetMapping("/sign-in")
    View form(HttpServletRequest request) {
        return pages.view("signin/form", "signin.title", new Model(
                request.getParameter("again") != null,
                request.getParameter("out") != null,
                request.getParameter("expired") != null));
    }

    @Rule(Permission.HOME)
    @GetMapping("/")
    String home(@AuthenticationPrincipal Viewer viewer) {
        return "redirect:" + homeOf(viewer.wing());
    }

    /** The home page of a wing. */
    public static String homeOf(Wing wing) {
        return switch (wing) {
            case PROTECTION -> "/protection";
            case DISRUPTION -> "/disruption";
        };
    }
}
