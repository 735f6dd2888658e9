package dev.foyer.tests.browser;

import com.microsoft.playwright.Page;

/** Keycloak's page for username and password. */
public record LoginPage(Page page) {

    /** Signs in a person of a test realm, whose password is the username. */
    public void signIn(String username) {
        page.locator("#username").fill(username);
        page.locator("#password").fill(username);
        page.locator("#kc-login").click();
    }
}
