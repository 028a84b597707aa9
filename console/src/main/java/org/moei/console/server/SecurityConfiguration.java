package org.moei.console.server;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moei.console.layout.Pages;
import org.moei.console.signin.Door;
import org.moei.console.signin.Providers;
import org.moei.console.signin.SessionGuard;
import org.moei.console.signin.SessionStart;
import org.moei.foundation.access.Viewer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Sign-in by form, sessions, forged requests, and the headers of every answer. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    /** No inline script, no inline style, nothing from outside; pictures may be data of our own style sheets. */
    static final String CONTENT_SECURITY_POLICY = String.join("; ",
            "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'",
            "font-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'", "object-src 'none'");

    @Bean
    SecurityFilterChain chain(HttpSecurity http, Door door, ConsoleOptions options, Providers providers) {
        if (!providers.list().isEmpty()) {
            http.oauth2Login(providers::configure);
        }
        return http
                .addFilterBefore(new SessionGuard(door), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ERROR).permitAll()
                        .requestMatchers("/assets/**", "/webjars/**", "/sign-in", "/sign-in/**", "/health/live", "/health/ready").permitAll()
                        .anyRequest().access((who, what) -> new AuthorizationDecision(Pages.viewer().isPresent())))
                .logout(logout -> logout.logoutUrl("/sign-out")
                        .addLogoutHandler((request, response, who) -> end(door, request, who))
                        .logoutSuccessUrl("/sign-in?out").deleteCookies(options.cookie()))
                .requestCache(cache -> cache.disable())
                .exceptionHandling(errors -> errors.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/sign-in")).accessDeniedHandler((request, response, denied) -> {
                    if (Pages.viewer().isEmpty()) {
                        response.sendRedirect("/sign-in?expired");
                    } else {
                        response.sendError(403);
                    }
                }))
                .headers(headers -> headers
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions -> permissions.policy("camera=(), microphone=(), geolocation=(), interest-cohort=(), publickey-credentials-get=(self), publickey-credentials-create=(self)"))
                        .crossOriginOpenerPolicy(opener -> opener.policy(
                                org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(resource -> resource.policy(
                                org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy.SAME_ORIGIN)))
                .build();
    }

    private static void end(Door door, HttpServletRequest request, @Nullable Authentication who) {
        HttpSession session = request.getSession(false);
        if (who != null && who.getPrincipal() instanceof Viewer viewer && session != null && session.getAttribute(SessionStart.SESSION) instanceof UUID id) {
            door.end(id, viewer);
        }
    }
}
