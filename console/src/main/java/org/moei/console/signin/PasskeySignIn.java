package org.moei.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.moei.foundation.access.Passkeys;
import org.moei.foundation.access.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in by a passkey, which is two factors by itself: the device, and the finger or code that opens it. */
@Controller
public final class PasskeySignIn {
    private final Door door;
    private final SessionStart start;
    private final Site site;
    private final PasskeyCheck check;

    /** At a door that is reached under a name. */
    public PasskeySignIn(Door door, SessionStart start, Site site) {
        this.door = door;
        this.start = start;
        this.site = site;
        this.check = new PasskeyCheck(site);
    }

    /** The answer of the authenticator, each part in base 64 for addresses. */
    @WithoutSignIn
    @PostMapping("/sign-in/passkey")
    String passkey(
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String clientData,
            @RequestParam(defaultValue = "") String authenticatorData,
            @RequestParam(defaultValue = "") String signature,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<byte[]> challenge = Challenge.SIGN_IN.take(request);
        Optional<Passkeys.Passkey> passkey = site.hasPasskeys() ? door.findPasskey(Challenge.read(id)) : Optional.empty();
        OptionalLong uses = challenge.isEmpty() || passkey.isEmpty()
                ? OptionalLong.empty()
                : check.used(passkey.get(), challenge.get(), request.getLocalPort(), Challenge.read(authenticatorData), Challenge.read(clientData), Challenge.read(signature));
        Optional<Viewer> viewer = passkey.flatMap(p -> door.byPasskey(p, uses));
        if (viewer.isEmpty()) {
            return "redirect:/sign-in?passkey";
        }
        return "redirect:" + start.enter(request, response, viewer.get(), "passkey", "passkey", List.of());
    }
}
