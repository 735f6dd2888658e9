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
import dev.foyer.tests.oidc.Callback;
import dev.foyer.tests.oidc.OidcClient;
import dev.foyer.tests.oidc.OidcError;
import dev.foyer.tests.oidc.SignIn;
import dev.foyer.tests.oidc.Tokens;
import dev.foyer.tests.realm.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An application that needs the person's consent gets it for the account too, in words. */
class ConsentIT {
    @RegisterExtension
    static final TestRealm realm = new TestRealm()
            .user("dario", "Dario", "Conti")
            .user("enzo", "Enzo", "Riva")
            .user("fabio", "Fabio", "Neri")
            .user("ugo", "Ugo", "Solo")
            .customers("""
                    {"customers": [
                      {"number": "C-1", "name": "Dario Conti", "type": "individual",
                       "members": [{"kind": "owner", "user": "dario"}, {"kind": "guest", "user": "enzo"}, {"kind": "guest", "user": "fabio"}]},
                      {"number": "C-2", "name": "Acme & <b>Figli</b>", "type": "company",
                       "members": [{"kind": "guest", "user": "dario"}, {"kind": "guest", "user": "enzo"}, {"kind": "guest", "user": "fabio"}]},
                      {"number": "C-3", "name": "Ugo Solo", "type": "individual",
                       "members": [{"kind": "owner", "user": "ugo"}]}]}""");

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final OidcClient app = realm.application("app");

    @BeforeAll
    static void requireConsent() {
        realm.configure("app", client -> client.setConsentRequired(true));
    }

    @ParameterizedTest
    @CsvSource({
        "dario, en, 'The account you choose, and what you may do there'",
        "enzo, it, L'account che scegli e ciò che puoi farvi"
    })
    void theChoiceIsFollowedByAConsentInWords(String user, String language, String words) {
        SignIn signIn = realm.application("app").signIn("openid profile");
        Page page = chromium.page(options -> options.setLocale(language));
        page.navigate(signIn.url());
        new LoginPage(page).signIn(user);
        new AccountPicker(page).choose("C-2");
        assertThat(page.locator("#kc-oauth")).containsText(words);
        assertThat(page.locator(".kc-feedback-text")).containsText("Acme & \u2039b\u203aFigli\u2039/b\u203a");
        assertThat(page.locator(".kc-feedback-text")).containsText("C-2");
        Chromium.screenshot(page, "consent-" + language);
        page.locator("#kc-login").click();

        Tokens tokens = signIn.redeem(new ApplicationPage(page).callback());
        assertThat(tokens.accountNumber()).isEqualTo("C-2");
        assertThat(tokens.scope().split(" ")).contains("account").noneMatch(word -> word.startsWith("account:"));
        assertThat(tokens.access().getClaim("scope")).isEqualTo(tokens.scope());

        // What was consented to is not asked again, but another account is the person's choice.
        SignIn second = realm.application("app").signIn("openid profile").with("account_hint", "C-1");
        page.navigate(second.url());
        assertThat(page.locator("#foyer-lets-in")).containsText("app");
        Chromium.screenshot(page, "consent-choice-" + language);
        new AccountPicker(page).choose("C-1");
        assertThat(second.redeem(new ApplicationPage(page).callback()).accountNumber())
                .isEqualTo("C-1");
        assertThat(silent(
                        page, realm.application("app").signIn("openid profile").with("account_hint", "C-2")))
                .isEqualTo("C-2");
    }

    @Test
    void anApplicationTakesNoOtherAccountByItself() {
        Page page = chromium.page();
        Tokens tokens = letIn(page, "C-1");

        for (String account : List.of("C-2", "C-999", realm.accounts().id("C-2"))) {
            assertRefused("account_selection_required", () -> app.refresh(tokens, Map.of("account", account)));
        }
        assertThat(app.refresh(tokens).accountNumber()).isEqualTo("C-1");
        assertThat(silent(page, app.signIn("openid").with("prompt", "none"))).isEqualTo("C-1");
        for (String account : List.of("C-2", "C-999")) {
            SignIn hinted = app.signIn("openid").with("prompt", "none").with("account_hint", account);
            assertRefused("account_selection_required", () -> silent(page, hinted));
        }

        SignIn named = app.signIn("openid").with("kc_action", "switch-account:C-2");
        page.navigate(named.url());
        assertThat(page.locator(".kc-feedback-text")).hasCount(0);
        new AccountPicker(page).choose("C-2");
        assertThat(named.redeem(new ApplicationPage(page).callback()).accountNumber())
                .isEqualTo("C-2");
        assertThat(silent(page, app.signIn("openid").with("kc_action", "switch-account:C-1")))
                .isEqualTo("C-1");
    }

    @Test
    void whatOthersHaveAndTheOnlyAccountThereIsAreNoConsent() {
        Page page = chromium.page();
        SignIn own = realm.application("app2").signIn("openid").with("account_hint", "C-1");
        page.navigate(own.url());
        new LoginPage(page).signIn("fabio");
        assertThat(own.redeem(new ApplicationPage(page).callback()).accountNumber())
                .isEqualTo("C-1");
        page.navigate(app.signIn("openid").url());
        assertThat(new AccountPicker(page).accounts()).hasCount(2);

        Page another = chromium.page();
        another.navigate(app.signIn("openid").url());
        new LoginPage(another).signIn("ugo");
        assertThat(new AccountPicker(another).accounts()).hasCount(1);
    }

    @Test
    void nobodyHandsOnAnAccountThatItWasNotLetInto() {
        realm.addAudience("app2", "app");
        Page page = chromium.page();
        letIn(page, "C-1");

        assertThat(app.claims(app.exchange(ofApp2(page, "C-1").accessToken())).get("account"))
                .asInstanceOf(MAP)
                .containsEntry("number", "C-1");
        Tokens other = ofApp2(page, "C-2");
        assertRefused("account_selection_required", () -> app.exchange(other.accessToken()));
    }

    @Test
    void aRealmMayTrustAnApplicationWithTheSwitch() {
        Tokens tokens = letIn(chromium.page(), "C-1");
        realm.setClient("app", "foyer.account-switch", "silent");
        try {
            assertThat(app.refresh(tokens, Map.of("account", "C-2")).accountNumber())
                    .isEqualTo("C-2");
        } finally {
            realm.setClient("app", "foyer.account-switch", "");
        }
    }

    private Tokens letIn(Page page, String account) {
        SignIn signIn = app.signIn("openid");
        page.navigate(signIn.url());
        new LoginPage(page).signIn("fabio");
        new AccountPicker(page).choose(account);
        page.waitForCondition(
                () -> Callback.owns(page.url()) || page.locator("#kc-oauth").count() > 0);
        if (page.locator("#kc-oauth").count() > 0) {
            page.locator("#kc-login").click();
        }
        return signIn.redeem(new ApplicationPage(page).callback());
    }

    private static Tokens ofApp2(Page page, String account) {
        SignIn signIn = realm.application("app2").signIn("openid").with("account_hint", account);
        page.navigate(signIn.url());
        return signIn.redeem(new ApplicationPage(page).callback());
    }

    private static String silent(Page page, SignIn signIn) {
        page.navigate(signIn.url());
        return signIn.redeem(new ApplicationPage(page).callback()).accountNumber();
    }

    private static void assertRefused(String code, Runnable request) {
        assertThatExceptionOfType(OidcError.class)
                .isThrownBy(request::run)
                .extracting(OidcError::code)
                .isEqualTo(code);
    }
}
