package dev.foyer.tests.oidc;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;

/** One trip of a person to the server and back: code flow with PKCE, state and nonce. */
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

    /** Where the application sends the browser. */
    public String url() {
        return request.build().toURI().toString();
    }

    /** Redeems the code that came back on the redirect address; throws {@link OidcError} when an error came back. */
    public Tokens redeem(String callback) {
        AuthenticationResponse response = parse(callback);
        if (!state.equals(response.getState())) {
            throw new IllegalStateException("The answer is not to this request: " + callback);
        }
        if (!response.indicatesSuccess()) {
            throw new OidcError(response.toErrorResponse().getErrorObject());
        }
        return client.redeem(
                new AuthorizationCodeGrant(
                        response.toSuccessResponse().getAuthorizationCode(), client.redirectUri(), verifier),
                nonce);
    }

    private static AuthenticationResponse parse(String callback) {
        try {
            return AuthenticationResponseParser.parse(URI.create(callback));
        } catch (ParseException e) {
            throw new IllegalStateException(callback, e);
        }
    }
}
