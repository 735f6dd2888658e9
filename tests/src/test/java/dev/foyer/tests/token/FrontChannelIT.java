package dev.foyer.tests.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import com.microsoft.playwright.Page;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.foyer.tests.browser.ApplicationPage;
import dev.foyer.tests.browser.Chromium;
import dev.foyer.tests.browser.LoginPage;
import dev.foyer.tests.oidc.FrontChannelTokens;
import dev.foyer.tests.oidc.SignIn;
import dev.foyer.tests.oidc.Tokens;
import dev.foyer.tests.realm.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that come back on the redirect address tell the account as those of the token endpoint do. */
class FrontChannelIT {
    @RegisterExtension
    static final TestRealm realm =
            new TestRealm().user("dario", "Dario", "Conti").customers("""
                    {"customers": [
                      {"number": "C-1", "name": "Dario Conti", "type": "individual",
                       "members": [{"kind": "owner", "user": "dario"}]},
                      {"number": "C-2", "name": "Acme S.p.A.", "type": "company",
                       "members": [{"kind": "guest", "user": "dario", "permissions": ["billing"]}]}]}""");

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @ParameterizedTest
    @ValueSource(strings = {"code id_token", "code id_token token"})
    void theTokensOfAHybridFlowAgree(String responseType) {
        SignIn signIn = realm.application("app").signIn("openid").returning(responseType.split(" "));
        String callback = callback(signIn);

        FrontChannelTokens front = signIn.frontChannel(callback);
        Tokens back = signIn.redeem(callback);

        assertThat(back.accountNumber()).isEqualTo("C-2");
        assertThat(front.id().getClaim("account")).isEqualTo(back.account());
        assertThat(front.access().isPresent()).isEqualTo(responseType.endsWith(" token"));
        front.access()
                .ifPresent(access -> assertThat(access.getClaim("account")).isEqualTo(back.account()));
    }

    @Test
    void theTokensOfAnImplicitFlowHaveTheAccount() {
        SignIn signIn = realm.application("app").signIn("openid").returning("id_token", "token");

        FrontChannelTokens front = signIn.frontChannel(callback(signIn));

        JWTClaimsSet access = front.access().orElseThrow();
        assertThat(front.id().getClaim("account")).asInstanceOf(MAP).containsEntry("number", "C-2");
        assertThat(access.getClaim("account")).isEqualTo(front.id().getClaim("account"));
    }

    private String callback(SignIn signIn) {
        Page page = chromium.page();
        page.navigate(signIn.with("account_hint", "C-2").url());
        new LoginPage(page).signIn("dario");
        return new ApplicationPage(page).callback();
    }
}
