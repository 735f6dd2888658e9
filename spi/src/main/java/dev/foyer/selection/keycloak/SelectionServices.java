package dev.foyer.selection.keycloak;

import dev.foyer.keycloak.KeycloakClock;
import dev.foyer.persistence.EntityManagers;
import dev.foyer.selection.Account;
import dev.foyer.selection.AccountBinding;
import dev.foyer.selection.Accounts;
import dev.foyer.selection.jpa.JpaMemberAccounts;
import dev.foyer.selection.jpa.JpaStaffAccounts;
import dev.foyer.staff.keycloak.StaffEntry;
import dev.foyer.staff.keycloak.StaffSettings;
import java.time.Instant;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The accounts that users of one realm can select, in one session. */
public record SelectionServices(KeycloakSession session, RealmModel realm) {

    /** Those of the realm of the session's context. */
    public static SelectionServices of(KeycloakSession session) {
        return new SelectionServices(session, session.getContext().getRealm());
    }

    /** The accounts that the user may enter: as a member or, if it is open to them, as staff. */
    public Accounts accountsOf(UserModel user) {
        return new StaffEntry(session, realm).isOpenTo(user)
                ? new JpaStaffAccounts(EntityManagers.of(session), realm.getId())
                : memberAccountsOf(user);
    }

    /** The accounts that the user may enter as a member. */
    public Accounts memberAccountsOf(UserModel user) {
        return new JpaMemberAccounts(
                EntityManagers.of(session), realm.getId(), user.getId(), KeycloakClock.INSTANCE.instant());
    }

    /** Binds what follows to an account that somebody enters now. */
    public AccountBinding bind(Account account) {
        Instant until = account.isEnteredByStaff()
                ? KeycloakClock.INSTANCE.instant().plus(new StaffSettings(realm).entryLength())
                : null;
        return new AccountBinding(account.id(), until);
    }
}
