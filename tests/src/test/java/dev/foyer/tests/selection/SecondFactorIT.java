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
import dev.foyer.tests.realm.OneTimePassword;
import dev.foyer.tests.realm.StepUpFlow;
import dev.foyer.tests.realm.TestRealm;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Customers whose members must have used a second factor. */
class SecondFactorIT {
    private static final String CUSTOMERS = """
            {"customers": [
              {"number": "C-1", "name": "Dario Conti", "type": "individual",
               "members": [{"kind": "owner", "user": "dario"}]},
              {"number": "C-2", "name": "Banca Acme S.p.A.", "type": "company", "secondFactorRequired": true,
               "members": [{"kind": "guest", "user": "dario"}]}]}""";
    private static final OneTimePassword PHONE = new OneTimePassword("a secret of twenty b");

    @RegisterExtension
    static final TestRealm realm =
            new TestRealm().user("dario", "Dario", "Conti", PHONE.credential()).customers(CUSTOMERS);

    /** Its flow knows of no second level. */
    @RegisterExtension
    static final TestRealm plain =
            new TestRealm().user("dario", "Dario", "Conti").customers(CUSTOMERS);

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private Page page;
    private AccountPicker picker;
    private OidcClient app;

    @BeforeAll
    static void installFlow() {
        StepUpFlow.install(realm);
    }

    @BeforeEach
    void open() {
        realm.accounts().forgetSelections();
        page = chromium.page();
        picker = new AccountPicker(page);
        app = realm.application("app");
    }

    @Test
    void choosingTheAccountAsksForTheSecondFactorAndNotForThePasswordAgain() {
        SignIn signIn = app.signIn("openid");
        begin(signIn);
        assertThat(picker.accounts()).hasText(new String[] {
            "Banca Acme S.p.A. Account ID C-2 Guest Second factor", "Dario Conti Account ID C-1 Own account"
        });
        picker.choose("C-2");
        typeCode();

        assertThat(redeem(signIn).accountNumber()).isEqualTo("C-2");
        assertThat(silent(realm.application("app2").signIn("openid")).accountNumber())
                .isEqualTo("C-2");
    }

    @Test
    void otherAccountsAskForNothing() {
        SignIn signIn = app.signIn("openid");
        begin(signIn);
        picker.choose("C-1");

        assertThat(redeem(signIn).accountNumber()).isEqualTo("C-1");
    }

    @Test
    void aSessionThatHasNotUsedItIsAskedWhenTheApplicationNamesTheAccount() {
        beginWith("C-1");

        SignIn hinted = app.signIn("openid").with("account_hint", "C-2");
        page.navigate(hinted.url());
        typeCode();

        assertThat(redeem(hinted).accountNumber()).isEqualTo("C-2");
    }

    @Test
    void aSwitchThroughTheBrowserAsksForIt() {
        beginWith("C-1");

        SignIn withPage = app.signIn("openid").with("kc_action", "switch-account");
        page.navigate(withPage.url());
        picker.choose("C-2");
        typeCode();
        assertThat(redeem(withPage).accountNumber()).isEqualTo("C-2");
    }

    @Test
    void aSwitchToANamedAccountAsksForIt() {
        beginWith("C-1");

        SignIn named = app.signIn("openid").with("kc_action", "switch-account:C-2");
        page.navigate(named.url());
        typeCode();
        assertThat(redeem(named).accountNumber()).isEqualTo("C-2");
    }

    @Test
    void aSwitchWithoutTheBrowserSaysWhatIsMissingAndLeavesTheTokensAlive() {
        Tokens own = beginWith("C-1");

        assertRefused("insufficient_user_authentication", () -> app.refresh(own, Map.of("account", "C-2")));
        assertThat(app.refresh(own).accountNumber()).isEqualTo("C-1");

        SignIn hinted = app.signIn("openid").with("account_hint", "C-2");
        page.navigate(hinted.url());
        typeCode();
        redeem(hinted);
        assertThat(app.refresh(own, Map.of("account", "C-2")).accountNumber()).isEqualTo("C-2");
    }

    @Test
    void whereNobodyCanBeAskedTheAnswerIsAnError() {
        beginWith("C-1");
        SignIn silent = app.signIn("openid").with("prompt", "none").with("account_hint", "C-2");
        page.navigate(silent.url());
        assertRefused("interaction_required", () -> redeem(silent));

        OidcClient other = plain.application("app");
        Map<String, String> grant = Map.of(
                "grant_type", "password",
                "username", "dario",
                "password", "dario",
                "scope", "openid",
                "account", "C-2");
        assertRefused("insufficient_user_authentication", () -> other.token(grant));
    }

    @Test
    void aRealmThatCanNotAskSaysSoAndOffersTheOtherAccounts() {
        app = plain.application("app");
        SignIn signIn = app.signIn("openid");
        begin(signIn);
        picker.choose("C-2");
        assertThat(page.locator(".kc-feedback-text")).containsText("only be used with a second factor");
        picker.choose("C-1");

        assertThat(redeem(signIn).accountNumber()).isEqualTo("C-1");
    }

    private Tokens beginWith(String account) {
        SignIn signIn = app.signIn("openid").with("account_hint", account);
        begin(signIn);
        return redeem(signIn);
    }

    private void begin(SignIn signIn) {
        page.navigate(signIn.url());
        new LoginPage(page).signIn("dario");
    }

    private void typeCode() {
        page.locator("#otp").fill(PHONE.code());
        page.locator("#kc-login").click();
    }

    private Tokens silent(SignIn signIn) {
        page.navigate(signIn.url());
        return redeem(signIn);
    }

    private Tokens redeem(SignIn signIn) {
        return signIn.redeem(new ApplicationPage(page).callback());
    }

    private static void assertRefused(String code, Runnable request) {
        assertThatExceptionOfType(OidcError.class)
                .isThrownBy(request::run)
                .extracting(OidcError::code)
                .isEqualTo(code);
    }
}
