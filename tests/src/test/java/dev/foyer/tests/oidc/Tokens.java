package dev.foyer.tests.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one sign-in or refresh. The claims are those of verified tokens.
 *
 * @param scope what the token endpoint says the access token is good for
 * @param access the claims of the access token
 * @param id the claims of the ID token
 */
public record Tokens(String accessToken, String refreshToken, String scope, JWTClaimsSet access, JWTClaimsSet id) {

    /** The {@code account} claim of the access token. */
    @SuppressWarnings("unchecked")
    public @Nullable Map<String, Object> account() {
        return (Map<String, Object>) access.getClaim("account");
    }

    /** The account ID in the access token, or {@code none}. */
    public String accountNumber() {
        Map<String, Object> account = account();
        return account == null ? "none" : String.valueOf(account.get("number"));
    }
}
