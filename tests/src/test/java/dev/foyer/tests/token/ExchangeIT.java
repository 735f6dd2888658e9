package dev.foyer.tests.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import dev.foyer.tests.oidc.OidcClient;
import dev.foyer.tests.oidc.OidcError;
import dev.foyer.tests.realm.TestRealm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** A token that another application exchanged (RFC 8693) is for the account of the token it was given, and for no other. */
class ExchangeIT {
    private static final String TYPE = "urn:ietf:params:oauth:token-type:";

    @RegisterExtension
    static final TestRealm realm =
            new TestRealm().user("dario", "Dario", "Conti").customers("""
                    {"customers": [
                      {"number": "C-1", "name": "Dario Conti", "type": "individual",
                       "members": [{"kind": "owner", "user": "dario"}]},
                      {"number": "C-2", "name": "Acme S.p.A.", "type": "company",
                       "members": [{"kind": "guest", "user": "dario"}]}]}""");

    private OidcClient app;
    private OidcClient other;

    /** Keycloak lets those exchange a token who are in its audience. */
    @BeforeAll
    static void permit() {
        ProtocolMapperRepresentation audience = new ProtocolMapperRepresentation();
        audience.setName("other application");
        audience.setProtocol("openid-connect");
        audience.setProtocolMapper("oidc-audience-mapper");
        audience.setConfig(Map.of("included.client.audience", "app2", "access.token.claim", "true"));
        realm.configure("app", client -> client.setProtocolMappers(List.of(audience)));
        realm.setClient("app2", "standard.token.exchange.enableRefreshRequestedTokenType", "SAME_SESSION");
    }

    @BeforeEach
    void open() {
        app = realm.application("app");
        other = realm.application("app2");
    }

    @Test
    void anotherApplicationGetsTheAccountOfTheToken() {
        assertThat(account(exchange(signIn("C-2"), Map.of()))).asInstanceOf(MAP).containsEntry("number", "C-2");
    }

    @Test
    void itCannotAskForAnotherAccount() {
        Map<String, Object> token = signIn("C-2");

        for (Map<String, String> wish :
                List.of(Map.of("account", "C-1"), Map.of("account_hint", "C-1"), Map.of("scope", "openid account"))) {
            assertThat(account(exchange(token, wish))).asInstanceOf(MAP).containsEntry("number", "C-2");
        }
        String binding = "account:" + realm.accounts().id("C-1");
        assertThatExceptionOfType(OidcError.class)
                .isThrownBy(() -> exchange(token, Map.of("scope", binding)))
                .matches(error -> error.code().equals("invalid_scope"));
    }

    @Test
    void aTokenWithoutAnAccountGivesNone() {
        realm.setClient("app", "foyer.account", "never");
        try {
            Map<String, Object> token = signIn("C-2");
            assertThat(app.claims(token)).doesNotContainKey("account");

            assertThat(account(exchange(token, Map.of("account", "C-1", "scope", "openid account"))))
                    .isNull();
            assertSwitchRefused(exchange(token, Map.of("requested_token_type", TYPE + "refresh_token")));
        } finally {
            realm.setClient("app", "foyer.account", "");
        }
    }

    @Test
    void aRefreshTokenThatWasExchangedKeepsTheAccountForGood() {
        Map<String, Object> exchanged = exchange(signIn("C-2"), Map.of("requested_token_type", TYPE + "refresh_token"));
        Map<String, Object> refreshed = refresh(exchanged, Map.of());

        assertSwitchRefused(exchanged);
        assertSwitchRefused(refreshed);
        assertThat(account(refresh(refreshed, Map.of()))).asInstanceOf(MAP).containsEntry("number", "C-2");
    }

    private void assertSwitchRefused(Map<String, Object> tokens) {
        assertThatExceptionOfType(OidcError.class)
                .isThrownBy(() -> refresh(tokens, Map.of("account", "C-1")))
                .matches(error -> error.status() == 400 && error.code().equals("invalid_target"));
    }

    private @Nullable Object account(Map<String, Object> tokens) {
        return other.claims(tokens).get("account");
    }

    private Map<String, Object> signIn(String account) {
        return app.token(Map.of(
                "grant_type", "password",
                "username", "dario",
                "password", "dario",
                "scope", "openid",
                "account", account));
    }

    private Map<String, Object> exchange(Map<String, Object> tokens, Map<String, String> parameters) {
        Map<String, String> form = new HashMap<>(Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token_type",
                TYPE + "access_token",
                "subject_token",
                String.valueOf(tokens.get("access_token"))));
        form.putAll(parameters);
        return other.token(form);
    }

    private Map<String, Object> refresh(Map<String, Object> tokens, Map<String, String> parameters) {
        Map<String, String> form = new HashMap<>(
                Map.of("grant_type", "refresh_token", "refresh_token", String.valueOf(tokens.get("refresh_token"))));
        form.putAll(parameters);
        return other.token(form);
    }
}
