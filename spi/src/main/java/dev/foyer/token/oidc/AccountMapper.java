package dev.foyer.token.oidc;

import com.google.auto.service.AutoService;
import dev.foyer.token.AccountClaim;
import dev.foyer.token.Actor;
import dev.foyer.token.keycloak.TokenServices;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.representations.IDToken;

/** Puts the claim {@code account} into tokens. */
@AutoService(ProtocolMapper.class)
public final class AccountMapper extends AccountAwareMapper {

    @Override
    void write(KeycloakSession session, IDToken token, UserSessionModel sso, @Nullable TokenAccount account) {
        Map<String, Object> claims = token.getOtherClaims();
        if (account != null) {
            claims.put(AccountClaim.NAME, account.toMap());
        }
        TokenServices.of(session)
                .actor(sso, account == null ? null : account.claim())
                .ifPresent(actor -> claims.put(Actor.NAME, actor.toMap()));
    }

    @Override
    public String getId() {
        return "foyer-account-mapper";
    }

    @Override
    public String getDisplayType() {
        return "Selected account";
    }

    @Override
    public String getHelpText() {
        return "Adds the account that was selected at sign-in: id, account ID, name, and what the user may do there.";
    }
}
