package dev.foyer.tests.oidc;

import com.nimbusds.oauth2.sdk.ErrorObject;

/** The server's refusal, as a client library reports it. */
public final class OidcError extends RuntimeException {
    private final transient ErrorObject error;

    OidcError(ErrorObject error) {
        super("%d %s: %s".formatted(error.getHTTPStatusCode(), error.getCode(), error.getDescription()));
        this.error = error;
    }

    /** Such as {@code invalid_grant}. */
    public String code() {
        return error.getCode();
    }

    /** The HTTP status, or 0 when the error came back on the redirect address. */
    public int status() {
        return error.getHTTPStatusCode();
    }
}
