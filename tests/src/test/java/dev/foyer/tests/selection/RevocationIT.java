package dev.foyer.tests.selection;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.microsoft.playwright.Page;
import dev.foyer.tests.browser.ApplicationPage;
import dev.foyer.tests.browser.Chromium;
import dev.foyer.tests.browser.LoginPage;
import dev.foyer.tests.oidc.OidcClient;
import dev.foyer.tests.oidc.OidcError;
import dev.foyer.tests.oidc.SignIn;
import dev.foyer.tests.oidc.Tokens;
import dev.foyer.tests.realm.TestRealm;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A realm where the end of an account ends the whole session; elsewhere it ends nothing beside it, see {@link AccountBindingIT}. */
class RevocationIT {
    @RegisterExtension
    static final TestRealm realm = new TestRealm()
            .with(settings -> settings.getAttributes().put("foyer.revocation", "session"))
            .user("dario", "Dario", "Conti")
            .customers("""
                    {"customers": [
                      {"number": "C-1", "name": "Dario Conti", "type": "individual",
                       "members": [{"kind": "owner", "user": "dario"}]},
                      {"number": "C-2", "name": "Acme S.p.A.", "type": "company",
                       "members": [{"kind": "guest", "user": "dario"}]}]}""");

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private Page page;
    private OidcClient app;
    private Tokens acme;
    private Tokens own;

    @BeforeEach
    void signInTwiceAndSuspend() {
        app = realm.application("app");
        page = chromium.page();
        page.navigate(app.signIn("openid").with("account_hint", "C-1").url());
        new LoginPage(page).signIn("dario");
        acme = signIn("C-2");
        own = signIn("C-1");
        realm.accounts().suspend("C-2");
    }

    @AfterEach
    void resume() {
        realm.accounts().resume("C-2");
    }

    @Test
    void aRefreshThatIsRefusedEndsTheSession() {
        assertThatExceptionOfType(OidcError.class)
                .isThrownBy(() -> app.refresh(acme))
                .extracting(OidcError::code)
                .isEqualTo("invalid_grant");

        assertSessionEnded();
    }

    @Test
    void anIntrospectionEndsTheSession() {
        assertThat(app.introspect(acme.accessToken())).containsEntry("active", false);

        assertSessionEnded();
    }

    @Test
    void aUserInfoRequestEndsTheSession() {
        assertThatExceptionOfType(OidcError.class)
                .isThrownBy(() -> app.userInfo(acme))
                .extracting(OidcError::status)
                .isEqualTo(401);

        assertSessionEnded();
    }

    @Test
    void anOfflineSessionEndsToo() {
        realm.accounts().resume("C-2");
        Map<String, Object> offline = app.token(Map.of(
                "grant_type",
                "password",
                "username",
                "dario",
                "password",
                "dario",
                "scope",
                "openid offline_access",
                "account",
                "C-2"));
        realm.accounts().suspend("C-2");
        Map<String, String> refresh =
                Map.of("grant_type", "refresh_token", "refresh_token", String.valueOf(offline.get("refresh_token")));
        assertThatExceptionOfType(OidcError.class).isThrownBy(() -> app.token(refresh));

        realm.accounts().resume("C-2");
        assertThatExceptionOfType(OidcError.class)
                .isThrownBy(() -> app.token(refresh))
                .extracting(OidcError::code)
                .isEqualTo("invalid_grant");
    }

    private void assertSessionEnded() {
        assertThatExceptionOfType(OidcError.class)
                .isThrownBy(() -> app.refresh(own))
                .extracting(OidcError::code)
                .isEqualTo("invalid_grant");
        page.navigate(app.signIn("openid").url());
        assertThat(page.locator("#password")).isVisible();
    }

    private Tokens signIn(String account) {
        SignIn signIn = app.signIn("openid").with("account_hint", account);
        page.navigate(signIn.url());
        return signIn.redeem(new ApplicationPage(page).callback());
    }
}
