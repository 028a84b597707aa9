package org.moei.console.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.moei.console.signin.Provider;
import org.moei.console.signin.Site;

/**
 * How the console is served.
 *
 * @param address to listen on; loopback unless an installation says otherwise
 * @param port 0 for any free one
 * @param idle a session ends after this long without a request
 * @param site the name under which it is reached
 * @param certificate with its key, where the site has one
 * @param providers of agencies that have a sign-in of their own
 */
public record ConsoleOptions(String address, int port, Duration idle, Site site, Optional<Certificate> certificate, List<Provider> providers) {
    private static final Duration IDLE = Duration.ofMinutes(60);

    /** A PKCS #12 file and what opens it. */
    public record Certificate(Path file, String password) {}

    public static ConsoleOptions onLoopback(int port) {
        return new ConsoleOptions("127.0.0.1", port, IDLE, Site.local(), Optional.empty(), List.of());
    }

    /** On every address of this machine, with a certificate for its name. */
    public static ConsoleOptions named(String name, int port, Certificate certificate) {
        return new ConsoleOptions("0.0.0.0", port, IDLE, new Site(name, true), Optional.of(certificate), List.of());
    }

    /** Also by the agencies' own providers. */
    public ConsoleOptions with(List<Provider> others) {
        return new ConsoleOptions(address, port, idle, site, certificate, others);
    }

    /** What the browser's cookie is called; the prefix binds it to this host and to safe connections. */
    String cookie() {
        return site.tls() ? "__Host-MOEI" : "MOEI";
    }
}
