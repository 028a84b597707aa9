package org.moei.console.server;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.moei.base.Ids;
import org.moei.console.layout.House;
import org.moei.console.layout.Navigation;
import org.moei.console.layout.Pages;
import org.moei.console.layout.Permissions;
import org.moei.console.layout.ReadLog;
import org.moei.console.signin.Door;
import org.moei.console.signin.PasskeySignIn;
import org.moei.console.signin.ProviderRequests;
import org.moei.console.signin.Providers;
import org.moei.console.signin.SessionStart;
import org.moei.console.signin.SignInPages;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;

/** The running console. Nothing is scanned: it serves the handlers that it is given, and no others. */
public final class ConsoleServer implements AutoCloseable {
    private final AnnotationConfigServletWebServerApplicationContext context;

    private ConsoleServer(AnnotationConfigServletWebServerApplicationContext context) {
        this.context = context;
    }

    /**
     * What the console stands on.
     *
     * @param house the operation and the state of the vault
     * @param door the ways in
     * @param permissions the one authoriser
     * @param navigation the links of the wings that are served
     * @param log of reads, committed before the page leaves
     * @param wallClock for the time between two steps of a sign-in; real time also in a rehearsal
     * @param ids makes ids of new actions and of error references
     * @param handlers makes the controllers of the pages
     */
    public record Parts(
            House house,
            Door door,
            Permissions permissions,
            Navigation navigation,
            ReadLog log,
            InstantSource wallClock,
            Ids ids,
            Function<Pages, List<Object>> handlers) {}

    /** Starts to listen; returns once requests are answered. */
    public static ConsoleServer start(ConsoleOptions options, Parts parts) {
        java.util.logging.Logger.getLogger("org.apache").setLevel(java.util.logging.Level.WARNING);
        Assets assets = Assets.ofClassPath();
        Pages pages = new Pages(parts.house, parts.permissions, parts.navigation, assets.address(), parts.log);
        var context = new AnnotationConfigServletWebServerApplicationContext();
        context.setDisplayName("console");
        context.registerBean(ConsoleOptions.class, () -> options);
        context.registerBean(Assets.class, () -> assets);
        context.registerBean(Pages.class, () -> pages);
        context.registerBean(Permissions.class, () -> parts.permissions::permits);
        context.registerBean(Ids.class, parts::ids);
        context.registerBean(Door.class, () -> parts.door);
        SessionStart start = new SessionStart(parts.door, parts.ids, parts.wallClock);
        context.registerBean(SignInPages.class, () -> new SignInPages(pages, parts.door, start, options.site(), options.providers()));
        context.registerBean(Providers.class, () -> new Providers(options.providers(), parts.door, start, new ProviderRequests(options.site().tls(), parts.wallClock)));
        context.registerBean(PasskeySignIn.class, () -> new PasskeySignIn(parts.door, start, options.site()));
        context.registerBean(HealthAnswers.class, () -> new HealthAnswers(parts.house));
        context.registerBean(SettingsPages.class, () -> new SettingsPages(pages));
        List<Object> handlers = parts.handlers.apply(pages);
        for (Object handler : handlers) {
            register(context, handler);
        }
        context.register(WebConfiguration.class, SecurityConfiguration.class);
        context.refresh();
        return new ConsoleServer(context);
    }

    @SuppressWarnings("unchecked")
    private static <T> void register(AnnotationConfigServletWebServerApplicationContext context, T handler) {
        context.registerBean(handler.getClass().getName(), (Class<T>) handler.getClass(), () -> handler);
    }

    /** Where it listens. */
    public int port() {
        return java.util.Objects.requireNonNull(context.getWebServer()).getPort();
    }

    AnnotationConfigServletWebServerApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }
}
