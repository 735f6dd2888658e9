package dev.foyer.api;

import dev.foyer.Reason;

/** Why a request is refused before it comes to what it asks for. */
public enum ApiReason implements Reason {
    TOKEN_INVALID(Kind.UNAUTHENTICATED),
    FORBIDDEN(Kind.FORBIDDEN),
    BODY_MALFORMED(Kind.INVALID),
    BODY_NOT_UTF8(Kind.INVALID),
    BODY_TOO_LARGE(Kind.TOO_LARGE),
    IF_MATCH_MISSING(Kind.UNCONDITIONAL),
    VERSION_STALE(Kind.STALE);

    private final Kind kind;

    ApiReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
