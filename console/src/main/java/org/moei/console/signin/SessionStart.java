package org.moei.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.moei.base.Ids;
import org.moei.foundation.access.Viewer;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * The one place where a session begins, whichever way somebody came in. What stood before (of anybody, also of one who
 * planted it) goes, and with it its field against forged requests.
 */
public final class SessionStart {
    /** Attribute of the browser's session: the id under which the house knows it. */
    public static final String SESSION = "moei.session";

    private static final String PENDING = "moei.pending";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Door door;
    private final Ids ids;
    private final InstantSource clock;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    /** Begins sessions at this door. */
    public SessionStart(Door door, Ids ids, InstantSource clock) {
        this.door = door;
        this.ids = ids;
        this.clock = clock;
    }

    /** What is asked of somebody who is not in yet. */
    enum Step {
        /** A code of the app, or one on paper. */
        CODE,
        /** To set an app up. */
        APP,
        /** To choose a password in the place of the one that was handed over. */
        PASSWORD
    }

    /**
     * Somebody whose first step was right and who is not in yet.
     *
     * @param secret of the app that is being set up; empty at other steps
     * @param first the way of the first step
     * @param way how the session will have begun
     * @param paper codes to be shown once the session has begun
     */
    record Pending(Viewer viewer, Instant until, Step step, byte[] secret, String first, String way, List<String> paper) implements Serializable {}

    private void await(HttpServletRequest request, Viewer viewer, Step step, byte[] secret, String first, String way, List<String> paper) {
        fresh(request).setAttribute(PENDING, new Pending(viewer, clock.instant().plus(PATIENCE), step, secret, first, way, List.copyOf(paper)));
    }

    /** Who is at a step, for five minutes. */
    Optional<Pending> pending(HttpServletRequest request, Step step) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(PENDING) instanceof Pending pending && pending.step == step && pending.until.isAfter(clock.instant()) ? Optional.of(pending) : Optional.empty();
    }

    /** Goes on from an answer of the door: in, or to the second step.
     *
     * @param way of the first step
     * @return the page that is next
     */
    String proceed(HttpServletRequest request, HttpServletResponse response, Door.Answer answer, String way) {
        return switch (answer) {
            case Door.Answer.Refused refused -> "/sign-in?again";
            case Door.Answer.Open open -> enter(request, response, open.viewer(), way, way, List.of());
            case Door.Answer.CodeNeeded needed -> {
                await(request, needed.viewer(), Step.CODE, new byte[0], way, "code", List.of());
                yield "/sign-in/code";
            }
            case Door.Answer.MustEnrol must -> {
                await(request, must.viewer(), Step.APP, door.propose(), way, "code", List.of());
                yield "/sign-in/app";
            }
        };
    }

    /**
     * Lets in whoever did all that is asked, or asks for a password of their own choice first. Who came by an agency's own sign-in has none here to choose.
     *
     * @param first the way of the first step
     * @param way how the session begins
     * @param paper codes that the next page shows, or none
     * @return the page that is next
     */
    String enter(HttpServletRequest request, HttpServletResponse response, Viewer viewer, String first, String way, List<String> paper) {
        if (!first.equals("provider") && door.mustChoose(viewer)) {
            await(request, viewer, Step.PASSWORD, new byte[0], first, way, paper);
            return "/sign-in/password";
        }
        begin(request, response, viewer, way);
        return paper.isEmpty() ? "/" : "/account/paper";
    }

    /** Signs in. */
    private void begin(HttpServletRequest request, HttpServletResponse response, Viewer viewer, String way) {
        UUID id = ids.next();
        door.begin(id, viewer, way, Devices.words(request.getHeader("User-Agent")));
        fresh(request).setAttribute(SESSION, id);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new UsernamePasswordAuthenticationToken(viewer, null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    private static HttpSession fresh(HttpServletRequest request) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        return request.getSession(true);
    }
}
