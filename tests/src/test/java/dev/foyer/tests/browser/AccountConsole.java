package dev.foyer.tests.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.foyer.tests.realm.TestRealm;

/** Keycloak's account console, with the page of a person's accounts. */
public record AccountConsole(Page page) {

    /** Signs in to the console, at one of its pages; the first has no path. */
    public static AccountConsole signIn(Page page, TestRealm realm, String path, String username) {
        page.navigate(realm.server()
                .url("/realms/" + realm.name() + "/account/" + path)
                .toString());
        new LoginPage(page).signIn(username);
        return new AccountConsole(page);
    }

    /** Says on the other pages that there are invitations. */
    public Locator notice() {
        return page.getByTestId("foyer-notice");
    }

    public void seeInvitations() {
        notice().getByRole(AriaRole.LINK).click();
    }

    /** What an invitation to the account with this account ID offers. */
    public Locator invitation(String number) {
        return page.getByTestId("invitation-" + number);
    }

    public void accept(String number) {
        invitation(number).locator("button").first().click();
    }

    public void reject(String number) {
        invitation(number).locator("button").last().click();
    }

    /** The row of an account. */
    public Locator account(String number) {
        return page.getByTestId("account-" + number);
    }

    public Locator accounts() {
        return page.locator("tr[data-testid^=account-]");
    }

    /** Opens the question whether to leave. */
    public void leave(String number) {
        account(number).locator("button").click();
    }

    public Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    public void confirm() {
        dialog().locator("footer button").first().click();
    }

    /** What the console says for a while after something was done. */
    public Locator told(String text) {
        return page.getByTestId("global-alerts").getByText(text);
    }

    public void search(String text) {
        Locator field = page.locator("input[type=text]");
        field.fill(text);
        field.press("Enter");
    }

    public void more() {
        page.getByTestId("foyer-more").click();
    }
}
