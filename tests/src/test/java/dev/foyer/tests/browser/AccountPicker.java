package dev.foyer.tests.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;

/** The page "which account do you want to use?". */
public record AccountPicker(Page page) {

    public Locator form() {
        return page.locator("form#foyer-accounts");
    }

    /** The accounts offered on this page, top to bottom. */
    public Locator accounts() {
        return form().locator("button[name=account]");
    }

    /** Chooses the account that shows this text, such as its account ID. */
    public void choose(String text) {
        accounts().filter(new FilterOptions().setHasText(text)).click();
    }

    public void search(String text) {
        form().locator("input[name=search]").fill(text);
        form().locator("button[name=action][value=search]").click();
    }

    public void nextPage() {
        form().locator("button[name=after]").click();
    }

    public void previousPage() {
        form().locator("button[name=before]").click();
    }
}
