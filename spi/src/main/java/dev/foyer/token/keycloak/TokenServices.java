package dev.foyer.token.keycloak;

import dev.foyer.keycloak.KeycloakClock;
import dev.foyer.membership.UserType;
import dev.foyer.membership.keycloak.MembershipServices;
import dev.foyer.persistence.EntityManagers;
import dev.foyer.selection.AccountBinding;
import dev.foyer.selection.AccountRole;
import dev.foyer.staff.keycloak.StaffEntry;
import dev.foyer.token.AccountClaim;
import dev.foyer.token.AccountClaims;
import dev.foyer.token.jpa.JpaAccountClaims;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** What tokens of one realm say, in one session. */
public record TokenServices(KeycloakSession session, RealmModel realm) {

    /** Those of the realm of the session's context. */
    public static TokenServices of(KeycloakSession session) {
        return new TokenServices(session, session.getContext().getRealm());
    }

    /** The account that the user may act for now by this binding. */
    public Optional<AccountClaim> account(UserModel user, AccountBinding binding) {
        Instant until = binding.staffUntil();
        if (until == null) {
            return claims().find(user.getId(), binding.accountId());
        }
        return binding.isOver(KeycloakClock.INSTANCE.instant()) || !new StaffEntry(session, realm).isOpenTo(user)
                ? Optional.empty()
                : claims().findForStaff(binding.accountId(), until);
    }

    /** The account at hand tells whether it is a member's or staff's; only without one the database is asked. */
    public UserType userType(UserModel user, @Nullable AccountClaim account) {
        if (account != null) {
            return account.role() == AccountRole.STAFF ? UserType.INTERNAL : UserType.EXTERNAL;
        }
        return new MembershipServices(session, realm).userType(user);
    }

    private AccountClaims claims() {
        return new JpaAccountClaims(EntityManagers.of(session), realm.getId(), KeycloakClock.INSTANCE.instant());
    }
}
