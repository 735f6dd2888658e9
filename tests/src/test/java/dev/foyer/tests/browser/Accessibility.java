package dev.foyer.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;

/** What axe finds on a page. */
public final class Accessibility {
    private Accessibility() {}

    /** Fails with each violation in this part of the page and the elements that have it. The page must run scripts. */
    public static void assertAccessible(Page page, String part) {
        assertThat(new AxeBuilder(page).include(part).analyze().getViolations())
                .map(violation -> violation.getId() + ": " + violation.getHelp() + " " + violation.getNodes())
                .isEmpty();
    }
}
