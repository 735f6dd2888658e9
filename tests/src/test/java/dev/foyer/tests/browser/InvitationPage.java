package dev.foyer.tests.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;

/** What the link in a mail opens, and the step of a sign-in that asks for the answer. */
public record InvitationPage(Page page) {

    /** Opens the link and answers with the status. */
    public int open(String link) {
        Response response = page.navigate(link);
        return response.status();
    }

    /** What is offered. */
    public Locator details() {
        return page.locator("#foyer-page .foyer-card");
    }

    public Locator text() {
        return page.locator("#foyer-page");
    }

    public void signIn() {
        page.locator("#foyer-sign-in").click();
    }

    public void register() {
        page.locator("#foyer-register").click();
    }

    public void changeUser() {
        page.locator("#foyer-change-user button").click();
    }

    public void accept() {
        answers("accept").first().click();
    }

    public void reject() {
        answers("reject").first().click();
    }

    public void later() {
        answers("later").click();
    }

    public Locator answers(String answer) {
        return page.locator("#foyer-invitations button[name=" + answer + "]");
    }
}
