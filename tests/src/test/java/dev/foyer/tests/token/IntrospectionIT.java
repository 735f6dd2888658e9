package dev.foyer.tests.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import dev.foyer.tests.oidc.OidcClient;
import dev.foyer.tests.realm.TestRealm;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What introspection (RFC 7662) says of a token's account, for access and refresh tokens alike. */
class IntrospectionIT {
    private static final Map<String, Object> DEAD = Map.of("active", false);

    @RegisterExtension
    static final TestRealm realm =
            new TestRealm().user("dario", "Dario", "Conti").customers("""
                    {"customers": [
                      {"number": "C-1", "name": "Dario Conti", "type": "individual",
                       "members": [{"kind": "owner", "user": "dario"}]},
                      {"number": "C-2", "name": "Acme S.p.A.", "type": "company",
                       "members": [{"kind": "guest", "user": "dario"}]}]}""");

    private OidcClient app;

    @BeforeEach
    void open() {
        app = realm.application("app");
    }

    @ParameterizedTest
    @ValueSource(strings = {"openid", "openid offline_access"})
    void aTokenForAClosedAccountIsDeadUntilItOpensAgain(String scope) {
        Map<String, Object> tokens = signIn("C-2", scope);
        Map<String, Object> others = signIn("C-1", scope);
        realm.accounts().suspend("C-2");
        try {
            assertThat(access(tokens)).isEqualTo(DEAD);
            assertThat(refresh(tokens)).isEqualTo(DEAD);
            // Somebody who leaves out the hint learns no more.
            assertThat(app.introspect(String.valueOf(tokens.get("refresh_token"))))
                    .isEqualTo(DEAD);
            assertThat(refresh(others)).containsEntry("active", true);
        } finally {
            realm.accounts().resume("C-2");
        }
        assertThat(access(tokens)).containsEntry("active", true);
        assertThat(refresh(tokens)).containsEntry("active", true);
    }

    @Test
    void aRefreshTokenTellsItsAccount() {
        assertThat(refresh(signIn("C-2", "openid")).get("account"))
                .asInstanceOf(MAP)
                .containsEntry("number", "C-2");
    }

    private Map<String, Object> access(Map<String, Object> tokens) {
        return app.introspect(String.valueOf(tokens.get("access_token")));
    }

    private Map<String, Object> refresh(Map<String, Object> tokens) {
        return app.introspectRefreshToken(String.valueOf(tokens.get("refresh_token")));
    }

    private Map<String, Object> signIn(String account, String scope) {
        return app.token(Map.of(
                "grant_type", "password",
                "username", "dario",
                "password", "dario",
                "scope", scope,
                "account", account));
    }
}
