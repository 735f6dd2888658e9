package dev.foyer.tests.selection;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.foyer.tests.browser.ApplicationPage;
import dev.foyer.tests.browser.Chromium;
import dev.foyer.tests.browser.LoginPage;
import dev.foyer.tests.oidc.OidcClient;
import dev.foyer.tests.oidc.SignIn;
import dev.foyer.tests.oidc.Tokens;
import dev.foyer.tests.realm.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignInIT {
    @RegisterExtension
    static final TestRealm realm = new TestRealm().user("anna", "Anna", "Rossi").customers("""
                    {"customers": [{"number": "C-1", "name": "Rossi S.r.l.", "type": "company",
                                    "members": [{"kind": "owner", "user": "anna"}]}]}""");

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @Test
    void aPasswordGivesVerifiedTokensForTheOnlyAccount() {
        OidcClient app = realm.application("app");
        SignIn signIn = app.signIn("openid");
        Page page = chromium.page();

        page.navigate(signIn.url());
        new LoginPage(page).signIn("anna");
        Tokens tokens = signIn.redeem(new ApplicationPage(page).callback());

        assertThat(tokens.id().getClaim("preferred_username")).isEqualTo("anna");
        assertThat(tokens.account()).containsEntry("number", "C-1");
        assertThat(tokens.access().getClaim("user_type")).isEqualTo("external");
    }
}
