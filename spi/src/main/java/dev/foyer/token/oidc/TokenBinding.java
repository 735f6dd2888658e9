package dev.foyer.token.oidc;

import dev.foyer.selection.AccountBinding;

/**
 * What a token says of its account.
 *
 * @param secondFactorUsed whether the person had used a second factor when the token was made. It travels with the family of
 *     tokens: what the client's session says of it is what was said last in any tab
 */
record TokenBinding(AccountBinding account, boolean secondFactorUsed) {

    /** Of a sign-in that has no token yet: the client's session knows. */
    static TokenBinding ofSignIn(AccountBinding account) {
        return new TokenBinding(account, false);
    }
}
