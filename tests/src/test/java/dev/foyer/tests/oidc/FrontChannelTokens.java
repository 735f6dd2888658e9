package dev.foyer.tests.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Optional;

/**
 * What the authorization endpoint itself answered. The claims are those of verified tokens.
 *
 * @param access the claims of the access token, where one was asked for
 * @param id the claims of the ID token
 */
public record FrontChannelTokens(Optional<JWTClaimsSet> access, JWTClaimsSet id) {}
