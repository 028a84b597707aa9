package org.moei.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.moei.console.layout.Pages;
import org.moei.console.layout.Texts;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Rule;
import org.moei.foundation.access.Viewer;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Making and removing passkeys of the own account; the password is asked again for both. */
@Controller
public final class AccountPasskeys {
    private final Function<Viewer, WingFoundation> wings;
    private final Site site;
    private final PasskeyCheck check;

    /** Over the wings that this process serves, reached under a name. */
    public AccountPasskeys(Function<Viewer, WingFoundation> wings, Site site) {
        this.wings = wings;
        this.site = site;
        this.check = new PasskeyCheck(site);
    }

    /**
     * What the page asks an authenticator to make.
     *
     * @param handle the account as authenticators keep it: its random id, not its name
     */
    public record Offer(String challenge, String site, String handle, String algorithms) {
        static Offer of(HttpServletRequest request, Viewer viewer, Site site) {
            byte[] handle = ByteBuffer.allocate(16).putLong(viewer.account().getMostSignificantBits()).putLong(viewer.account().getLeastSignificantBits()).array();
            return new Offer(Challenge.MAKE.ask(request), site.name(), Challenge.write(handle), String.join(" ", PasskeyCheck.ALGORITHMS.stream().map(String::valueOf).toList()));
        }
    }

    @Rule(Permission.OWN_SETTINGS)
    @PostMapping("/account/passkeys")
    String add(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam String password,
            @RequestParam(defaultValue = "") String clientData,
            @RequestParam(defaultValue = "") String attestation,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        WingFoundation wing = wings.apply(viewer);
        Optional<byte[]> challenge = Challenge.MAKE.take(request);
        Optional<PasskeyCheck.Made> made = challenge.isPresent() && site.hasPasskeys() && wing.accounts().check(viewer.name(), password).isPresent()
                ? check.made(challenge.get(), request.getLocalPort(), Challenge.read(clientData), Challenge.read(attestation))
                : Optional.empty();
        made.ifPresent(m -> wing.passkeys().add(viewer.account(), m.id(), m.credential(), m.uses(), m.backup(), Devices.words(request.getHeader("User-Agent"))));
        return said(viewer, made.isPresent(), "passkey-made", redirect);
    }

    @Rule(Permission.OWN_SETTINGS)
    @PostMapping("/account/passkeys/{id}/remove")
    String remove(@AuthenticationPrincipal Viewer viewer, @PathVariable String id, @RequestParam String password, RedirectAttributes redirect) {
        WingFoundation wing = wings.apply(viewer);
        boolean may = id.matches("([0-9a-f]{2}){1,1023}") && wing.accounts().check(viewer.name(), password).isPresent();
        if (may) {
            wing.passkeys().remove(viewer.account(), id);
        }
        return said(viewer, may, "passkey-removed", redirect);
    }

    private String said(Viewer viewer, boolean done, String what, RedirectAttributes redirect) {
        wings.apply(viewer).accessLog().read(viewer, done ? what : what + "-failed", List.<UUID>of());
        redirect.addFlashAttribute(Pages.NOTICE, Texts.english().of(done ? "account." + what : "account.wrong"));
        return "redirect:/account";
    }
}
