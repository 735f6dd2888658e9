package dev.foyer.tests.realm;

import java.util.List;
import org.keycloak.representations.idm.RoleRepresentation;

/** The right to enter customers' accounts as staff, given by hand as an administrator does. */
public record StaffRole(TestRealm realm) {
    private static final String NAME = "enter-customer-accounts";

    public void give(String username) {
        realm.person(username).roles().clientLevel(management()).add(List.of(role()));
    }

    public void take(String username) {
        realm.person(username).roles().clientLevel(management()).remove(List.of(role()));
    }

    private RoleRepresentation role() {
        return realm.admin().clients().get(management()).roles().get(NAME).toRepresentation();
    }

    private String management() {
        return realm.admin().clients().findByClientId("realm-management").get(0).getId();
    }
}
