package dev.foyer.tests.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The machine's Chromium. Every page comes in a profile of its own, gone after the test; {@code page.context().newPage()}
 * opens a second tab beside it. Register it as an extension of the instance.
 */
public final class Chromium implements AfterEachCallback {
    /** In milliseconds; a busy machine is slow, not wrong. */
    private static final int PATIENCE = 90_000;

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final List<BrowserContext> contexts = new ArrayList<>();

    /** A page as most people have it: English, light, a desktop's size. */
    public Page page() {
        return page(options -> options);
    }

    /** A page with another language, colour scheme or size, or without JavaScript. */
    public Page page(UnaryOperator<NewContextOptions> options) {
        BrowserContext context = Shared.browser().newContext(options.apply(new NewContextOptions().setLocale("en")));
        context.setDefaultTimeout(PATIENCE);
        contexts.add(context);
        return context.newPage();
    }

    /** Keeps the whole page as {@code target/screenshots/<name>.png}. */
    public static void screenshot(Page page, String name) {
        page.screenshot(new ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** Keeps what the person saw when a test failed. */
    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            String test = context.getRequiredTestClass().getSimpleName() + "-"
                    + context.getRequiredTestMethod().getName();
            List<Page> pages =
                    contexts.stream().flatMap(each -> each.pages().stream()).toList();
            for (int i = 0; i < pages.size(); i++) {
                screenshot(pages.get(i), "failed-%s-%d".formatted(test, i + 1));
            }
        }
        contexts.forEach(Chromium::close);
    }

    /** Now and then Chromium never answers that it has closed a profile. The test is over by then: the next has a new one. */
    private static void close(BrowserContext context) {
        var end = Shared.WATCH.schedule(Shared::kill, PATIENCE, TimeUnit.MILLISECONDS);
        try {
            context.close();
        } catch (PlaywrightException e) {
            if (Shared.isRunning()) {
                throw e;
            }
        } finally {
            end.cancel(false);
        }
    }

    /** Loaded, and so started, when first asked for; it ends with this JVM. */
    private static final class Shared {
        private static final List<String> PATHS = List.of(
                "/usr/bin/chromium",
                "/usr/bin/chromium-browser",
                "/usr/bin/google-chrome",
                "/Applications/Chromium.app/Contents/MacOS/Chromium",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
        private static final List<String> FLAGS = List.of(
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync");

        static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "chromium-watch");
            thread.setDaemon(true);
            return thread;
        });

        private static final BrowserType CHROMIUM = Playwright.create(
                        new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                .chromium();

        private static Browser browser = launch();

        static Browser browser() {
            if (!isRunning()) {
                browser = launch();
            }
            return browser;
        }

        static boolean isRunning() {
            return browser.isConnected();
        }

        /** Playwright is for one thread, so another one can only end the process. */
        static void kill() {
            ProcessHandle.current()
                    .descendants()
                    .filter(process -> process.info()
                            .command()
                            .orElse("")
                            .matches(".*/(chromium|chrome|Chromium|Google Chrome).*"))
                    .forEach(ProcessHandle::destroyForcibly);
        }

        private static Browser launch() {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
            Path chromium = PATHS.stream()
                    .map(Path::of)
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No Chromium at any of " + PATHS));
            return CHROMIUM.launch(
                    new LaunchOptions().setExecutablePath(chromium).setArgs(FLAGS));
        }
    }
}
