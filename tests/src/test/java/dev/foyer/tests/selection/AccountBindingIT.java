package dev.foyer.tests.selection;

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
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An account belongs to a family of tokens: nothing that happens beside it changes it, and its end ends the family. */
class AccountBindingIT {
    @RegisterExtension
    static final TestRealm realm =
            new TestRealm().user("dario", "Dario", "Conti").customers("""
                    {"customers": [
                      {"number": "C-1", "name": "Dario Conti", "type": "individual",
                       "members": [{"kind": "owner", "user": "dario"}]},
                      {"number": "C-2", "name": "Acme S.p.A.", "type": "company",
                       "members": [{"kind": "guest", "user": "dario", "permissions": ["billing"]}]},
                      {"number": "C-3", "name": "Foreign S.r.l.", "type": "company"}]}""");

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private Page page;
    private OidcClient app;

    @BeforeEach
    void open() {
        page = chromium.page();
        app = realm.application("app");
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "spa"})
    void twoTabsOfOneClientKeepTheirAccounts(String client) {
        app = realm.application(client);
        SignIn one = app.signIn("openid");
        SignIn two = app.signIn("openid");
        String codeOne = code(one.with("account_hint", "C-1"));
        String codeTwo = code(two.with("account_hint", "C-2"));

        // The younger code first; then refreshes in a random order, the same in every run.
        Tokens tabTwo = two.redeem(codeTwo);
        Tokens tabOne = one.redeem(codeOne);
        Random random = new Random(7);
        for (int i = 0; i < 10; i++) {
            if (random.nextBoolean()) {
                tabOne = app.refresh(tabOne);
            } else {
                tabTwo = app.refresh(tabTwo);
            }
            assertThat(numbers(tabOne)).containsOnly("C-1");
            assertThat(numbers(tabTwo)).containsOnly("C-2");
        }
    }

    @Test
    void twoTabsKeepTheirAccountsWhileTokensRotate() {
        rotate(true);
        try {
            twoTabsOfOneClientKeepTheirAccounts("app");
        } finally {
            rotate(false);
        }
    }

    @Test
    void aRefreshSwitchesOneTabAndNoOther() {
        Tokens one = signIn("C-1");
        Tokens two = signIn("C-1");

        Tokens switched = app.refresh(one, Map.of("account", "C-2"));

        assertThat(numbers(switched)).containsOnly("C-2");
        assertThat(numbers(app.refresh(switched))).containsOnly("C-2");
        assertThat(numbers(app.refresh(two))).containsOnly("C-1");
        assertThat(numbers(
                        app.refresh(switched, Map.of("account", realm.accounts().id("C-1")))))
                .containsOnly("C-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C-3", "C-999", ""})
    void aRefusedSwitchLeavesTheTokensAlive(String account) {
        rotate(true);
        try {
            Tokens tokens = signIn("C-1");

            assertRefused("invalid_target", () -> app.refresh(tokens, Map.of("account", account)));

            assertThat(numbers(app.refresh(tokens))).containsOnly("C-1");
        } finally {
            rotate(false);
        }
    }

    @Test
    void aSuspendedMembershipEndsItsTokensAndNoOthers() {
        rotate(true);
        Tokens suspended = signIn("C-2");
        Tokens other = signIn("C-1");
        realm.accounts().suspend("C-2");
        try {
            assertRefused("invalid_grant", () -> app.refresh(suspended));
            assertRefused("invalid_grant", () -> app.refresh(suspended));
            assertThat(app.introspect(suspended.accessToken())).containsOnly(Map.entry("active", false));
            assertThatExceptionOfType(OidcError.class)
                    .isThrownBy(() -> app.userInfo(suspended))
                    .matches(error -> error.status() == 401 && error.code().equals("invalid_token"));

            assertThat(numbers(app.refresh(other))).containsOnly("C-1");
        } finally {
            realm.accounts().resume("C-2");
            rotate(false);
        }
        assertThat(numbers(app.refresh(suspended))).containsOnly("C-2");
    }

    @Test
    void aDeactivatedCustomerEndsItsTokens() {
        Tokens tokens = signIn("C-2");
        realm.accounts().deactivate("C-2");
        try {
            assertRefused("invalid_grant", () -> app.refresh(tokens));
        } finally {
            realm.accounts().activate("C-2");
        }
    }

    @Test
    void aCodeForAnAccountThatWasClosedInTheMeantimeIsRefused() {
        SignIn signIn = app.signIn("openid").with("account_hint", "C-2");
        String callback = code(signIn);
        realm.accounts().suspend("C-2");
        try {
            assertRefused("invalid_grant", () -> signIn.redeem(callback));
        } finally {
            realm.accounts().resume("C-2");
        }
    }

    @Test
    void aRefreshForLessScopeDoesNotLoseTheAccount() {
        Tokens tokens = signIn("C-2");

        Tokens narrow = app.refresh(tokens, Map.of("scope", "openid"));

        assertThat(numbers(app.refresh(narrow, Map.of("scope", "openid account"))))
                .containsOnly("C-2");
    }

    @Test
    void permissionsAreReadAnewForEveryToken() {
        Tokens tokens = signIn("C-2");
        assertThat(tokens.account()).containsEntry("permissions", List.of("billing"));
        realm.server()
                .database()
                .update(
                        "update foyer_membership_permission set permission = 'support' where membership_id in"
                                + " (select id from foyer_membership where customer_id = ?)",
                        realm.accounts().id("C-2"));

        assertThat(app.refresh(tokens).account()).containsEntry("permissions", List.of("support"));
    }

    /** The account's number in every place where the tokens tell it. */
    private List<Object> numbers(Tokens tokens) {
        List<Object> claims = new java.util.ArrayList<>();
        claims.add(tokens.account());
        claims.add(tokens.id().getClaim("account"));
        claims.add(app.userInfo(tokens).get("account"));
        if (tokens.access().getClaim("azp").equals("app")) {
            claims.add(app.introspect(tokens.accessToken()).get("account"));
        }
        return claims.stream()
                .map(claim -> claim instanceof Map<?, ?> account ? account.get("number") : "none")
                .map(Object.class::cast)
                .toList();
    }

    private Tokens signIn(String hint) {
        SignIn signIn = app.signIn("openid").with("account_hint", hint);
        return signIn.redeem(code(signIn));
    }

    private String code(SignIn signIn) {
        page.navigate(signIn.url());
        if (page.locator("#kc-login").count() > 0) {
            new LoginPage(page).signIn("dario");
        }
        return new ApplicationPage(page).callback();
    }

    private static void assertRefused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
        assertThatExceptionOfType(OidcError.class)
                .isThrownBy(attempt)
                .matches(error -> error.status() == 400 && error.code().equals(code));
    }

    private static void rotate(boolean on) {
        realm.configure(settings -> {
            settings.setRevokeRefreshToken(on);
            settings.setRefreshTokenMaxReuse(0);
        });
    }
}
