package org.moei.console.server;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** A Chromium of this machine, found on the PATH; tests that need one are skipped by name where there is none. */
final class Browsers implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

    /** Long enough for a machine that does much else; nothing waits longer than it needs. */
    private static final double PATIENCE_MILLIS = 90_000;

    private final Playwright playwright;
    private final Browser browser;
    final List<String> complaints = new ArrayList<>();

    Browsers() {
        Path chromium = find().orElse(null);
        Assumptions.assumeTrue(chromium != null, "no Chromium on the PATH");
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium).setArgs(FLAGS));
    }

    /** The Chromium on the PATH, if any. */
    static Optional<Path> find() {
        for (String folder : Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator)) {
            for (String name : List.of("chromium", "chromium-browser", "google-chrome")) {
                Path file = Path.of(folder, name);
                if (Files.isExecutable(file)) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }

    /** A page of its own session; whatever the browser complains about is collected. */
    Page page(String base) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setBaseURL(base).setViewportSize(1280, 800));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(base) && !request.url().startsWith("data:")) {
                complaints.add("outside: " + request.url());
            }
        });
        return page;
    }

    /** Signs in with the name as the password. */
    Page signedIn(String base, String name) {
        Page page = page(base);
        page.navigate("/sign-in");
        page.fill("[name=username]", name);
        page.fill("[name=password]", name);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
