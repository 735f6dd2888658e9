package dev.foyer.token.oidc;

import com.google.auto.service.AutoService;
import dev.foyer.selection.AccountBinding;
import dev.foyer.selection.keycloak.ConsentNote;
import dev.foyer.selection.login.SelectionError;
import dev.foyer.selection.login.SignIn;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.token.TokenInterceptorException;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.protocol.oidc.token.TokenPostProcessorFactory;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.representations.RefreshToken;

/**
 * Fills the claims once the binding is known: mappers run before the code or the old refresh token can be seen. Refuses to make
 * tokens for an account that is closed to the person by now.
 */
final class AccountTokenPostProcessor implements TokenPostProcessor {

    private final KeycloakSession session;

    AccountTokenPostProcessor(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void process(TokenPostProcessorContext context) {
        PendingClaims request = PendingClaims.of(session);
        RefreshToken refreshToken = context.refreshToken();
        boolean carriesOn = context.requestRefreshToken() != null && refreshToken != null;
        if (!request.isAwaited() && !carriesOn) {
            return;
        }
        Optional<TokenBinding> target = RefreshSwitch.target(session);
        target.ifPresent(to ->
                userSession(context).setNote(SignIn.REMEMBERED, to.account().toString()));
        Optional<TokenBinding> binding = target.or(() -> TokenBindings.ofGrant(session, context));
        TokenAccount account = request.isAwaited() && binding.isPresent() ? account(context, binding.get()) : null;
        if (binding.isPresent() && refreshToken != null) {
            // Even when this refresh asked for less than the scope of accounts: the next one may ask for it again.
            boolean secondFactorUsed = account == null ? binding.get().secondFactorUsed() : account.secondFactorUsed();
            TokenBindings.write(refreshToken, new TokenBinding(binding.get().account(), secondFactorUsed));
        }
        if (refreshToken != null && TokenBindings.isFixed(session, context)) {
            TokenBindings.fix(refreshToken);
        }
        if (!request.isAwaited()) {
            return;
        }
        Instant until = account == null ? null : account.claim().until();
        if (until != null) {
            Stream.of(context.accessToken(), refreshToken)
                    .filter(Objects::nonNull)
                    .forEach(token -> end(token, until));
            request.awaited().forEach(token -> end(token, until));
        }
        request.fulfil(account);
    }

    private TokenAccount account(TokenPostProcessorContext context, TokenBinding binding) {
        AuthenticatedClientSessionModel clientSession =
                context.clientSessionCtx().getClientSession();
        try {
            requireConsent(clientSession, binding.account());
            return TokenAccount.of(session, binding, userSession(context), clientSession);
        } catch (OAuthErrorException e) {
            throw new TokenInterceptorException(e.getError(), e.getDescription());
        }
    }

    /** A client that waits for the person's hand gets no account that they have not let it into from another client either. */
    private void requireConsent(AuthenticatedClientSessionModel clientSession, AccountBinding account)
            throws OAuthErrorException {
        ClientModel client = clientSession.getClient();
        if (TokenBindings.isHandedOn(session, client)
                && !ConsentNote.read(client, () -> Optional.of(clientSession.getUserSession()))
                        .covers(account.accountId())) {
            throw new OAuthErrorException(SelectionError.NEEDED, SelectionError.DESCRIPTION);
        }
    }

    /** No token of staff outlives their stay, not even an offline token, which has no end otherwise. */
    private static void end(JsonWebToken token, Instant until) {
        Long exp = token.getExp();
        long last = until.getEpochSecond();
        token.exp(exp == null || exp == 0 ? last : Math.min(exp, last));
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
