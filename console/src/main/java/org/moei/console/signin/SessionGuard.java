package org.moei.console.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.moei.console.layout.Pages;
import org.moei.foundation.access.Viewer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Asks at each request whether the session still stands, so that what was ended anywhere has ended here too. */
public final class SessionGuard extends OncePerRequestFilter {
    private final Door door;

    /** Asks this door. */
    public SessionGuard(Door door) {
        this.door = door;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/") || request.getRequestURI().startsWith("/webjars/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        Optional<Viewer> viewer = Pages.viewer();
        if (viewer.isPresent() && !stands(request, viewer.get())) {
            SecurityContextHolder.clearContext();
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            response.sendRedirect("/sign-in?expired");
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean stands(HttpServletRequest request, Viewer viewer) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(SessionStart.SESSION) instanceof UUID id && door.stands(id, viewer);
    }
}
