package dev.foyer.contacts.keycloak;

import dev.foyer.contacts.AccountProfile;
import dev.foyer.contacts.ContactAdmission;
import dev.foyer.contacts.ContactManagement;
import dev.foyer.contacts.ContactTypeManagement;
import dev.foyer.customer.Customers;
import dev.foyer.customer.keycloak.CustomerServices;
import dev.foyer.invitation.keycloak.InvitationServices;
import dev.foyer.keycloak.KeycloakClock;
import dev.foyer.membership.keycloak.MembershipServices;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Contact management in one realm, in one session. */
public record ContactServices(KeycloakSession session, RealmModel realm) {

    public ContactManagement management() {
        return new ContactManagement(
                customers(),
                members().memberships(),
                members().permissions(),
                members().access(),
                new InvitationServices(session, realm).service(),
                new InvitationServices(session, realm).backing(),
                KeycloakClock.INSTANCE);
    }

    public ContactAdmission admission() {
        return new ContactAdmission(
                customers(),
                members().memberships(),
                members().permissions(),
                members().access(),
                new InvitationServices(session, realm).service(),
                members().users(),
                KeycloakClock.INSTANCE);
    }

    public ContactTypeManagement contactTypes() {
        return new ContactTypeManagement(customers(), members().access());
    }

    public AccountProfile profile() {
        return new AccountProfile(customers(), members().access());
    }

    private Customers customers() {
        return new CustomerServices(session, realm).customers();
    }

    private MembershipServices members() {
        return new MembershipServices(session, realm);
    }
}
