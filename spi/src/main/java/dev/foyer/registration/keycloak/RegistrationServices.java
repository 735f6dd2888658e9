package dev.foyer.registration.keycloak;

import dev.foyer.customer.keycloak.CustomerServices;
import dev.foyer.keycloak.KeycloakClock;
import dev.foyer.membership.keycloak.MembershipServices;
import dev.foyer.registration.OwnAccountService;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Registration in one realm, in one session. */
public record RegistrationServices(KeycloakSession session, RealmModel realm) {

    public OwnAccountService ownAccount() {
        return new OwnAccountService(
                new CustomerServices(session, realm).service(),
                new MembershipServices(session, realm).service(),
                KeycloakClock.INSTANCE);
    }
}
