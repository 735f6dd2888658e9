package dev.foyer.token.oidc;

import com.google.auto.service.AutoService;
import dev.foyer.selection.login.SignIn;
import dev.foyer.token.AccountClaim;
import java.util.Optional;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.token.TokenInterceptorException;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.protocol.oidc.token.TokenPostProcessorFactory;
import org.keycloak.representations.RefreshToken;

/**
 * Fills the claims once the pin is known: mappers run before the code or the old refresh token can be seen. Refuses to make
 * tokens for an account that is closed to the person by now.
 */
final class AccountTokenPostProcessor implements TokenPostProcessor {

    private final KeycloakSession session;

    AccountTokenPostProcessor(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void process(TokenPostProcessorContext context) {
        TokenRequest request = TokenRequest.of(session);
        RefreshToken refreshToken = context.refreshToken();
        boolean carriesOn = context.requestRefreshToken() != null && refreshToken != null;
        if (!request.isAwaited() && !carriesOn) {
            return;
        }
        Optional<String> target = RefreshSwitch.target(session);
        target.ifPresent(id -> userSession(context).setNote(SignIn.REMEMBERED, id));
        Optional<String> pin = target.or(() -> Pin.ofGrant(session, context));
        if (pin.isPresent() && refreshToken != null) {
            // Even when this refresh asked for less than the scope of accounts: the next one may ask for it again.
            Pin.write(refreshToken, pin.get());
        }
        if (!request.isAwaited()) {
            return;
        }
        UserModel user = userSession(context).getUser();
        Optional<AccountClaim> account = pin.flatMap(id -> request.account(user, id));
        if (pin.isPresent() && account.isEmpty()) {
            throw new TokenInterceptorException(OAuthErrorException.INVALID_GRANT, "Account not available");
        }
        request.fulfil(account.orElse(null));
    }

    private static UserSessionModel userSession(TokenPostProcessorContext context) {
        return context.clientSessionCtx().getClientSession().getUserSession();
    }

    /** Registers the post-processor. */
    @AutoService(TokenPostProcessorFactory.class)
    public static final class Factory implements TokenPostProcessorFactory {

        @Override
        public TokenPostProcessor create(KeycloakSession session) {
            return new AccountTokenPostProcessor(session);
        }

        @Override
        public String getId() {
            return "foyer-account";
        }
    }
}
