package dev.foyer.tests.browser;

import com.microsoft.playwright.Page;

/** Keycloak's page for people who have no user yet. */
public record RegistrationPage(Page page) {

    /** Registers a person, whose password is the username. */
    public void register(String username, String firstName, String lastName) {
        page.locator("#username").fill(username);
        page.locator("#password").fill(username);
        page.locator("#password-confirm").fill(username);
        page.locator("#email").fill(username + "@example.com");
        page.locator("#firstName").fill(firstName);
        page.locator("#lastName").fill(lastName);
        page.locator("#kc-register-form [type=submit]").click();
    }
}
