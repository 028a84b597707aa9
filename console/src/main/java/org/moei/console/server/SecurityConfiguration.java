package org.moei.console.server;

import jakarta.servlet.DispatcherType;
import org.moei.console.layout.Pages;
import org.moei.console.signin.Accounts;
import org.moei.console.signin.PasswordSignIn;
import org.moei.console.signin.SignInAttempts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
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
    SecurityFilterChain chain(HttpSecurity http, Accounts accounts, SignInAttempts attempts) {
        return http
                .authenticationManager(new ProviderManager(new PasswordSignIn(accounts, attempts)))
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ERROR).permitAll()
                        .requestMatchers("/assets/**", "/webjars/**", "/sign-in", "/health/live", "/health/ready").permitAll()
                        .anyRequest().authenticated())
                .formLogin(form -> form.loginPage("/sign-in")
                        .loginProcessingUrl("/sign-in")
                        .defaultSuccessUrl("/", true)
                        .failureUrl("/sign-in?again"))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out").deleteCookies("MOEI"))
                .requestCache(cache -> cache.disable())
                .sessionManagement(sessions -> sessions.sessionFixation(fixation -> fixation.newSession()))
                .exceptionHandling(errors -> errors.accessDeniedHandler((request, response, denied) -> {
                    if (Pages.viewer().isEmpty()) {
                        response.sendRedirect("/sign-in?expired");
                    } else {
                        response.sendError(403);
                    }
                }))
                .headers(headers -> headers
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions -> permissions.policy("camera=(), microphone=(), geolocation=(), interest-cohort=()"))
                        .crossOriginOpenerPolicy(opener -> opener.policy(
                                org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(resource -> resource.policy(
                                org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy.SAME_ORIGIN)))
                .build();
    }
}
