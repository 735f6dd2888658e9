package dev.foyer.tests.token;

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
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The switch at the token endpoint for every kind of refresh token: one tab changes, or none. */
class SwitchIT {
    @RegisterExtension
    static final TestRealm realm =
            new TestRealm().user("dario", "Dario", "Conti").customers("""
                    {"customers": [
                      {"number": "C-1", "name": "Dario Conti", "type": "individual",
                       "members": [{"kind": "owner", "user": "dario"}]},
                      {"number": "C-2", "name": "Acme S.p.A.", "type": "company",
                       "members": [{"kind": "guest", "user": "dario"}]},
                      {"number": "C-3", "name": "Foreign S.r.l.", "type": "company"}]}""");

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @ParameterizedTest(name = "{0}, scope {1}, rotation {2}")
    @CsvSource({
        "app, openid, false",
        "app, openid, true",
        "spa, openid, false",
        "spa, openid, true",
        "app, openid offline_access, false",
        "app, openid offline_access, true",
        "spa, openid offline_access, false",
        "spa, openid offline_access, true"
    })
    void aSwitchIsForOneTabAndARefusedOneForNone(String client, String scope, boolean rotation) {
        realm.configure(settings -> settings.setRevokeRefreshToken(rotation));
        OidcClient app = realm.application(client);
        Page page = chromium.page();
        Tokens one = signIn(page, app, scope);
        Tokens two = signIn(page, app, scope);

        Tokens refused = one;
        for (String account : new String[] {"C-3", "C-999", ""}) {
            assertThatExceptionOfType(OidcError.class)
                    .isThrownBy(() -> app.refresh(refused, Map.of("account", account)))
                    .matches(error -> error.status() == 400 && error.code().equals("invalid_target"));
        }
        Tokens switched = app.refresh(one, Map.of("account", "C-2"));
        two = app.refresh(two);

        assertThat(switched.accountNumber()).isEqualTo("C-2");
        assertThat(two.accountNumber()).isEqualTo("C-1");
        assertThat(app.refresh(switched).accountNumber()).isEqualTo("C-2");
        assertThat(app.refresh(two).accountNumber()).isEqualTo("C-1");
    }

    /** The client let people in without an account before, and does not any more. */
    @Test
    void whoCameWithoutAnAccountChoosesOneOnceItIsRequired() {
        OidcClient app = realm.application("app2");
        realm.setClient("app2", "foyer.account", "never");
        Map<String, Object> without;
        try {
            without = password(app);
            without = refresh(app, without, Map.of());
            assertThat(app.claims(without)).doesNotContainKey("account");
        } finally {
            realm.setClient("app2", "foyer.account", "");
        }
        Map<String, Object> tokens = without;

        assertThatExceptionOfType(OidcError.class)
                .isThrownBy(() -> refresh(app, tokens, Map.of()))
                .matches(error -> error.status() == 400 && error.code().equals("account_selection_required"));
        Map<String, Object> chosen = refresh(app, tokens, Map.of("account", "C-2"));
        assertThat(app.claims(refresh(app, chosen, Map.of()))).containsKey("account");
    }

    private static Map<String, Object> password(OidcClient app) {
        return app.token(Map.of("grant_type", "password", "username", "dario", "password", "dario", "scope", "openid"));
    }

    private static Map<String, Object> refresh(
            OidcClient app, Map<String, Object> tokens, Map<String, String> parameters) {
        Map<String, String> form = new HashMap<>(parameters);
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", String.valueOf(tokens.get("refresh_token")));
        return app.token(form);
    }

    private static Tokens signIn(Page page, OidcClient app, String scope) {
        SignIn signIn = app.signIn(scope).with("account_hint", "C-1");
        page.navigate(signIn.url());
        if (page.locator("#kc-login").count() > 0) {
            new LoginPage(page).signIn("dario");
        }
        return signIn.redeem(new ApplicationPage(page).callback());
    }
}
