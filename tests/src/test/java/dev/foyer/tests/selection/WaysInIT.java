package dev.foyer.tests.selection;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.foyer.tests.browser.AccountPicker;
import dev.foyer.tests.browser.ApplicationPage;
import dev.foyer.tests.browser.Authenticator;
import dev.foyer.tests.browser.Chromium;
import dev.foyer.tests.browser.LoginPage;
import dev.foyer.tests.browser.RegistrationPage;
import dev.foyer.tests.oidc.OidcClient;
import dev.foyer.tests.oidc.SignIn;
import dev.foyer.tests.realm.TestRealm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The choice comes after the person is known, however that was: here by ways that need no password. */
class WaysInIT {
    @RegisterExtension
    static final TestRealm realm =
            new TestRealm().user("dario", "Dario", "Conti").customers("""
                    {"customers": [
                      {"number": "C-1", "name": "Dario Conti", "type": "individual",
                       "members": [{"kind": "owner", "user": "dario"}]},
                      {"number": "C-2", "name": "Acme S.p.A.", "type": "company",
                       "members": [{"kind": "guest", "user": "dario"}]}]}""");

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private Page page;
    private OidcClient app;
    private SignIn signIn;

    @BeforeAll
    static void openTheWays() {
        realm.configure(settings -> {
            settings.setWebAuthnPolicyPasswordlessPasskeysEnabled(true);
            settings.setVerifyEmail(false);
        });
    }

    @BeforeEach
    void open() {
        page = chromium.page();
        app = realm.application("app");
        signIn = app.signIn("openid");
    }

    @Test
    void aPasskeyIsFollowedByTheChoice() {
        Authenticator.plugInto(page);
        registerPasskey();
        page.context().clearCookies();

        // The login page offers passkeys by itself, and the device agrees.
        page.navigate(signIn.url());
        assertThat(new AccountPicker(page).accounts()).hasCount(2);
        new AccountPicker(page).choose("C-2");

        assertAccount("C-2");
    }

    @Test
    void whoeverRegistersGoesOnWithTheAccountThatWasOpenedForThem() {
        page.navigate(signIn.url());
        page.locator("#kc-registration a").click();
        new RegistrationPage(page).register("nina", "Nina", "Nuova");

        assertThat(signIn.redeem(new ApplicationPage(page).callback()).account())
                .containsEntry("name", "Nina Nuova")
                .containsEntry("membership", "owner");
    }

    /** Signs in with the password once, sent by an application that wants its people to use passkeys. */
    private void registerPasskey() {
        page.navigate(app.signIn("openid")
                .with("account_hint", "C-1")
                .with("kc_action", "webauthn-register-passwordless")
                .url());
        new LoginPage(page).signIn("dario");
        page.locator("#registerWebAuthn").click();
        new ApplicationPage(page).callback();
    }

    private void assertAccount(String number) {
        assertThat(signIn.redeem(new ApplicationPage(page).callback()).accountNumber())
                .isEqualTo(number);
    }
}
