package dev.foyer.token.keycloak;

import dev.foyer.keycloak.Impersonator;
import dev.foyer.keycloak.KeycloakClock;
import dev.foyer.membership.UserType;
import dev.foyer.membership.keycloak.MembershipServices;
import dev.foyer.persistence.EntityManagers;
import dev.foyer.selection.AccountBinding;
import dev.foyer.selection.AccountRole;
import dev.foyer.staff.keycloak.StaffEntry;
import dev.foyer.token.AccountClaim;
import dev.foyer.token.AccountClaims;
import dev.foyer.token.Actor;
import dev.foyer.token.jpa.JpaAccountClaims;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

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

    /** Who acts in this session if it is not the person: an admin in their place, or staff in the account. */
    public Optional<Actor> actor(UserSessionModel sso, @Nullable AccountClaim account) {
        UserModel user = sso.getUser();
        Optional<Actor> admin = Impersonator.of(session, sso)
                .map(impersonator -> new Actor(impersonator.id(), impersonator.username(), impersonator.issuer()));
        boolean isStaff = account != null && account.role() == AccountRole.STAFF;
        return admin.isEmpty() && isStaff ? Optional.of(new Actor(user.getId(), user.getUsername(), null)) : admin;
    }

    private AccountClaims claims() {
        return new JpaAccountClaims(EntityManagers.of(session), realm.getId(), KeycloakClock.INSTANCE.instant());
    }
}
