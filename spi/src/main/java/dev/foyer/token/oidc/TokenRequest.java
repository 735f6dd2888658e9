package dev.foyer.token.oidc;

import dev.foyer.keycloak.Foyer;
import dev.foyer.selection.Capacity;
import dev.foyer.token.AccountClaim;
import dev.foyer.token.Pin;
import dev.foyer.token.UserType;
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
final class TokenRequest {

    private static final String ATTRIBUTE = TokenRequest.class.getName();

    private final KeycloakSession session;
    private final List<Waiting> waiting = new ArrayList<>();
    private final Map<String, Optional<AccountClaim>> accounts = new HashMap<>();
    private @Nullable Pin presentedPin;

    private TokenRequest(KeycloakSession session) {
        this.session = session;
    }

    static TokenRequest of(KeycloakSession session) {
        TokenRequest request = session.getAttribute(ATTRIBUTE, TokenRequest.class);
        if (request == null) {
            request = new TokenRequest(session);
            session.setAttribute(ATTRIBUTE, request);
        }
        return request;
    }

    /** The account that the user may act for now. */
    Optional<AccountClaim> account(UserModel user, Pin pin) {
        return accounts.computeIfAbsent(
                user.getId() + ' ' + pin, key -> Foyer.of(session).actingAccount(user, pin));
    }

    /** The account at hand tells whether it is a member's or staff's; only without one the database is asked. */
    UserType userType(UserModel user, @Nullable AccountClaim account) {
        if (account == null) {
            return Foyer.of(session).actingAccounts().userType(user.getId());
        }
        return account.capacity() == Capacity.STAFF ? UserType.INTERNAL : UserType.EXTERNAL;
    }

    /** Keeps a token whose claim can only be filled when the pin is known. */
    void await(IDToken token, BiConsumer<IDToken, @Nullable AccountClaim> claim) {
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
    void fulfil(@Nullable AccountClaim account) {
        waiting.forEach(each -> each.claim().accept(each.token(), account));
        waiting.clear();
    }

    /** The pin of the token that is being looked at, as introspection found it. */
    Optional<Pin> presentedPin() {
        return Optional.ofNullable(presentedPin);
    }

    void present(@Nullable Pin pin) {
        presentedPin = pin;
    }

    private record Waiting(IDToken token, BiConsumer<IDToken, @Nullable AccountClaim> claim) {}
}
