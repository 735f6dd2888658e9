package dev.foyer.token;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who really acts where it is not the person of the account: staff inside a customer's account, or an admin in the person's place.
 *
 * @param subject their user id
 * @param issuer the issuer that knows them by it, if it is not that of the token
 */
public record Actor(
        String subject, String username, @Nullable String issuer) {

    /** The name of the claim (RFC 8693, section 4.1). */
    public static final String NAME = "act";

    /** The claim as JSON's members. */
    public Map<String, Object> toMap() {
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("sub", subject);
        claim.put("preferred_username", username);
        if (issuer != null) {
            claim.put("iss", issuer);
        }
        return claim;
    }
}
