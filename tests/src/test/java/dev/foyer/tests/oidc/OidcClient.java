package dev.foyer.tests.oidc;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
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

    public OidcClient(URI issuer, String id, @Nullable String secret, URI redirectUri) {
        this.id = new ClientID(id);
        this.secret = secret == null ? null : new ClientSecretBasic(this.id, new Secret(secret));
        this.redirectUri = redirectUri;
        try {
            server = OIDCProviderMetadata.resolve(new Issuer(issuer));
        } catch (GeneralException | IOException e) {
            throw new IllegalStateException("No OpenID Connect at " + issuer, e);
        }
        verifier = new TokenVerifier(server, this.id);
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
        return call(
                new UserInfoRequest(server.getUserInfoEndpointURI(), new BearerAccessToken(tokens.accessToken()))
                        .toHTTPRequest(),
                http -> {
                    UserInfoResponse response = UserInfoResponse.parse(http);
                    if (!response.indicatesSuccess()) {
                        throw new OidcError(response.toErrorResponse().getErrorObject());
                    }
                    return response.toSuccessResponse().getUserInfo().toJSONObject();
                });
    }

    /** What the introspection endpoint says of an access or refresh token; only for a client with a secret. */
    public Map<String, Object> introspect(String token) {
        if (secret == null) {
            throw new IllegalStateException(id + " is a public client");
        }
        return call(
                new TokenIntrospectionRequest(
                                server.getIntrospectionEndpointURI(), secret, new TypelessAccessToken(token))
                        .toHTTPRequest(),
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

    URI redirectUri() {
        return redirectUri;
    }

    private Tokens redeem(AuthorizationGrant grant, @Nullable Nonce nonce, Map<String, String> parameters) {
        URI endpoint = server.getTokenEndpointURI();
        TokenRequest.Builder request = secret == null
                ? new TokenRequest.Builder(endpoint, id, grant)
                : new TokenRequest.Builder(endpoint, secret, grant);
        parameters.forEach(request::customParameter);
        OIDCTokens tokens = call(request.build().toHTTPRequest(), http -> {
            TokenResponse response = OIDCTokenResponseParser.parse(http);
            if (!response.indicatesSuccess()) {
                throw new OidcError(response.toErrorResponse().getErrorObject());
            }
            return response.toSuccessResponse().getTokens().toOIDCTokens();
        });
        return verifier.verify(tokens, nonce);
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
