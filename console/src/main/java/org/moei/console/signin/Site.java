package org.moei.console.signin;

/**
 * Under which name the console is reached: the one setting that passkeys and the certificate follow from.
 *
 * @param name a DNS name, an address in figures, or {@code localhost}
 * @param tls whether it is served with a certificate
 */
public record Site(String name, boolean tls) {

    /** What is reached on this machine only, without a certificate; browsers take it for safe. */
    public static Site local() {
        return new Site("localhost", false);
    }

    /** Whether browsers bind passkeys to this name: WebAuthn asks for a domain and a safe connection. */
    public boolean hasPasskeys() {
        return !isAddress(name) && (tls || name.equals("localhost"));
    }

    /** Whether a name is an IP address. */
    public static boolean isAddress(String name) {
        return name.contains(":") || name.matches("[0-9.]+");
    }

    /** The only origin from which a passkey's answer is taken. */
    String origin(int port) {
        return (tls ? "https://" : "http://") + name + ":" + port;
    }
}
