package dev.foyer.membership.keycloak;

import dev.foyer.feature.RealmComponent;
import dev.foyer.keycloak.RealmSettings;
import dev.foyer.membership.jpa.JpaExternalUsers;
import dev.foyer.persistence.EntityManagers;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The users whom a realm has before it has customer accounts: those linked to an identity provider are taken to have come
 * by it. Whoever registered themselves cannot be told from whom an admin created, as Keycloak keeps no trace of it.
 */
public record KnownUsers(KeycloakSession session, RealmModel realm) {

    /** Where customer accounts are on it is known who comes, and who only links a provider later. */
    public RealmComponent component() {
        return RealmComponent.whenSwitchedOn(
                "external-users", () -> new RealmSettings(realm).isEnabled(), this::survey);
    }

    /** Keeps all of them as external: those in Keycloak's own tables, and those whom another storage keeps. */
    public void survey() {
        JpaExternalUsers externalUsers = new JpaExternalUsers(EntityManagers.of(session), realm.getId());
        externalUsers.addAll("from FederatedIdentityEntity f where f.realmId = :realm", "f.user.id");
        externalUsers.addAll("from BrokerLinkEntity b where b.realmId = :realm", "b.userId");
    }
}
