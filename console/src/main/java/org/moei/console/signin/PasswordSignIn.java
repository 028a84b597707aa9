package org.moei.console.signin;

import java.util.List;
import java.util.Optional;
import org.moei.foundation.access.Viewer;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Asks the accounts; a locked name is answered like a wrong password. */
public final class PasswordSignIn implements AuthenticationProvider {
    private final Accounts accounts;
    private final SignInAttempts attempts;

    public PasswordSignIn(Accounts accounts, SignInAttempts attempts) {
        this.accounts = accounts;
        this.attempts = attempts;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String name = asked.getName();
        String password = String.valueOf(asked.getCredentials());
        Optional<Viewer> viewer = name.length() > 200 || password.length() > 1000
                ? Optional.empty()
                : accounts.findByPassword(name, password);
        boolean locked = attempts.isLocked(name);
        if (viewer.isEmpty() || locked) {
            if (!locked) {
                attempts.failed(name);
            }
            throw new BadCredentialsException("wrong name or password, or locked");
        }
        attempts.succeeded(name);
        return new UsernamePasswordAuthenticationToken(viewer.get(), null, List.of());
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
