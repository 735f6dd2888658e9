package dev.foyer.tests.browser;

import com.microsoft.playwright.Page;
import dev.foyer.tests.oidc.Callback;

/** The application, when the server has sent the browser back to it. */
public record ApplicationPage(Page page) {

    /** Waits for the way back and answers with the whole address: code or error, and state. */
    public String callback() {
        page.waitForURL(Callback::owns);
        return page.url();
    }
}
