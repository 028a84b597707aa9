package org.moei.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.moei.console.layout.Pages;
import org.moei.console.signin.SessionStart.Pending;
import org.moei.console.signin.SessionStart.Step;
import org.moei.foundation.access.OneTimeCode;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Rule;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.database.Wing;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form at /sign-in, the second step, the set-up of an authenticator app, and the way from / to the home page of the wing. */
@Controller
public final class SignInPages {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PASSWORD = 1000;
    private static final Set<String> WHY = Set.of("password-length", "password-name", "password-common", "password-same", "password-twice", "password-moved", "wrong");

    private final Pages pages;
    private final Door door;
    private final SessionStart start;
    private final Site site;
    private final List<Provider> providers;

    /** The ways in by password and code. */
    public SignInPages(Pages pages, Door door, SessionStart start, Site site, List<Provider> providers) {
        this.pages = pages;
        this.door = door;
        this.start = start;
        this.site = site;
        this.providers = List.copyOf(providers);
    }

    /** What the sign-in page has to say. */
    public record Model(boolean again, boolean out, boolean expired, boolean passkeyFailed, boolean providerFailed, Passkey passkey, List<Provider> providers) {}

    /**
     * The offer to sign in by a passkey.
     *
     * @param challenge empty where this address has none
     */
    public record Passkey(String challenge, String site) {}

    /** The question for a code. */
    public record Code(boolean again) {}

    /**
     * The page on which a password is chosen.
     *
     * @param why the last one was refused, as a key of texts after {@code account.}; or empty
     */
    public record Choice(String why) {}

    /**
     * The set-up of an authenticator app.
     *
     * @param spelled the secret as one types it where the camera does not work
     * @param action where the form goes
     */
    public record Enrolment(int size, String path, String spelled, boolean again, String action) {
        static Enrolment of(Pages pages, Viewer viewer, byte[] secret, boolean again, String action) {
            QrPicture picture = QrPicture.of(OneTimeCode.address("Moei " + pages.house().operation(), viewer.name(), secret));
            return new Enrolment(picture.size(), picture.path(), OneTimeCode.spell(secret), again, action);
        }
    }

    @WithoutSignIn
    @GetMapping("/sign-in")
    View form(HttpServletRequest request) {
        return pages.view("signin/form", "signin.title", new Model(
                request.getParameter("again") != null,
                request.getParameter("out") != null,
                request.getParameter("expired") != null,
                request.getParameter("passkey") != null,
                request.getParameter("provider") != null,
                new Passkey(site.hasPasskeys() && request.getServerName().equals(site.name()) ? Challenge.SIGN_IN.ask(request) : "", site.name()),
                providers));
    }

    @WithoutSignIn
    @PostMapping("/sign-in")
    String password(@RequestParam(defaultValue = "") String username, @RequestParam(defaultValue = "") String password, HttpServletRequest request, HttpServletResponse response) {
        Door.Answer answer = username.length() > LONGEST_NAME || password.length() > LONGEST_PASSWORD ? new Door.Answer.Refused() : door.byPassword(username, password);
        return "redirect:" + start.proceed(request, response, answer, "password");
    }

    @WithoutSignIn
    @GetMapping("/sign-in/code")
    Object codeForm(HttpServletRequest request) {
        return start.pending(request, Step.CODE).<Object>map(p -> pages.view("signin/code", "signin.code-title", new Code(request.getParameter("again") != null))).orElse("redirect:/sign-in");
    }

    @WithoutSignIn
    @PostMapping("/sign-in/code")
    String code(@RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        Optional<Pending> pending = start.pending(request, Step.CODE);
        if (pending.isEmpty()) {
            return "redirect:/sign-in?expired";
        }
        if (!door.byCode(pending.get().viewer(), code)) {
            return "redirect:/sign-in/code?again";
        }
        return in(pending.get(), List.of(), request, response);
    }

    @WithoutSignIn
    @GetMapping("/sign-in/app")
    Object appForm(HttpServletRequest request) {
        return start.pending(request, Step.APP)
                .<Object>map(p -> pages.view("signin/enrol", "signin.enrol-title", Enrolment.of(pages, p.viewer(), p.secret(), request.getParameter("again") != null, "/sign-in/app")))
                .orElse("redirect:/sign-in");
    }

    @WithoutSignIn
    @PostMapping("/sign-in/app")
    String app(@RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect) {
        Optional<Pending> pending = start.pending(request, Step.APP);
        if (pending.isEmpty()) {
            return "redirect:/sign-in?expired";
        }
        Optional<List<String>> paper = door.enrol(pending.get().viewer(), pending.get().secret(), code);
        if (paper.isEmpty()) {
            return "redirect:/sign-in/app?again";
        }
        redirect.addFlashAttribute(AccountPages.PAPER, paper.get());
        return in(pending.get(), paper.get(), request, response);
    }

    @WithoutSignIn
    @GetMapping("/sign-in/password")
    Object chooseForm(HttpServletRequest request) {
        String why = Optional.ofNullable(request.getParameter("why")).filter(WHY::contains).orElse("");
        return start.pending(request, Step.PASSWORD).<Object>map(p -> pages.view("signin/choose", "signin.choose-title", new Choice(why))).orElse("redirect:/sign-in");
    }

    /** The password that was handed over goes, and the session begins. */
    @WithoutSignIn
    @PostMapping("/sign-in/password")
    String choose(
            @RequestParam(defaultValue = "") String fresh, @RequestParam(defaultValue = "") String again, HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect) {
        Optional<Pending> pending = start.pending(request, Step.PASSWORD);
        if (pending.isEmpty()) {
            return "redirect:/sign-in?expired";
        }
        Optional<String> refused = fresh.equals(again) ? door.choose(pending.get().viewer(), fresh) : Optional.of("password-twice");
        if (refused.isPresent()) {
            return "redirect:/sign-in/password?why=" + refused.get();
        }
        redirect.addFlashAttribute(AccountPages.PAPER, pending.get().paper());
        return in(pending.get(), pending.get().paper(), request, response);
    }

    private String in(Pending pending, List<String> paper, HttpServletRequest request, HttpServletResponse response) {
        return "redirect:" + start.enter(request, response, pending.viewer(), pending.first(), pending.way(), paper);
    }

    /** A step of our own after a provider's: from here the browser sends its strict cookie. */
    @WithoutSignIn
    @GetMapping("/sign-in/onward")
    View onward(@RequestParam(defaultValue = "/") String to, HttpServletResponse response) {
        String next = List.of("/", "/sign-in/code", "/sign-in/app").contains(to) ? to : "/";
        response.setHeader("Refresh", "0;url=" + next);
        return pages.view("signin/onward", "signin.onward", new Onward(next));
    }

    /** The page that is next. */
    public record Onward(String next) {}

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
