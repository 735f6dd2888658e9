package dev.foyer.idempotency.keycloak;

import dev.foyer.idempotency.IdempotencyKeys;
import dev.foyer.idempotency.jpa.JpaIdempotencyKeys;
import dev.foyer.persistence.EntityManagers;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The idempotency keys of one realm in one session. */
public record IdempotencyServices(KeycloakSession session, RealmModel realm) {

    /** Those of one caller. */
    public IdempotencyKeys keys(String callerId) {
        return new JpaIdempotencyKeys(EntityManagers.of(session), realm.getId(), callerId);
    }
}
