package dev.foyer.tests.selection;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.foyer.tests.browser.AccountPicker;
import dev.foyer.tests.browser.ApplicationPage;
import dev.foyer.tests.browser.Chromium;
import dev.foyer.tests.browser.LoginPage;
import dev.foyer.tests.oidc.SignIn;
import dev.foyer.tests.oidc.Tokens;
import dev.foyer.tests.realm.TestRealm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An application that needs the person's consent gets it for the account too, in words. */
class ConsentIT {
    @RegisterExtension
    static final TestRealm realm = new TestRealm()
            .user("dario", "Dario", "Conti")
            .user("enzo", "Enzo", "Riva")
            .customers("""
                    {"customers": [
                      {"number": "C-1", "name": "Dario Conti", "type": "individual",
                       "members": [{"kind": "owner", "user": "dario"}, {"kind": "guest", "user": "enzo"}]},
                      {"number": "C-2", "name": "Acme S.p.A.", "type": "company",
                       "members": [{"kind": "guest", "user": "dario"}, {"kind": "guest", "user": "enzo"}]}]}""");

    @RegisterExtension
    final Chromium chromium = new Chromium();

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
        Chromium.screenshot(page, "consent-" + language);
        page.locator("#kc-login").click();

        Tokens tokens = signIn.redeem(new ApplicationPage(page).callback());
        assertThat(tokens.accountNumber()).isEqualTo("C-2");
        assertThat(tokens.scope().split(" ")).contains("account").noneMatch(word -> word.startsWith("account:"));
        assertThat(tokens.access().getClaim("scope")).isEqualTo(tokens.scope());

        // What was consented to is not asked again, for another account neither.
        SignIn second = realm.application("app").signIn("openid profile").with("account_hint", "C-1");
        page.navigate(second.url());
        assertThat(second.redeem(new ApplicationPage(page).callback()).accountNumber())
                .isEqualTo("C-1");
    }
}
