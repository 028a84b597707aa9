package org.moei.console.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.moei.console.layout.Pages;
import org.moei.console.layout.Permissions;
import org.moei.console.signin.WithoutSignIn;
import org.moei.foundation.access.Rule;
import org.moei.foundation.access.Viewer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Denies each handler that names no rule, and each viewer who does not hold the named permission. */
final class RuleInterceptor implements HandlerInterceptor {
    private final Permissions permissions;

    RuleInterceptor(Permissions permissions) {
        this.permissions = permissions;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof ResourceHttpRequestHandler || (handler instanceof HandlerMethod method && permits(method))) {
            return true;
        }
        throw new DeniedException();
    }

    private boolean permits(HandlerMethod method) {
        if (method.hasMethodAnnotation(WithoutSignIn.class)) {
            return true;
        }
        Rule rule = method.getMethodAnnotation(Rule.class);
        Optional<Viewer> viewer = Pages.viewer();
        return rule != null && viewer.isPresent() && permissions.permits(viewer.get(), rule.value());
    }
}
