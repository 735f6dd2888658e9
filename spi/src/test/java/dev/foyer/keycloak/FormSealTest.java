package dev.foyer.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keycloak.Token;
import org.keycloak.common.util.Time;
import org.keycloak.models.TokenManager;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.util.JsonSerialization;

/** A seal is for one session, for one purpose and for an hour; that it is signed is Keycloak's part. */
class FormSealTest {

    private final TokenManager tokens = signer("the realm's key");
    private final FormSeal seal = new FormSeal(tokens, "session");

    @AfterEach
    void returnToThePresent() {
        Time.setOffset(0);
    }

    @Test
    void theSessionInWhichThePageWasShownKnowsItsSeal() {
        assertThat(seal.isIn(seal.text())).isTrue();
    }

    @Test
    void aSealOfAnotherSessionIsNone() {
        assertThat(seal.isIn(new FormSeal(tokens, "another").text())).isFalse();
    }

    @Test
    void noOtherTokenOfTheRealmIsASeal() {
        JsonWebToken other = new JsonWebToken();
        other.type("Bearer");
        other.subject("session");
        other.exp(KeycloakClock.INSTANCE.instant().getEpochSecond() + 60);

        assertThat(seal.isIn(tokens.encode(other))).isFalse();
        other.type(FormSeal.TYPE);
        assertThat(seal.isIn(tokens.encode(other))).isTrue();
    }

    @Test
    void aSealIsGoodForAnHour() {
        String text = seal.text();

        Time.setOffset((int) FormSeal.LIFETIME.toSeconds() - 10);
        assertThat(seal.isIn(text)).isTrue();
        Time.setOffset((int) FormSeal.LIFETIME.toSeconds() + 10);
        assertThat(seal.isIn(text)).isFalse();
    }

    @Test
    void whatTheRealmHasNotSignedIsNone() {
        assertThat(seal.isIn(new FormSeal(signer("another key"), "session").text()))
                .isFalse();
        assertThat(seal.isIn("x")).isFalse();
        assertThat(seal.isIn("")).isFalse();
        assertThat(seal.isIn(null)).isFalse();
    }

    /** Signs by writing the key in front. */
    private static TokenManager signer(String key) {
        InvocationHandler signer = (proxy, method, arguments) -> switch (method.getName()) {
            case "encode" -> key + JsonSerialization.writeValueAsString(arguments[0]);
            case "decode" -> decode(key, (String) arguments[0], (Class<?>) arguments[1]);
            default -> throw new UnsupportedOperationException(method.getName());
        };
        return (TokenManager) Proxy.newProxyInstance(
                FormSealTest.class.getClassLoader(), new Class<?>[] {TokenManager.class}, signer);
    }

    private static @Nullable Object decode(String key, String text, Class<?> type) throws Exception {
        assertThat(type).isAssignableTo(Token.class);
        return text.startsWith(key) ? JsonSerialization.readValue(text.substring(key.length()), type) : null;
    }
}
