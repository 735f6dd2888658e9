package dev.foyer.tests.selection;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.microsoft.playwright.Page;
import dev.foyer.tests.browser.AccountPicker;
import dev.foyer.tests.browser.ApplicationPage;
import dev.foyer.tests.browser.Chromium;
import dev.foyer.tests.browser.LoginPage;
import dev.foyer.tests.oidc.OidcClient;
import dev.foyer.tests.oidc.OidcError;
import dev.foyer.tests.oidc.SignIn;
import dev.foyer.tests.oidc.Tokens;
import dev.foyer.tests.realm.TestRealm;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which account a sign-in is for, and when a person is asked. */
class SelectionIT {
    @RegisterExtension
    static final TestRealm realm = new TestRealm()
            .user("dario", "Dario", "Conti")
            .user("ugo", "Ugo", "Solo")
            .user("nora", "Nora", "Nuova")
            .customers("""
                    {"customers": [
                      {"number": "C-1", "name": "Dario Conti", "type": "individual",
                       "members": [{"kind": "owner", "user": "dario"}]},
                      {"number": "C-2", "name": "Acme S.p.A.", "type": "company",
                       "members": [{"kind": "contact", "user": "dario"}]},
                      {"number": "C-3", "name": "Beta & Figli", "type": "company",
                       "members": [{"kind": "guest", "user": "dario"}, {"kind": "owner", "user": "ugo"}]},
                      {"number": "C-4", "name": "Suspended S.r.l.", "type": "company",
                       "members": [{"kind": "guest", "user": "dario", "state": "inactive"}]},
                      {"number": "C-5", "name": "Closed S.r.l.", "type": "company", "state": "inactive",
                       "members": [{"kind": "guest", "user": "dario"}]},
                      {"number": "C-6", "name": "Foreign S.r.l.", "type": "company"},
                      {"number": "C-7", "name": "Nora's later", "type": "company", "state": "inactive",
                       "members": [{"kind": "guest", "user": "nora"}]}]}""");

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private Page page;
    private AccountPicker picker;
    private OidcClient app;

    @BeforeEach
    void open() {
        realm.accounts().forgetSelections();
        page = chromium.page();
        picker = new AccountPicker(page);
        app = realm.application("app");
    }

    @Test
    void thePageShowsNameAccountIdAndKindOfOpenAccountsOnly() {
        begin("dario", app.signIn("openid"));

        assertThat(picker.accounts()).hasText(new String[] {
            "Acme S.p.A. Account ID C-2 Contact",
            "Beta & Figli Account ID C-3 Guest",
            "Dario Conti Account ID C-1 Own account"
        });
        assertThat(page.locator("#foyer-search")).hasCount(0);
    }

    @Test
    void theChoiceIsInTheTokens() {
        SignIn signIn = app.signIn("openid");
        begin("dario", signIn);
        picker.choose("C-2");

        Tokens tokens = redeem(signIn);

        assertThat(tokens.account()).containsEntry("number", "C-2").containsEntry("membership", "contact");
        assertThat(tokens.id().getClaim("account")).isEqualTo(tokens.account());
    }

    /** The address of the form, read over somebody's shoulder, is of no use in another browser, nor by a link. */
    @Test
    void nobodyChoosesFromAnotherBrowserOrByALink() {
        SignIn signIn = app.signIn("openid");
        begin("dario", signIn);
        String action = picker.form().getAttribute("action");
        String account = picker.accounts().first().getAttribute("value");

        Page forged = chromium.page();
        forged.setContent(
                "<form method=post action='%s'><input name=account value='%s'></form>".formatted(action, account));
        forged.locator("form").evaluate("form => form.submit()");
        forged.waitForLoadState();
        assertThat(forged).not().hasURL(Pattern.compile(".*[?&]code=.*"));
        page.navigate(action + "&account=" + account);
        assertThat(picker.accounts()).hasCount(3);

        picker.choose("C-1");
        assertThat(redeem(signIn).accountNumber()).isEqualTo("C-1");
    }

    @Test
    void aSecondApplicationAndAReloadStaySilent() {
        begin("dario", app.signIn("openid"));
        picker.choose("C-3");
        new ApplicationPage(page).callback();

        SignIn second = realm.application("app2").signIn("openid");
        assertThat(silent(second).accountNumber()).isEqualTo("C-3");
        SignIn reload = app.signIn("openid");
        assertThat(silent(reload).accountNumber()).isEqualTo("C-3");
    }

    @Test
    void whatWasUsedLastComesFirstAtTheNextSignIn() {
        begin("dario", app.signIn("openid"));
        picker.choose("C-1");
        new ApplicationPage(page).callback();

        Page next = chromium.page();
        next.navigate(app.signIn("openid").url());
        new LoginPage(next).signIn("dario");

        assertThat(new AccountPicker(next).accounts().first())
                .hasText("Dario Conti Account ID C-1 Own account Last used");
        assertThat(new AccountPicker(next).accounts().first()).isFocused();
        assertThat(new AccountPicker(next).accounts()).hasCount(3);
    }

    @Test
    void aHintByIdOrAccountIdNeedsNoPage() {
        SignIn byNumber = app.signIn("openid").with("account_hint", "C-2");
        begin("dario", byNumber);
        assertThat(redeem(byNumber).accountNumber()).isEqualTo("C-2");

        SignIn byId = app.signIn("openid").with("account_hint", realm.accounts().id("C-3"));
        assertThat(silent(byId).accountNumber()).isEqualTo("C-3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C-6", "C-4", "C-5", "C-999", "<script>"})
    void aWrongHintShowsThePageAndDoesNotTellWhatExists(String hint) {
        begin("dario", app.signIn("openid").with("account_hint", hint));

        assertThat(picker.accounts()).hasCount(3);
        assertThat(page.locator(".kc-feedback-text"))
                .hasText("The account that was asked for is not available to you. Choose one of yours.");
        assertThat(page.content()).doesNotContain("Foreign S.r.l.", "Suspended S.r.l.", "Closed S.r.l.");
    }

    @Test
    void selectAccountAlwaysAsks() {
        SignIn first = app.signIn("openid").with("prompt", "select_account");
        begin("ugo", first);
        assertThat(picker.accounts()).hasCount(1);
        picker.choose("C-3");
        assertThat(redeem(first).accountNumber()).isEqualTo("C-3");

        page.navigate(app.signIn("openid")
                .with("prompt", "select_account")
                .with("account_hint", "C-3")
                .url());
        assertThat(picker.accounts()).hasCount(1);
    }

    @Test
    void noPromptAndNoChoiceIsAnErrorOfItsOwn() {
        begin("dario", realm.application("app2").signIn("openid"));
        assertThat(picker.accounts()).hasCount(3);
        picker.choose("C-1");
        new ApplicationPage(page).callback();

        SignIn remembered = app.signIn("openid").with("prompt", "none");
        assertThat(silent(remembered).accountNumber()).isEqualTo("C-1");

        SignIn wrong = app.signIn("openid").with("prompt", "none").with("account_hint", "C-6");
        page.navigate(wrong.url());
        assertThatExceptionOfType(OidcError.class)
                .isThrownBy(() -> redeem(wrong))
                .matches(error -> error.code().equals("account_selection_required"));
    }

    @Test
    void whoHasNoAccountIsToldSoAndGoesOnOnceThereIsOne() {
        SignIn signIn = app.signIn("openid");
        begin("nora", signIn);
        assertThat(page.locator("#kc-page-title")).hasText("No account to use");

        page.locator("button[name=retry]").click();
        assertThat(page.locator("#kc-page-title")).hasText("No account to use");

        realm.accounts().activate("C-7");
        try {
            page.locator("button[name=retry]").click();
            assertThat(redeem(signIn).accountNumber()).isEqualTo("C-7");
        } finally {
            realm.accounts().deactivate("C-7");
        }
    }

    @Test
    void whoHasNoAccountCanGoBackOrSignInAsSomebodyElse() {
        SignIn signIn = app.signIn("openid");
        begin("nora", signIn);
        page.locator("text=Sign in as somebody else").click();
        new LoginPage(page).signIn("nora");
        page.locator("button[name=leave]").click();

        assertThatExceptionOfType(OidcError.class)
                .isThrownBy(() -> redeem(signIn))
                .matches(error -> error.code().equals("access_denied"));
    }

    @Test
    void theClickIsJudgedOnFreshData() {
        SignIn signIn = app.signIn("openid");
        begin("dario", signIn);
        assertThat(picker.accounts()).hasCount(3);
        realm.accounts().deactivate("C-2");
        try {
            picker.choose("C-2");
            assertThat(picker.accounts()).hasCount(2);
            assertThat(page.locator(".kc-feedback-text")).containsText("not available to you");
        } finally {
            realm.accounts().activate("C-2");
        }
    }

    @Test
    void aForgedChoiceOfAForeignAccountChoosesNothing() {
        begin("dario", app.signIn("openid"));
        page.evaluate(
                "id => document.querySelector('button[name=account]').value = id",
                realm.accounts().id("C-6"));
        picker.accounts().first().click();

        assertThat(page.locator(".kc-feedback-text")).containsText("not available to you");
        assertThat(picker.accounts()).hasCount(3);
    }

    @Test
    void aRunningSessionSwitchesWithThePageAndWithout() {
        begin("dario", app.signIn("openid"));
        picker.choose("C-1");
        new ApplicationPage(page).callback();

        SignIn withPage = app.signIn("openid").with("kc_action", "switch-account");
        page.navigate(withPage.url());
        assertThat(picker.accounts().locator("text=In use now")).hasCount(1);
        picker.choose("C-2");
        assertThat(redeem(withPage).accountNumber()).isEqualTo("C-2");

        SignIn without = app.signIn("openid").with("kc_action", "switch-account:C-3");
        assertThat(silent(without).accountNumber()).isEqualTo("C-3");

        SignIn foreign = app.signIn("openid").with("kc_action", "switch-account:C-6");
        page.navigate(foreign.url());
        assertThat(page.locator(".kc-feedback-text")).containsText("not available to you");
        page.locator("button[name=cancel-aia]").click();
        assertThat(redeem(foreign).accountNumber()).isEqualTo("C-3");
    }

    @Test
    void aRealmWithoutCustomerAccountsHasNoStepAndNoClaims() {
        realm.set("foyer.enabled", "false");
        try {
            SignIn signIn = app.signIn("openid");
            begin("dario", signIn);
            Tokens tokens = redeem(signIn);
            assertThat(tokens.account()).isNull();
            assertThat(tokens.access().getClaim("user_type")).isNull();
            assertThat(realm.post("/customers/import", "application/json", "{}").statusCode())
                    .isEqualTo(404);
        } finally {
            realm.set("foyer.enabled", "true");
        }
    }

    private void begin(String username, SignIn signIn) {
        page.navigate(signIn.url());
        new LoginPage(page).signIn(username);
    }

    private Tokens silent(SignIn signIn) {
        page.navigate(signIn.url());
        return redeem(signIn);
    }

    private Tokens redeem(SignIn signIn) {
        return signIn.redeem(new ApplicationPage(page).callback());
    }
}
