package dev.foyer.membership.keycloak;

import dev.foyer.keycloak.RealmSettings;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.light.LightweightUserAdapter;

/**
 * Hears of everybody who becomes a user without an admin: by registering, by their first sign-in at an identity provider or
 * by exchanging its token. In the transaction that makes them a user they become external.
 */
final class NewcomerListener implements EventListenerProvider {

    private final KeycloakSession session;

    NewcomerListener(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        String userId = event.getUserId();
        if (event.getType() != EventType.REGISTER
                || userId == null
                || LightweightUserAdapter.isLightweightUser(userId)) {
            return;
        }
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        if (new RealmSettings(realm).isEnabled()) {
            new MembershipServices(session, realm).externalUsers().add(userId);
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {}

    @Override
    public void close() {}
}
