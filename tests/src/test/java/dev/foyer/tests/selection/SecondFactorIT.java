package dev.foyer.tests.selection;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

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
    private static final String DEVICE = "urn:ietf:params:oauth:grant-type:device_code";
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

    /** Whoever is in an account when it begins to require a second factor. */
    @Test
    void whatIsAskedForLaterHoldsForTheTokensThatAreThere() {
        realm.addAudience("app", "app2");
        Tokens own = beginWith("C-1");
        Tokens kept = silent(app.signIn("openid offline_access"));
        SignIn notRedeemed = app.signIn("openid");
        page.navigate(notRedeemed.url());
        String callback = new ApplicationPage(page).callback();
        String device = deviceCode();
        realm.accounts().requireSecondFactor("C-1", true);
        try {
            String missing = "insufficient_user_authentication";
            assertRefused(missing, () -> app.refresh(own));
            assertRefused(missing, () -> app.refresh(kept));
            assertRefused(missing, () -> realm.application("app2").exchange(own.accessToken()));
            assertRefused(missing, () -> notRedeemed.redeem(callback));
            assertRefused(missing, () -> app.token(Map.of("grant_type", DEVICE, "device_code", device)));
            assertRefused("invalid_token", () -> app.userInfo(own));
            assertThat(app.introspect(own.accessToken())).isEqualTo(Map.of("active", false));
            assertThat(app.introspectRefreshToken(own.refreshToken())).isEqualTo(Map.of("active", false));
            SignIn nobody = app.signIn("openid").with("prompt", "none");
            assertRefused("interaction_required", () -> silent(nobody));

            SignIn again = app.signIn("openid").with("account_hint", "C-1");
            page.navigate(again.url());
            typeCode();
            assertThat(redeem(again).account()).containsEntry("number", "C-1").containsEntry("second_factor", true);
            assertThat(app.refresh(own).accountNumber()).isEqualTo("C-1");
        } finally {
            realm.accounts().requireSecondFactor("C-1", false);
        }
    }

    @Test
    void aTabThatHasUsedItKeepsItsAccountWhateverAnotherTabDoes() {
        realm.addAudience("app", "app2");
        SignIn guarded = app.signIn("openid").with("account_hint", "C-2");
        begin(guarded);
        typeCode();
        Tokens tokens = redeem(guarded);
        SignIn passwordOnly = app.signIn("openid").with("account_hint", "C-1").with("prompt", "login");
        page.navigate(passwordOnly.url());
        page.locator("#password").fill("dario");
        page.locator("#kc-login").click();
        Tokens beside = redeem(passwordOnly);

        assertThat(beside.account()).doesNotContainKey("second_factor");
        Tokens refreshed = app.refresh(tokens);
        assertThat(refreshed.account()).containsEntry("number", "C-2").containsEntry("second_factor", true);
        assertThat(app.userInfo(refreshed)).containsKey("account");
        assertThat(app.introspect(refreshed.accessToken())).containsEntry("active", true);
        OidcClient app2 = realm.application("app2");
        assertThat(app2.claims(app2.exchange(refreshed.accessToken())).get("account"))
                .asInstanceOf(MAP)
                .containsEntry("second_factor", true);
        assertRefused("insufficient_user_authentication", () -> app.refresh(beside, Map.of("account", "C-2")));
    }

    /** The code of a device that was let into the account in use. */
    private String deviceCode() {
        Map<String, Object> device = app.deviceAuthorization("openid");
        page.navigate(String.valueOf(device.get("verification_uri_complete")));
        page.locator("#kc-login").click();
        page.locator("text=Device Login Successful").waitFor();
        return String.valueOf(device.get("device_code"));
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
