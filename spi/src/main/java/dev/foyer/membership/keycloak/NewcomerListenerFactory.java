package dev.foyer.membership.keycloak;

import com.google.auto.service.AutoService;
import dev.foyer.keycloak.StatelessFactory;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Makes {@link NewcomerListener}s, for every realm: what a realm stores of its events and whom it tells does not matter. */
@AutoService(EventListenerProviderFactory.class)
public final class NewcomerListenerFactory
        implements EventListenerProviderFactory, StatelessFactory<EventListenerProvider> {

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new NewcomerListener(session);
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public String getId() {
        return "foyer-newcomers";
    }
}
