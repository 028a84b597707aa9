package org.moei.console.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Notes when a request came in, for the even length of the denied page, and reads every form as UTF-8. */
final class StartOfRequest extends OncePerRequestFilter {
    static final String ATTRIBUTE = "moei.began";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(ATTRIBUTE, System.nanoTime());
        request.setCharacterEncoding("UTF-8");
        chain.doFilter(request, response);
    }
}
