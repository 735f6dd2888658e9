package dev.foyer.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;

/** What axe finds on a page. */
public final class Accessibility {
    private Accessibility() {}

    /** Fails with each violation and the elements that have it. The page must run scripts. */
    public static void assertAccessible(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .map(violation -> violation.getId() + ": " + violation.getHelp() + " " + violation.getNodes())
                .isEmpty();
    }
}
