package dev.foyer.tests.oidc;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;

/** One trip of a person to the server and back: code flow with PKCE, state and nonce, unless another is asked for. */
public final class SignIn {
    private final OidcClient client;
    private final AuthenticationRequest.Builder request;
    private final State state = new State();
    private final Nonce nonce = new Nonce();
    private final CodeVerifier verifier = new CodeVerifier();

    SignIn(OidcClient client, AuthenticationRequest.Builder request) {
        this.client = client;
        this.request = request.state(state).nonce(nonce).codeChallenge(verifier, CodeChallengeMethod.S256);
    }

    /** Adds a parameter to the authorization request, such as {@code account_hint} or {@code kc_action}. */
    public SignIn with(String parameter, String value) {
        request.customParameter(parameter, value);
        return this;
    }

    /** Asks for something else than a code, such as {@code code} and {@code id_token} (hybrid flow). */
    public SignIn returning(String... responseTypes) {
        request.responseType(new ResponseType(responseTypes));
        return this;
    }

    /** Where the application sends the browser. */
    public String url() {
        return request.build().toURI().toString();
    }

    /** The same after the application has pushed its parameters to the server itself (RFC 9126). */
    public String pushedUrl() {
        return client.push(request.build()).toURI().toString();
    }

    /** Redeems the code that came back on the redirect address; throws {@link OidcError} when an error came back. */
    public Tokens redeem(String callback) {
        return client.redeem(
                new AuthorizationCodeGrant(success(callback).getAuthorizationCode(), client.redirectUri(), verifier),
                nonce);
    }

    /** The tokens that came back on the redirect address itself (implicit and hybrid flow). */
    public FrontChannelTokens frontChannel(String callback) {
        return client.verifier().verify(success(callback), nonce);
    }

    private AuthenticationSuccessResponse success(String callback) {
        AuthenticationResponse response = parse(callback);
        if (!state.equals(response.getState())) {
            throw new IllegalStateException("The answer is not to this request: " + callback);
        }
        if (!response.indicatesSuccess()) {
            throw new OidcError(response.toErrorResponse().getErrorObject());
        }
        return response.toSuccessResponse();
    }

    private AuthenticationResponse parse(String callback) {
        URI uri = URI.create(callback);
        try {
            // A signed answer is one parameter (JARM, section 2.3).
            return callback.contains("response=")
                    ? AuthenticationResponseParser.parse(uri, client.verifier().signedAnswers())
                    : AuthenticationResponseParser.parse(uri);
        } catch (ParseException e) {
            throw new IllegalStateException(callback, e);
        }
    }
}
