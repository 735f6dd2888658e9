package dev.foyer.tests.oidc;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.PushedAuthorizationRequest;
import com.nimbusds.oauth2.sdk.PushedAuthorizationResponse;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.dpop.DPoPProofFactory;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Token;
import com.nimbusds.oauth2.sdk.token.TypelessAccessToken;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An application registered in a realm; one without a secret is a public client. */
public final class OidcClient {
    private final OIDCProviderMetadata server;
    private final TokenVerifier verifier;
    private final ClientID id;
    private final @Nullable ClientSecretBasic secret;
    private final URI redirectUri;
    private final @Nullable DPoPProofFactory proofs;

    public OidcClient(URI issuer, String id, @Nullable String secret, URI redirectUri) {
        this.id = new ClientID(id);
        this.secret = secret == null ? null : new ClientSecretBasic(this.id, new Secret(secret));
        this.redirectUri = redirectUri;
        proofs = null;
        try {
            server = OIDCProviderMetadata.resolve(new Issuer(issuer));
        } catch (GeneralException | IOException e) {
            throw new IllegalStateException("No OpenID Connect at " + issuer, e);
        }
        verifier = new TokenVerifier(server, this.id);
    }

    private OidcClient(OidcClient origin, DPoPProofFactory proofs) {
        server = origin.server;
        verifier = origin.verifier;
        id = origin.id;
        secret = origin.secret;
        redirectUri = origin.redirectUri;
        this.proofs = proofs;
    }

    /** The same client, which proves with every request for tokens and userinfo that it holds this key (RFC 9449). */
    public OidcClient holding(ECKey key) {
        try {
            return new OidcClient(this, new DefaultDPoPProofFactory(key, JWSAlgorithm.ES256));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Begins a sign-in; the scope must contain {@code openid}. */
    public SignIn signIn(String scope) {
        return new SignIn(
                this,
                new AuthenticationRequest.Builder(ResponseType.CODE, Scope.parse(scope), id, redirectUri)
                        .endpointURI(server.getAuthorizationEndpointURI()));
    }

    public Tokens refresh(Tokens tokens) {
        return refresh(tokens, Map.of());
    }

    /** Refreshes with more form parameters, such as {@code account}. */
    public Tokens refresh(Tokens tokens, Map<String, String> parameters) {
        return redeem(new RefreshTokenGrant(new RefreshToken(tokens.refreshToken())), null, parameters);
    }

    /** The claims at the userinfo endpoint. */
    public Map<String, Object> userInfo(Tokens tokens) {
        AccessToken token = proofs == null
                ? new BearerAccessToken(tokens.accessToken())
                : new DPoPAccessToken(tokens.accessToken());
        return call(prove(new UserInfoRequest(server.getUserInfoEndpointURI(), token).toHTTPRequest(), token), http -> {
            UserInfoResponse response = UserInfoResponse.parse(http);
            if (!response.indicatesSuccess()) {
                throw new OidcError(response.toErrorResponse().getErrorObject());
            }
            return response.toSuccessResponse().getUserInfo().toJSONObject();
        });
    }

    /** What the introspection endpoint says of an access token; only for a client with a secret. */
    public Map<String, Object> introspect(String accessToken) {
        return introspect(new TypelessAccessToken(accessToken));
    }

    /** What it says of a refresh token, with the hint that it is one (RFC 7662, section 2.1). */
    public Map<String, Object> introspectRefreshToken(String refreshToken) {
        return introspect(new RefreshToken(refreshToken));
    }

    private Map<String, Object> introspect(Token token) {
        if (secret == null) {
            throw new IllegalStateException(id + " is a public client");
        }
        return call(
                new TokenIntrospectionRequest(server.getIntrospectionEndpointURI(), secret, token).toHTTPRequest(),
                http -> {
                    TokenIntrospectionResponse response = TokenIntrospectionResponse.parse(http);
                    if (!response.indicatesSuccess()) {
                        throw new OidcError(response.toErrorResponse().getErrorObject());
                    }
                    return response.toSuccessResponse().toJSONObject();
                });
    }

    /** Posts a form to the token endpoint as this client, for the grants that need nothing of the flows above. */
    public Map<String, Object> token(Map<String, String> form) {
        return post(server.getTokenEndpointURI(), form);
    }

    /** Exchanges another application's access token for one of its own (RFC 8693). */
    public Map<String, Object> exchange(String accessToken) {
        return token(Map.of(
                "grant_type", "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token_type", "urn:ietf:params:oauth:token-type:access_token",
                "subject_token", accessToken));
    }

    /** Asks for a device code and a user code (RFC 8628, section 3.1). */
    public Map<String, Object> deviceAuthorization(String scope) {
        return post(server.getDeviceAuthorizationEndpointURI(), Map.of("scope", scope));
    }

    /** The claims of the access token in an answer of the token endpoint, verified. */
    public Map<String, Object> claims(Map<String, Object> tokens) {
        return verifier.claims(String.valueOf(tokens.get("access_token")));
    }

    private Map<String, Object> post(URI endpoint, Map<String, String> form) {
        HTTPRequest request = new HTTPRequest(HTTPRequest.Method.POST, endpoint);
        Map<String, List<String>> parameters = new HashMap<>();
        form.forEach((name, value) -> parameters.put(name, List.of(value)));
        request.setEntityContentType(ContentType.APPLICATION_URLENCODED);
        request.setAccept(ContentType.APPLICATION_JSON.getType());
        if (secret == null) {
            parameters.put("client_id", List.of(id.getValue()));
        } else {
            secret.applyTo(request);
        }
        request.setBody(URLUtils.serializeParameters(parameters));
        return call(request, http -> {
            if (!http.indicatesSuccess()) {
                throw new OidcError(ErrorObject.parse(http));
            }
            return http.getBodyAsJSONObject();
        });
    }

    Tokens redeem(AuthorizationCodeGrant grant, Nonce nonce) {
        return redeem(grant, nonce, Map.of());
    }

    /** Pushes the parameters of a sign-in; the answer is the request that stands for them (RFC 9126, section 2). */
    AuthorizationRequest push(AuthorizationRequest request) {
        URI endpoint = server.getPushedAuthorizationRequestEndpointURI();
        PushedAuthorizationRequest push = secret == null
                ? new PushedAuthorizationRequest(endpoint, request)
                : new PushedAuthorizationRequest(endpoint, secret, request);
        URI pushed = call(push.toHTTPRequest(), http -> {
            PushedAuthorizationResponse response = PushedAuthorizationResponse.parse(http);
            if (!response.indicatesSuccess()) {
                throw new OidcError(response.toErrorResponse().getErrorObject());
            }
            return response.toSuccessResponse().getRequestURI();
        });
        return new AuthorizationRequest.Builder(pushed, id)
                .endpointURI(server.getAuthorizationEndpointURI())
                .build();
    }

    URI redirectUri() {
        return redirectUri;
    }

    TokenVerifier verifier() {
        return verifier;
    }

    private Tokens redeem(AuthorizationGrant grant, @Nullable Nonce nonce, Map<String, String> parameters) {
        URI endpoint = server.getTokenEndpointURI();
        TokenRequest.Builder request = secret == null
                ? new TokenRequest.Builder(endpoint, id, grant)
                : new TokenRequest.Builder(endpoint, secret, grant);
        parameters.forEach(request::customParameter);
        OIDCTokens tokens = call(prove(request.build().toHTTPRequest(), null), http -> {
            TokenResponse response = OIDCTokenResponseParser.parse(http);
            if (!response.indicatesSuccess()) {
                throw new OidcError(response.toErrorResponse().getErrorObject());
            }
            return response.toSuccessResponse().getTokens().toOIDCTokens();
        });
        return verifier.verify(tokens, nonce);
    }

    private HTTPRequest prove(HTTPRequest request, @Nullable AccessToken token) {
        if (proofs != null) {
            try {
                request.setDPoP(proofs.createDPoPJWT(request.getMethod().name(), request.getURI(), token));
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }
        return request;
    }

    private static <T> T call(HTTPRequest request, Answer<T> answer) {
        try {
            return answer.read(request.send());
        } catch (IOException | ParseException e) {
            throw new IllegalStateException(request.getURI().toString(), e);
        }
    }

    private interface Answer<T> {
        T read(HTTPResponse response) throws ParseException;
    }
}
