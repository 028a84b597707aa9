package org.moei.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** A question to an authenticator: random, kept in the browser's session, answered once. */
enum Challenge {
    SIGN_IN,
    MAKE;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    /** A new question, as the page writes it. */
    String ask(HttpServletRequest request) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        request.getSession().setAttribute(name(), bytes);
        return write(bytes);
    }

    /** The question that was asked last; it is gone afterwards. */
    Optional<byte[]> take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object kept = session == null ? null : session.getAttribute(name());
        if (session != null) {
            session.removeAttribute(name());
        }
        return kept instanceof byte[] bytes ? Optional.of(bytes) : Optional.empty();
    }

    /** Base 64 for addresses, without padding, as WebAuthn writes bytes. */
    static String write(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The bytes of such a text; none where it is none, or longer than any authenticator answers. */
    static byte[] read(String text) {
        try {
            return text.length() > 20_000 ? new byte[0] : Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
