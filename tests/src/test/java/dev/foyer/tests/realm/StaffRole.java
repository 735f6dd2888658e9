package dev.foyer.tests.realm;

import java.util.List;
import org.keycloak.admin.client.resource.ClientResource;
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
        ClientResource client = realm.admin().clients().get(management());
        if (client.roles().list().stream().noneMatch(role -> role.getName().equals(NAME))) {
            client.roles().create(new RoleRepresentation(NAME, null, false));
        }
        return client.roles().get(NAME).toRepresentation();
    }

    private String management() {
        return realm.admin().clients().findByClientId("realm-management").get(0).getId();
    }
}
