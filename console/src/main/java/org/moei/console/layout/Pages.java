package org.moei.console.layout;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.database.Wing;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Puts the frame around a model. */
public final class Pages {
    /** Session attributes of the two settings. */
    public static final String THEME = "moei.theme";
    public static final String LETTER_KEYS = "moei.letterKeys";

    /** Flash attributes that the next page shows. */
    public static final String UNDO = "undo";
    public static final String NOTICE = "notice";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.moei.console.templates");
    private final House house;
    private final Permissions permissions;
    private final Navigation navigation;
    private final String assets;
    private final ReadLog log;

    public Pages(House house, Permissions permissions, Navigation navigation, String assets, ReadLog log) {
        this.house = house;
        this.permissions = permissions;
        this.navigation = navigation;
        this.assets = assets;
        this.log = log;
    }

    public House house() {
        return house;
    }

    /**
     * A page.
     *
     * @param template its path below the template folder, without ending
     * @param title the key of its title
     * @param model what the template calls {@code it}
     */
    public View view(String template, String title, Object model, Object... titleArguments) {
        return view(200, template, title, model, titleArguments);
    }

    public View view(int status, String template, String title, Object model, Object... titleArguments) {
        if (status == 200 && !(model instanceof AlreadyLogged)) {
            Collection<UUID> records = model instanceof Shown shown ? shown.records() : List.of();
            viewer().ifPresent(viewer -> log.read(viewer, template, records));
        }
        return new JteView(engine, template, model, status, request -> page(request, Texts.english().of(title, titleArguments)));
    }

    /** Whether the viewer may do what a part of a page offers. */
    public boolean permits(Viewer viewer, Permission permission) {
        return permissions.permits(viewer, permission);
    }

    /** For pages of one wing that ask only for {@code HOME}, which every account holds. */
    public void only(Viewer viewer, Wing wing) {
        if (viewer.wing() != wing) {
            throw Authoriser.denied();
        }
    }

    /** Writes down that something was denied; the answer is the same for everybody. */
    public void denied(String what) {
        viewer().ifPresent(viewer -> log.denied(viewer, what));
    }

    private Page page(HttpServletRequest request, String title) {
        Optional<Viewer> viewer = viewer();
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        Page.Csrf csrf = token == null ? new Page.Csrf("_csrf", "") : new Page.Csrf(token.getParameterName(), token.getToken());
        Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
        HttpSession session = request.getSession(false);
        List<Page.Link> links = viewer.map(v -> navigation.of(v, request.getRequestURI(), permissions, house.waiting(v))).orElse(List.of());
        return new Page(
                title,
                viewer,
                house,
                links,
                assets,
                csrf,
                attribute(session, THEME, "system"),
                !attribute(session, LETTER_KEYS, "on").equals("off"),
                Optional.ofNullable(flash == null ? null : (Page.Undo) flash.get(UNDO)),
                Optional.ofNullable(flash == null ? null : (String) flash.get(NOTICE)));
    }

    private static String attribute(@Nullable HttpSession session, String name, String otherwise) {
        Object value = session == null ? null : session.getAttribute(name);
        return value instanceof String text ? text : otherwise;
    }

    /** Who has signed in, if anybody. */
    public static Optional<Viewer> viewer() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Viewer viewer ? Optional.of(viewer) : Optional.empty();
    }
}
