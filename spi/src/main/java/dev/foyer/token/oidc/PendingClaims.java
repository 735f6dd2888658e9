package dev.foyer.token.oidc;

import dev.foyer.selection.AccountBinding;
import dev.foyer.token.AccountClaim;
import dev.foyer.token.keycloak.TokenServices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.representations.IDToken;

/**
 * What Foyer knows in one HTTP request that makes or reads tokens: the tokens that wait for their claims, and what was
 * read from the database already, so that one request reads it once.
 */
final class PendingClaims {

    private static final String ATTRIBUTE = PendingClaims.class.getName();

    private final KeycloakSession session;
    private final List<Waiting> waiting = new ArrayList<>();
    private final Map<String, Optional<AccountClaim>> accounts = new HashMap<>();
    private @Nullable TokenBinding presentedBinding;

    private PendingClaims(KeycloakSession session) {
        this.session = session;
    }

    static PendingClaims of(KeycloakSession session) {
        PendingClaims request = session.getAttribute(ATTRIBUTE, PendingClaims.class);
        if (request == null) {
            request = new PendingClaims(session);
            session.setAttribute(ATTRIBUTE, request);
        }
        return request;
    }

    /** The account that the user may act for now. */
    Optional<AccountClaim> account(UserModel user, AccountBinding binding) {
        return accounts.computeIfAbsent(
                user.getId() + ' ' + binding, key -> TokenServices.of(session).account(user, binding));
    }

    /** Keeps a token whose claim can only be filled when the binding is known. */
    void await(IDToken token, BiConsumer<IDToken, @Nullable TokenAccount> claim) {
        waiting.add(new Waiting(token, claim));
    }

    boolean isAwaited() {
        return !waiting.isEmpty();
    }

    /** The tokens that wait. */
    Stream<IDToken> awaited() {
        return waiting.stream().map(Waiting::token);
    }

    /** Fills the claims of all waiting tokens. */
    void fulfil(@Nullable TokenAccount account) {
        waiting.forEach(each -> each.claim().accept(each.token(), account));
        waiting.clear();
    }

    /** The binding of the token that is being looked at, as introspection found it. */
    Optional<TokenBinding> presentedBinding() {
        return Optional.ofNullable(presentedBinding);
    }

    void present(@Nullable TokenBinding binding) {
        presentedBinding = binding;
    }

    private record Waiting(IDToken token, BiConsumer<IDToken, @Nullable TokenAccount> claim) {}
}
