package dev.foyer.tests.token;

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
import dev.foyer.tests.realm.TestRealm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The account in the grants beside the code flow. */
class GrantsIT {
    private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    @RegisterExtension
    static final TestRealm realm = new TestRealm()
            .user("dario", "Dario", "Conti")
            .user("ugo", "Ugo", "Solo")
            .user("sam", "Sam", "Staff")
            .customers("""
                    {"customers": [
                      {"number": "C-1", "name": "Dario Conti", "type": "individual",
                       "members": [{"kind": "owner", "user": "dario"}]},
                      {"number": "C-2", "name": "Acme S.p.A.", "type": "company",
                       "members": [{"kind": "guest", "user": "dario"}, {"kind": "owner", "user": "ugo"}]},
                      {"number": "C-3", "name": "Foreign S.r.l.", "type": "company"}]}""");

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private OidcClient app;

    @BeforeEach
    void open() {
        app = realm.application("app");
    }

    @Test
    void aDirectGrantNamesItsAccount() {
        assertNumber("C-2", password("ugo", Map.of()));
        assertNumber("C-2", password("dario", Map.of("account", "C-2")));
        assertNumber("C-1", password("dario", Map.of("account", realm.accounts().id("C-1"))));
    }

    @Test
    void anAmbiguousOrForeignAccountInADirectGrantHasOneAnswer() {
        for (Map<String, String> parameters :
                List.of(Map.<String, String>of(), Map.of("account", "C-3"), Map.of("account", "C-999"))) {
            assertThatExceptionOfType(OidcError.class)
                    .isThrownBy(() -> password("dario", parameters))
                    .matches(error -> error.status() == 400)
                    .matches(error -> error.code().equals("account_selection_required"));
        }
    }

    @Test
    void aDeviceGetsTheAccountThatWasChosenForItOnThePhone() {
        Page page = chromium.page();
        Map<String, Object> device = app.deviceAuthorization("openid");
        page.navigate(String.valueOf(device.get("verification_uri_complete")));
        new LoginPage(page).signIn("dario");
        new AccountPicker(page).choose("C-2");
        page.locator("#kc-login").click();
        page.locator("text=Device Login Successful").waitFor();

        Map<String, Object> tokens = app.token(Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:device_code",
                "device_code",
                String.valueOf(device.get("device_code"))));

        assertNumber("C-2", tokens);
        assertNumber("C-2", refresh(tokens));
    }

    @Test
    void anExchangedTokenKeepsTheAccount() {
        Map<String, Object> tokens = password("dario", Map.of("account", "C-2"));

        assertNumber("C-2", exchange(tokens, Map.of()));
        assertNumber("C-2", exchange(tokens, Map.of("account", "C-1")));
    }

    @Test
    void aTokenForAClosedAccountIsNotExchanged() {
        Map<String, Object> tokens = password("dario", Map.of("account", "C-2"));
        realm.accounts().suspend("C-2");
        try {
            assertThatExceptionOfType(OidcError.class)
                    .isThrownBy(() -> exchange(tokens, Map.of()))
                    .matches(error -> error.status() == 400);
        } finally {
            realm.accounts().resume("C-2");
        }
    }

    @Test
    void anOfflineTokenKeepsTheAccount() {
        Map<String, Object> tokens = password("dario", Map.of("account", "C-2", "scope", "openid offline_access"));
        password("dario", Map.of("account", "C-1"));

        assertNumber("C-2", refresh(tokens));
    }

    @Test
    void aLightweightTokenHasTheAccount() {
        realm.setClient("app", "client.use.lightweight.access.token.enabled", "true");
        try {
            Map<String, Object> tokens = password("dario", Map.of("account", "C-2"));
            assertNumber("C-2", tokens);
            assertNumber("C-2", refresh(tokens));
        } finally {
            realm.setClient("app", "client.use.lightweight.access.token.enabled", "false");
        }
    }

    @Test
    void whoeverHasNoAccountGetsInWhereItIsOptional() {
        assertThatExceptionOfType(OidcError.class)
                .isThrownBy(() -> password("sam", Map.of()))
                .matches(error -> error.code().equals("access_denied"));
        realm.setClient("app", "foyer.account", "optional");
        try {
            Map<String, Object> claims = app.claims(password("sam", Map.of()));
            assertThat(claims).doesNotContainKey("account").containsEntry("user_type", "internal");
        } finally {
            realm.setClient("app", "foyer.account", "");
        }
    }

    @Test
    void anApplicationThatNeedsNoAccountGetsNoPage() {
        realm.setClient("app", "foyer.account", "never");
        try {
            Page page = chromium.page();
            SignIn signIn = app.signIn("openid");
            page.navigate(signIn.url());
            new LoginPage(page).signIn("dario");
            Tokens tokens = signIn.redeem(new ApplicationPage(page).callback());
            assertThat(tokens.accountNumber()).isEqualTo("none");
        } finally {
            realm.setClient("app", "foyer.account", "");
        }
    }

    private Map<String, Object> password(String user, Map<String, String> parameters) {
        Map<String, String> form =
                new HashMap<>(Map.of("grant_type", "password", "username", user, "password", user, "scope", "openid"));
        form.putAll(parameters);
        return app.token(form);
    }

    private Map<String, Object> refresh(Map<String, Object> tokens) {
        return app.token(
                Map.of("grant_type", "refresh_token", "refresh_token", String.valueOf(tokens.get("refresh_token"))));
    }

    private Map<String, Object> exchange(Map<String, Object> tokens, Map<String, String> parameters) {
        Map<String, String> form = new HashMap<>(Map.of(
                "grant_type", EXCHANGE,
                "subject_token_type", ACCESS_TOKEN,
                "subject_token", String.valueOf(tokens.get("access_token"))));
        form.putAll(parameters);
        return app.token(form);
    }

    private void assertNumber(String number, Map<String, Object> tokens) {
        assertThat(app.claims(tokens).get("account")).asInstanceOf(MAP).containsEntry("number", number);
    }
}
