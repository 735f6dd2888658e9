package dev.foyer.tests.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The page for people who are signed in and have no account to use. */
public record NoAccountPage(Page page) {

    public Locator content() {
        return page.locator("#foyer-no-account");
    }

    /** Has the server look for accounts again. */
    public void lookAgain() {
        content().locator("button[name=retry]").click();
    }
}
