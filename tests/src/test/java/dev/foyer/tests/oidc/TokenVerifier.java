package dev.foyer.tests.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.jarm.JARMValidator;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.net.MalformedURLException;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks signature, issuer, recipient and times before a claim is believed. */
final class TokenVerifier {
    private final DefaultJWTProcessor<SecurityContext> accessTokens = new DefaultJWTProcessor<>();
    private final IDTokenValidator idTokens;
    private final JARMValidator signedAnswers;

    TokenVerifier(OIDCProviderMetadata server, ClientID client) {
        try {
            JWKSource<SecurityContext> keys =
                    JWKSourceBuilder.create(server.getJWKSetURI().toURL()).build();
            JWSVerificationKeySelector<SecurityContext> selector =
                    new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys);
            accessTokens.setJWSKeySelector(selector);
            idTokens = new IDTokenValidator(server.getIssuer(), client, selector, null);
            signedAnswers = new JARMValidator(server.getIssuer(), client, selector, null);
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
        accessTokens.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                new JWTClaimsSet.Builder()
                        .issuer(server.getIssuer().getValue())
                        .claim("azp", client.getValue())
                        .build(),
                Set.of("exp", "iat")));
    }

    /** @param nonce the one of the sign-in, or {@code null} after a refresh */
    Tokens verify(OIDCTokens tokens, @Nullable Nonce nonce) {
        String accessToken = tokens.getAccessToken().getValue();
        try {
            return new Tokens(
                    accessToken,
                    tokens.getRefreshToken().getValue(),
                    tokens.getAccessToken().getScope().toString(),
                    process(accessToken),
                    idTokens.validate(tokens.getIDToken(), nonce).toJWTClaimsSet());
        } catch (BadJOSEException | JOSEException | com.nimbusds.oauth2.sdk.ParseException e) {
            throw new IllegalStateException("The server issued a token that does not verify", e);
        }
    }

    FrontChannelTokens verify(AuthenticationSuccessResponse answer, Nonce nonce) {
        try {
            return new FrontChannelTokens(
                    Optional.ofNullable(answer.getAccessToken()).map(token -> process(token.getValue())),
                    idTokens.validate(answer.getIDToken(), nonce).toJWTClaimsSet());
        } catch (BadJOSEException | JOSEException | com.nimbusds.oauth2.sdk.ParseException e) {
            throw new IllegalStateException("The server issued a token that does not verify", e);
        }
    }

    Map<String, Object> claims(String accessToken) {
        return process(accessToken).getClaims();
    }

    /** Judges the answers of the response modes that end in {@code jwt} (JARM, section 2.4). */
    JARMValidator signedAnswers() {
        return signedAnswers;
    }

    private JWTClaimsSet process(String accessToken) {
        try {
            return accessTokens.process(accessToken, null);
        } catch (BadJOSEException | JOSEException | ParseException e) {
            throw new IllegalStateException("The server issued a token that does not verify", e);
        }
    }
}
