package dev.foyer.tests.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import com.microsoft.playwright.Page;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.foyer.tests.browser.ApplicationPage;
import dev.foyer.tests.browser.Chromium;
import dev.foyer.tests.browser.LoginPage;
import dev.foyer.tests.oidc.OidcClient;
import dev.foyer.tests.oidc.OidcError;
import dev.foyer.tests.oidc.SignIn;
import dev.foyer.tests.oidc.Tokens;
import dev.foyer.tests.realm.TestRealm;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tokens that are bound to a key (RFC 9449) stay bound to it, whichever account they are switched to. */
class DpopIT {
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

    private final ECKey key = key();
    private final OidcClient app = realm.application("spa").holding(key);

    @BeforeAll
    static void bind() {
        realm.setClient("spa", "dpop.bound.access.tokens", "true");
    }

    @Test
    void aSwitchKeepsTheKey() throws JOSEException {
        Tokens switched = app.refresh(signIn(), Map.of("account", "C-2"));

        assertThat(switched.accountNumber()).isEqualTo("C-2");
        assertThat(switched.access().getClaim("cnf"))
                .asInstanceOf(MAP)
                .containsEntry("jkt", key.computeThumbprint().toString());
        assertThat(app.userInfo(switched).get("account")).isEqualTo(switched.account());
        assertThat(app.refresh(switched).accountNumber()).isEqualTo("C-2");
    }

    @Test
    void anotherKeyOrNoneSwitchesNothing() {
        Tokens tokens = signIn();

        for (OidcClient thief : new OidcClient[] {realm.application("spa").holding(key()), realm.application("spa")}) {
            assertThatExceptionOfType(OidcError.class)
                    .isThrownBy(() -> thief.refresh(tokens, Map.of("account", "C-2")))
                    .matches(error -> error.status() == 400);
        }

        assertThat(app.refresh(tokens).accountNumber()).isEqualTo("C-1");
    }

    @Test
    void aRefusedSwitchLeavesTheTokensAlive() {
        Tokens tokens = signIn();

        assertThatExceptionOfType(OidcError.class)
                .isThrownBy(() -> app.refresh(tokens, Map.of("account", "C-3")))
                .matches(error -> error.code().equals("invalid_target"));

        assertThat(app.refresh(tokens).accountNumber()).isEqualTo("C-1");
    }

    private Tokens signIn() {
        SignIn signIn = app.signIn("openid").with("account_hint", "C-1");
        Page page = chromium.page();
        page.navigate(signIn.url());
        new LoginPage(page).signIn("dario");
        return signIn.redeem(new ApplicationPage(page).callback());
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
