package org.moei.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.NullSecurityContextRepository;

/**
 * Sign-in by the agencies' own providers. A provider is the first factor only, unless its token says that it asked for
 * two ({@code amr}, RFC 8176); what it says besides the one claim is not read, and no account is made.
 */
public final class Providers implements ClientRegistrationRepository {
    private static final Logger LOG = LoggerFactory.getLogger(Providers.class);
    private static final List<String> STRONG = List.of("mfa", "otp", "hwk", "swk", "sc");

    private final List<Provider> providers;
    private final Door door;
    private final SessionStart start;
    private final ProviderRequests requests;
    private final Map<String, ClientRegistration> known = new ConcurrentHashMap<>();

    /** The providers of the agencies that have one. */
    public Providers(List<Provider> providers, Door door, SessionStart start, ProviderRequests requests) {
        this.providers = List.copyOf(providers);
        this.door = door;
        this.start = start;
        this.requests = requests;
    }

    /** What the sign-in page offers. */
    public List<Provider> list() {
        return providers;
    }

    /** The steps at /sign-in/with/AGENCY and /sign-in/from/AGENCY. */
    public void configure(OAuth2LoginConfigurer<?> login) {
        login.clientRegistrationRepository(this)
                .loginPage("/sign-in")
                .authorizationEndpoint(endpoint -> endpoint.baseUri("/sign-in/with").authorizationRequestRepository(requests))
                .redirectionEndpoint(endpoint -> endpoint.baseUri("/sign-in/from/*"))
                .userInfoEndpoint(endpoint -> endpoint.oidcUserService(Providers::user))
                .securityContextRepository(new NullSecurityContextRepository())
                .authorizedClientRepository(new NoTokens())
                .successHandler(this::came)
                .failureHandler((request, response, failure) -> response.sendRedirect("/sign-in?provider"));
    }

    private static OidcUser user(OidcUserRequest request) {
        return new DefaultOidcUser(List.of(), request.getIdToken());
    }

    /** What a provider says of itself is asked when somebody first comes by it, so that a provider that is down keeps nobody else out. */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String agency) {
        ClientRegistration before = known.get(agency);
        Optional<Provider> provider = find(agency);
        if (before != null || provider.isEmpty()) {
            return before;
        }
        try {
            ClientRegistration asked = ClientRegistrations.fromIssuerLocation(provider.get().issuer())
                    .registrationId(agency)
                    .clientId(provider.get().client())
                    .clientSecret(provider.get().secret())
                    .scope(OidcScopes.OPENID, OidcScopes.PROFILE)
                    .redirectUri("{baseUrl}/sign-in/from/{registrationId}")
                    .build();
            known.put(agency, asked);
            return asked;
        } catch (RuntimeException e) {
            LOG.warn("The provider of {} does not answer: {}", agency, e.getClass().getSimpleName());
            return null;
        }
    }

    private Optional<Provider> find(String agency) {
        return providers.stream().filter(each -> each.agency().equals(agency)).findFirst();
    }

    private void came(HttpServletRequest request, HttpServletResponse response, Authentication authentication) throws IOException {
        Optional<Provider> provider = authentication instanceof OAuth2AuthenticationToken token ? find(token.getAuthorizedClientRegistrationId()) : Optional.empty();
        if (provider.isEmpty() || !(authentication.getPrincipal() instanceof OidcUser user)) {
            response.sendRedirect("/sign-in?provider");
            return;
        }
        List<String> ways = Optional.ofNullable(user.getIdToken().getClaimAsStringList("amr")).orElse(List.of());
        Door.Answer answer = provider.get().account(user.getClaim(provider.get().claim()))
                .map(name -> door.byProvider(name, provider.get().agency(), ways.stream().anyMatch(STRONG::contains)))
                .orElse(new Door.Answer.Refused());
        // The browser came from another site and sends our strict cookie only after a step of our own.
        response.sendRedirect(switch (answer) {
            case Door.Answer.Refused refused -> "/sign-in?provider";
            default -> "/sign-in/onward?to=" + start.proceed(request, response, answer, "provider");
        });
    }
}
