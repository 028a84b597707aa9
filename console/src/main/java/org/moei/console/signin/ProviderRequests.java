package org.moei.console.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Who is at a provider now, with the state and the nonce that must come back. Found by a cookie of its own, since the
 * session's cookie is not sent by a browser that comes from another site; each is taken once.
 */
public final class ProviderRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    private static final String COOKIE = "MOEI-WAY";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int MOST = 10_000;

    private record Away(OAuth2AuthorizationRequest request, Instant until) {}

    private final boolean tls;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Away> away = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Away> eldest) {
            return size() > MOST;
        }
    };

    /** @param tls whether the cookie is for safe connections only */
    public ProviderRequests(boolean tls, InstantSource clock) {
        this.tls = tls;
        this.clock = clock;
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null ? Optional.empty() : Arrays.stream(cookies).filter(c -> c.getName().equals(COOKIE)).map(Cookie::getValue).findFirst();
    }

    @Override
    public synchronized @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        Away found = cookie(request).map(away::get).orElse(null);
        String state = request.getParameter("state");
        return found != null && found.until.isAfter(clock.instant()) && found.request.getState() != null && found.request.getState().equals(state) ? found.request : null;
    }

    @Override
    public synchronized void saveAuthorizationRequest(@Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        if (asked == null) {
            removeAuthorizationRequest(request, response);
            return;
        }
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        String key = Challenge.write(bytes);
        away.put(key, new Away(asked, clock.instant().plus(PATIENCE)));
        set(response, key, PATIENCE);
    }

    @Override
    public synchronized @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest found = loadAuthorizationRequest(request);
        cookie(request).ifPresent(away::remove);
        set(response, "", Duration.ZERO);
        return found;
    }

    private void set(HttpServletResponse response, String value, Duration age) {
        response.addHeader("Set-Cookie", ResponseCookie.from(COOKIE, value).path("/sign-in/from").httpOnly(true).secure(tls).sameSite("Lax").maxAge(age).build().toString());
    }
}
