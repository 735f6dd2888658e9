package dev.foyer.tests.selection;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.microsoft.playwright.Page;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.foyer.tests.browser.AccountPicker;
import dev.foyer.tests.browser.ApplicationPage;
import dev.foyer.tests.browser.Chromium;
import dev.foyer.tests.browser.LoginPage;
import dev.foyer.tests.oidc.Callback;
import dev.foyer.tests.oidc.OidcClient;
import dev.foyer.tests.oidc.OidcError;
import dev.foyer.tests.oidc.SignIn;
import dev.foyer.tests.realm.TestRealm;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an application may ask for, however the request and the answer travel. */
class AuthorizationRequestIT {
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

    private Page page;
    private OidcClient app;

    @BeforeEach
    void signInWithoutAnAccount() {
        page = chromium.page();
        app = realm.application("app");
        realm.setClient("app2", "foyer.account", "never");
        page.navigate(realm.application("app2").signIn("openid").url());
        new LoginPage(page).signIn("dario");
        new ApplicationPage(page).callback();
    }

    @ParameterizedTest
    @CsvSource({
        "query, /app?",
        "fragment, /app#",
        "form_post, /app/posted?",
        "query.jwt, /app?response=",
        "fragment.jwt, /app#response=",
        "form_post.jwt, /app/posted?response="
    })
    void theErrorComesBackInTheModeThatWasAskedFor(String mode, String address) {
        // Keycloak 26.7.4 writes the issuer of a signed error twice, which libraries refuse, unless it is left out
        // once.
        realm.setClient("app", "exclude.issuer.from.auth.response", String.valueOf(mode.endsWith(".jwt")));
        SignIn signIn = app.signIn("openid").with("prompt", "none").with("response_mode", mode);
        page.navigate(signIn.url());
        String callback = answer(mode);

        assertThat(callback).contains(address);
        assertRefused("account_selection_required", () -> signIn.redeem(callback));
    }

    @Test
    void theErrorAnswersAPushedRequest() {
        SignIn signIn = app.signIn("openid").with("prompt", "none");
        page.navigate(signIn.pushedUrl());

        String callback = new ApplicationPage(page).callback();
        assertRefused("account_selection_required", () -> signIn.redeem(callback));
    }

    @Test
    void aPushedRequestNamesItsAccount() {
        SignIn signIn = app.signIn("openid").with("account_hint", "C-2");
        page.navigate(signIn.pushedUrl());

        assertThat(signIn.redeem(new ApplicationPage(page).callback()).accountNumber())
                .isEqualTo("C-2");
    }

    @Test
    void aPushedRequestAsksForThePage() {
        SignIn signIn = app.signIn("openid").with("account_hint", "C-2").with("prompt", "select_account");
        page.navigate(signIn.pushedUrl());
        assertThat(new AccountPicker(page).accounts()).hasCount(2);
        new AccountPicker(page).choose("C-1");

        assertThat(signIn.redeem(new ApplicationPage(page).callback()).accountNumber())
                .isEqualTo("C-1");
    }

    @Test
    void discoveryOffersTheScope() throws Exception {
        assertThat(metadata().getScopes().toStringList()).contains("account");
    }

    @Test
    void theOverrideThatIsShippedMakesDiscoveryOfferThePage() throws Exception {
        assertThat(metadata().getPromptTypes())
                .containsExactlyInAnyOrder(
                        Prompt.Type.NONE,
                        Prompt.Type.LOGIN,
                        Prompt.Type.CONSENT,
                        Prompt.Type.CREATE,
                        Prompt.Type.SELECT_ACCOUNT);
    }

    /** A code carries its account in a scope that is the server's own. */
    @ParameterizedTest
    @ValueSource(strings = {"C-1", "C-3"})
    void theScopeOfOneAccountCannotBeAskedFor(String number) {
        String scope = "openid account:" + realm.accounts().id(number);
        SignIn signIn = app.signIn(scope);
        page.navigate(signIn.url());
        String callback = new ApplicationPage(page).callback();
        Map<String, Object> tokens = password("openid");

        assertRefused("invalid_scope", () -> signIn.redeem(callback));
        assertRefused("invalid_scope", () -> password(scope));
        assertRefused(
                "invalid_scope",
                () -> app.token(Map.of(
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        String.valueOf(tokens.get("refresh_token")),
                        "scope",
                        scope)));
    }

    private static OIDCProviderMetadata metadata() throws Exception {
        return OIDCProviderMetadata.resolve(new Issuer(realm.server().url("/realms/" + realm.name())));
    }

    private Map<String, Object> password(String scope) {
        return app.token(Map.of(
                "grant_type", "password",
                "username", "dario",
                "password", "dario",
                "account", "C-2",
                "scope", scope));
    }

    /** What was posted arrives by a form that the browser sends, and is shown in the address afterwards. */
    private String answer(String mode) {
        if (mode.startsWith("form_post")) {
            page.waitForURL(url -> Callback.owns(url) && url.contains(Callback.POSTED));
        }
        return new ApplicationPage(page).callback();
    }

    private static void assertRefused(String error, ThrowingCallable attempt) {
        assertThatExceptionOfType(OidcError.class)
                .isThrownBy(attempt)
                .matches(refusal -> refusal.code().equals(error));
    }
}
