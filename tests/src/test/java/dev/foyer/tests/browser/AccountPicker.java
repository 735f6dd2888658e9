package dev.foyer.tests.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** The page "which account do you want to use?". */
public record AccountPicker(Page page) {

    public Locator form() {
        return page.locator("form#foyer-accounts");
    }

    /** The accounts offered on this page, top to bottom. */
    public Locator accounts() {
        return form().locator("button[name=account]");
    }

    /** Chooses the account that shows this text as a word of its own, such as its account ID: {@code C-1} is not {@code C-10}. */
    public void choose(String text) {
        Pattern words = Pattern.compile("(?<![\\w-])" + escaped(text) + "(?![\\w-])");
        accounts().filter(new FilterOptions().setHasText(words)).click();
    }

    /** The browser reads the pattern, and knows nothing of {@link Pattern#quote}. */
    private static String escaped(String text) {
        return text.replaceAll("[^\\w\\s-]", "\\\\$0");
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
