package org.moei.console.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.moei.console.access.Permissions;
import org.moei.console.access.Rule;
import org.moei.console.access.Viewer;
import org.moei.console.layout.Pages;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Denies each handler that names no rule, and each viewer who does not hold the named one. */
final class RuleInterceptor implements HandlerInterceptor {
    private final Permissions permissions;

    RuleInterceptor(Permissions permissions) {
        this.permissions = permissions;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof ResourceHttpRequestHandler || (handler instanceof HandlerMethod method && allows(method))) {
            return true;
        }
        throw new DeniedException();
    }

    private boolean allows(HandlerMethod method) {
        Rule rule = method.getMethodAnnotation(Rule.class);
        if (rule == null) {
            return false;
        }
        if (rule.value().equals(Rule.NOBODY)) {
            return true;
        }
        Optional<Viewer> viewer = Pages.viewer();
        return viewer.isPresent() && (rule.value().equals(Rule.EVERYBODY) || permissions.allows(viewer.get(), rule.value()));
    }
}
