package dev.foyer.tests.selection;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import dev.foyer.tests.browser.AccountPicker;
import dev.foyer.tests.browser.ApplicationPage;
import dev.foyer.tests.browser.Chromium;
import dev.foyer.tests.browser.LoginPage;
import dev.foyer.tests.oidc.SignIn;
import dev.foyer.tests.realm.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A sign-in with nothing to ask costs no page and no redirect of Foyer's own. */
class SilentSignInIT {
    @RegisterExtension
    static final TestRealm realm = new TestRealm()
            .user("dario", "Dario", "Conti")
            .user("ugo", "Ugo", "Solo")
            .customers("""
                    {"customers": [
                      {"number": "C-1", "name": "Dario Conti", "type": "individual",
                       "members": [{"kind": "owner", "user": "dario"}]},
                      {"number": "C-2", "name": "Acme S.p.A.", "type": "company",
                       "members": [{"kind": "guest", "user": "dario"}, {"kind": "owner", "user": "ugo"}]}]}""");

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @Test
    void aRunningSessionIsAnsweredWithTheApplication() {
        Page page = chromium.page();
        page.navigate(realm.application("app").signIn("openid").url());
        new LoginPage(page).signIn("dario");
        new AccountPicker(page).choose("C-2");
        new ApplicationPage(page).callback();

        assertAtOnce("C-2", page, realm.application("app").signIn("openid"));
        assertAtOnce("C-2", page, realm.application("app2").signIn("openid"));
        assertAtOnce("C-1", page, realm.application("app2").signIn("openid").with("account_hint", "C-1"));
        assertAtOnce("C-1", page, realm.application("app2").signIn("openid").with("prompt", "none"));
    }

    @Test
    void thePasswordOfSomebodyWithOneAccountIsAnsweredWithTheApplication() {
        SignIn signIn = realm.application("app").signIn("openid");
        Page page = chromium.page();
        page.navigate(signIn.url());
        String form = page.locator("#kc-form-login").getAttribute("action");

        APIResponse answer = page.request()
                .post(
                        form,
                        RequestOptions.create()
                                .setForm(
                                        FormData.create().set("username", "ugo").set("password", "ugo"))
                                .setMaxRedirects(0));

        assertRedirect("C-2", answer, signIn);
    }

    private static void assertAtOnce(String number, Page page, SignIn signIn) {
        assertRedirect(
                number, page.request().get(signIn.url(), RequestOptions.create().setMaxRedirects(0)), signIn);
    }

    /** The first answer leads to the application, with a code for this account. */
    private static void assertRedirect(String number, APIResponse answer, SignIn signIn) {
        assertThat(answer.status()).isEqualTo(302);
        assertThat(signIn.redeem(requireNonNull(answer.headers().get("location")))
                        .accountNumber())
                .isEqualTo(number);
    }
}
