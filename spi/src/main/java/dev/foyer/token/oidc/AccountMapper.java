package dev.foyer.token.oidc;

import com.google.auto.service.AutoService;
import dev.foyer.selection.AccountRole;
import dev.foyer.token.AccountClaim;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.representations.IDToken;

/** Puts the claim {@code account} into tokens. */
@AutoService(ProtocolMapper.class)
public final class AccountMapper extends AccountAwareMapper {

    /** Says that somebody acts who is not of the customer (RFC 8693, section 4.1). */
    private static final String ACTOR = "act";

    @Override
    void write(KeycloakSession session, IDToken token, UserModel user, @Nullable AccountClaim account) {
        if (account != null) {
            token.getOtherClaims().put(AccountClaim.NAME, account.toMap());
            if (account.role() == AccountRole.STAFF) {
                token.getOtherClaims()
                        .put(ACTOR, Map.of("sub", user.getId(), "preferred_username", user.getUsername()));
            }
        }
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
