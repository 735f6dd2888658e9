package dev.foyer.tests.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Keycloak's page for people who have no user yet, with the fields of their account. */
public record RegistrationPage(Page page) {

    /** Registers a private person, whose password is the username. */
    public void register(String username, String firstName, String lastName) {
        fill(username, firstName, lastName);
        submit();
    }

    /** Fills in everything about the person, and nothing about the account. */
    public void fill(String username, String firstName, String lastName) {
        fillPerson(username, firstName, lastName);
        fillPasswords(username);
    }

    /** The same in a realm that verifies addresses, where the password comes later. */
    public void fillPerson(String username, String firstName, String lastName) {
        page.locator("#username").fill(username);
        page.locator("#email").fill(username + "@example.com");
        page.locator("#firstName").fill(firstName);
        page.locator("#lastName").fill(lastName);
    }

    /** Answers the page that asks for it. */
    public void choosePassword(String password) {
        page.locator("#password-new").fill(password);
        page.locator("#password-confirm").fill(password);
        page.locator("#kc-passwd-update-form [type=submit]").click();
    }

    /** The page forgets them whenever it is shown again. */
    public void fillPasswords(String password) {
        page.locator("#password").fill(password);
        page.locator("#password-confirm").fill(password);
    }

    public void chooseCompany(String name) {
        company().check();
        companyName().fill(name);
    }

    public Locator company() {
        return page.locator("#foyer-account-type-company");
    }

    public Locator individual() {
        return page.locator("#foyer-account-type-individual");
    }

    public Locator companyName() {
        return page.locator("#foyer-company");
    }

    /** What is wrong with a field. */
    public Locator error(String field) {
        return page.locator("#input-error-" + field);
    }

    public void submit() {
        page.locator("#kc-register-form [type=submit]").click();
    }
}
