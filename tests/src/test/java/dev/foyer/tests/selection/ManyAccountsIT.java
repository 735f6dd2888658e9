package dev.foyer.tests.selection;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import dev.foyer.tests.browser.AccountPicker;
import dev.foyer.tests.browser.ApplicationPage;
import dev.foyer.tests.browser.Chromium;
import dev.foyer.tests.browser.LoginPage;
import dev.foyer.tests.oidc.OidcClient;
import dev.foyer.tests.oidc.SignIn;
import dev.foyer.tests.realm.Accounts;
import dev.foyer.tests.realm.TestRealm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The choice of somebody with three thousand accounts. */
class ManyAccountsIT {
    @RegisterExtension
    static final TestRealm realm =
            new TestRealm().user("ada", "Ada", "Conti").customers(Accounts.guestOfMany("ada", 3000));

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private Page page;
    private AccountPicker picker;
    private SignIn signIn;

    @BeforeEach
    void open() {
        realm.accounts().forgetSelections();
        open(chromium.page());
    }

    private void open(Page newPage) {
        page = newPage;
        picker = new AccountPicker(page);
        OidcClient app = realm.application("app");
        signIn = app.signIn("openid");
        page.navigate(signIn.url());
        new LoginPage(page).signIn("ada");
    }

    @Test
    void thePageStaysSmall() {
        assertThat(picker.accounts()).hasCount(12);
        Response next =
                page.waitForResponse(response -> response.url().contains("required-action"), () -> picker.nextPage());

        assertThat(next.body()).hasSizeLessThan(40_000);
    }

    @Test
    void pagesGoForwardsAndBackwards() {
        assertThat(picker.accounts().first()).containsText("Firm 0001");
        assertThat(page.locator("button[name=before]")).hasCount(0);
        picker.nextPage();
        assertThat(picker.accounts().first()).containsText("Firm 0013");
        picker.nextPage();
        assertThat(picker.accounts().first()).containsText("Firm 0025");
        picker.previousPage();
        assertThat(picker.accounts().first()).containsText("Firm 0013");
        picker.choose("F-0015");

        assertThat(signIn.redeem(new ApplicationPage(page).callback()).account())
                .containsEntry("number", "F-0015");
    }

    @Test
    void aSearchFindsByNameOrAccountIdAndItsPagesKeepIt() {
        picker.search("firm 29");
        assertThat(picker.accounts().first()).containsText("Firm 2900");
        picker.nextPage();
        assertThat(picker.accounts().first()).containsText("Firm 2912");
        assertThat(page.locator("#foyer-search")).hasValue("firm 29");

        picker.search("F-0777");
        assertThat(picker.accounts()).hasCount(1);

        picker.search("<b>nobody</b>");
        assertThat(page.locator("[role=status]")).hasText("No account matches \u201c<b>nobody</b>\u201d.");
        page.locator("text=Show all accounts").click();
        assertThat(picker.accounts()).hasCount(12);
    }

    @Test
    void theKeyboardAloneIsEnough() {
        page.locator("#foyer-search").focus();
        page.keyboard().type("F-1234");
        page.keyboard().press("Enter");
        assertThat(picker.accounts()).hasCount(1);
        page.locator("#foyer-search").focus();
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        assertThat(signIn.redeem(new ApplicationPage(page).callback()).account())
                .containsEntry("number", "F-1234");
    }

    @Test
    void itWorksWithoutJavaScript() {
        open(chromium.page(options -> options.setJavaScriptEnabled(false)));
        picker.nextPage();
        assertThat(picker.accounts().first()).containsText("Firm 0013");
        picker.search("0042");
        picker.choose("F-0042");

        assertThat(signIn.redeem(new ApplicationPage(page).callback()).account())
                .containsEntry("number", "F-0042");
    }
}
