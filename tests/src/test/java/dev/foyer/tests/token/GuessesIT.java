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
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where the realm detects brute force, nobody tries one account after the other. */
class GuessesIT {
    private static final int LIMIT = 3;

    @RegisterExtension
    static final TestRealm realm = new TestRealm()
            .with(settings -> {
                settings.setBruteForceProtected(true);
                settings.setFailureFactor(LIMIT);
                settings.setQuickLoginCheckMilliSeconds(0L);
            })
            .user("dario", "Dario", "Conti")
            .user("enzo", "Enzo", "Riva")
            .user("fiona", "Fiona", "Monti")
            .customers("""
                    {"customers": [
                      {"number": "C-1", "name": "Acme S.p.A.", "type": "company",
                       "members": [{"kind": "guest", "user": "dario"}, {"kind": "guest", "user": "enzo"},
                                   {"kind": "guest", "user": "fiona"}]},
                      {"number": "C-2", "name": "Beta S.r.l.", "type": "company",
                       "members": [{"kind": "guest", "user": "dario"}, {"kind": "guest", "user": "enzo"},
                                   {"kind": "guest", "user": "fiona"}]}]}""");

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final OidcClient app = realm.application("app");

    @Test
    void wrongAccountsAtARefreshCountLikeWrongPasswords() {
        String token = String.valueOf(password("dario", "C-1").get("refresh_token"));
        for (int guess = 1; guess <= LIMIT; guess++) {
            String account = "C-90" + guess;
            assertRefused("invalid_target", () -> refresh(token, Map.of("account", account)));
            awaitFailures("dario", guess);
        }

        assertRefused("invalid_target", () -> refresh(token, Map.of("account", "C-2")));
        assertThat(refresh(token, Map.of())).containsKey("access_token");
        realm.admin().attackDetection().clearBruteForceForUser(realm.userId("dario"));
        assertThat(refresh(token, Map.of("account", "C-2"))).containsKey("access_token");
    }

    @Test
    void soDoTheyWithAPassword() {
        for (int guess = 1; guess <= LIMIT; guess++) {
            String account = "C-90" + guess;
            assertRefused("account_selection_required", () -> password("enzo", account));
            awaitFailures("enzo", guess);
        }

        assertRefused("invalid_grant", () -> password("enzo", "C-2"));
    }

    /** Any page can send the browser: what it can cause must not keep the person from signing in. */
    @Test
    void silentHintsAreCountedForTheSessionAndNotForThePerson() {
        Page page = chromium.page();
        SignIn signIn = app.signIn("openid").with("account_hint", "C-1");
        page.navigate(signIn.url());
        new LoginPage(page).signIn("fiona");
        Tokens tokens = redeem(page, signIn);
        for (int guess = 0; guess < LIMIT; guess++) {
            assertThat(silent(page, "C-2")).isEqualTo("C-2");
            String account = "C-90" + guess;
            assertRefused("account_selection_required", () -> silent(page, account));
        }

        assertRefused("account_selection_required", () -> silent(page, "C-2"));
        SignIn asked = app.signIn("openid").with("account_hint", "C-2");
        page.navigate(asked.url());
        assertThat(redeem(page, asked).accountNumber()).isEqualTo("C-2");
        assertThat(app.refresh(tokens, Map.of("account", "C-2")).accountNumber())
                .isEqualTo("C-2");
        assertThat(failures("fiona")).isZero();
    }

    private String silent(Page page, String account) {
        SignIn signIn = app.signIn("openid").with("prompt", "none").with("account_hint", account);
        page.navigate(signIn.url());
        return redeem(page, signIn).accountNumber();
    }

    private static Tokens redeem(Page page, SignIn signIn) {
        return signIn.redeem(new ApplicationPage(page).callback());
    }

    private Map<String, Object> password(String user, String account) {
        return app.token(Map.of(
                "grant_type", "password", "username", user, "password", user, "scope", "openid", "account", account));
    }

    private Map<String, Object> refresh(String token, Map<String, String> parameters) {
        Map<String, String> form = new HashMap<>(parameters);
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", token);
        return app.token(form);
    }

    private static void assertRefused(String code, Runnable request) {
        assertThatExceptionOfType(OidcError.class)
                .isThrownBy(request::run)
                .extracting(OidcError::code)
                .isEqualTo(code);
    }

    /** Keycloak counts in a thread of its own. */
    private static void awaitFailures(String user, int count) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (failures(user) < count && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        assertThat(failures(user)).isEqualTo(count);
    }

    private static int failures(String user) {
        Map<String, Object> status = realm.admin().attackDetection().bruteForceUserStatus(realm.userId(user));
        return Integer.parseInt(String.valueOf(status.get("numFailures")));
    }
}
