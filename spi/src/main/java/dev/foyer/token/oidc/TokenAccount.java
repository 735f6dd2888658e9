package dev.foyer.token.oidc;

import dev.foyer.selection.keycloak.SelectionSettings;
import dev.foyer.selection.login.SecondFactor;
import dev.foyer.token.AccountClaim;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuthErrorException;
import org.keycloak.authentication.authenticators.util.LoAUtil;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;

/** The account of a token that is being made or read, as both are now. */
record TokenAccount(AccountClaim claim, boolean secondFactorUsed) {

    /**
     * The account that the token is bound to, judged by what is true now. Whichever way a token goes on, it comes by here:
     * what an account asks for later holds for the tokens that are there already.
     *
     * @param clientSession of the client that has the token, if there is one
     * @throws OAuthErrorException {@code invalid_grant} if the account is closed to the person by now, {@code
     *     insufficient_user_authentication} (RFC 9470, section 3) if it is not, but not without a second factor
     */
    static TokenAccount of(
            KeycloakSession session,
            TokenBinding binding,
            UserSessionModel sso,
            @Nullable AuthenticatedClientSessionModel clientSession)
            throws OAuthErrorException {
        AccountClaim claim = PendingClaims.of(session)
                .account(sso.getUser(), binding.account())
                .orElse(null);
        if (claim == null) {
            Revocation.found(session, sso, binding.account());
            throw new OAuthErrorException(OAuthErrorException.INVALID_GRANT, Revocation.DESCRIPTION);
        }
        boolean used = isSecondFactorUsed(session, binding, clientSession);
        if (claim.secondFactorRequired() && !used) {
            throw new OAuthErrorException(SecondFactor.ERROR, SecondFactor.DESCRIPTION);
        }
        return new TokenAccount(claim, used);
    }

    /** Whether the person has used a second factor: for this family of tokens, or for the client since. */
    static boolean isSecondFactorUsed(
            KeycloakSession session,
            @Nullable TokenBinding binding,
            @Nullable AuthenticatedClientSessionModel clientSession) {
        return (binding != null && binding.secondFactorUsed())
                || (clientSession != null
                        && LoAUtil.getCurrentLevelOfAuthentication(clientSession)
                                >= new SelectionSettings(session.getContext().getRealm()).secondFactorLevel());
    }

    /** The claim as JSON's members. */
    Map<String, Object> toMap() {
        Map<String, Object> members = claim.toMap();
        if (secondFactorUsed) {
            members.put(AccountClaim.SECOND_FACTOR, true);
        }
        return members;
    }
}
