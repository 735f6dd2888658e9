package dev.foyer.token.oidc;

import com.google.auto.service.AutoService;
import dev.foyer.membership.UserType;
import dev.foyer.token.keycloak.TokenServices;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.representations.IDToken;

/** Puts the claim {@code user_type} into tokens. */
@AutoService(ProtocolMapper.class)
public final class UserTypeMapper extends AccountAwareMapper {

    @Override
    void write(KeycloakSession session, IDToken token, UserSessionModel sso, @Nullable TokenAccount account) {
        token.getOtherClaims()
                .put(
                        UserType.NAME,
                        TokenServices.of(session)
                                .userType(sso.getUser(), account == null ? null : account.claim())
                                .key());
    }

    @Override
    public String getId() {
        return "foyer-user-type-mapper";
    }

    @Override
    public String getDisplayType() {
        return "User type";
    }

    @Override
    public String getHelpText() {
        return "Adds whether the user came from outside (external) or was created in user management and never was a person of a customer (internal).";
    }
}
