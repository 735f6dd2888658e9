package dev.foyer.invitation.keycloak;

import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.http.HttpRequest;
import org.keycloak.http.HttpResponse;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.Provider;
import org.keycloak.services.DefaultKeycloakContext;
import org.keycloak.services.DefaultKeycloakSession;
import org.keycloak.services.DefaultKeycloakSessionFactory;
import org.keycloak.urls.HostnameProvider;
import org.keycloak.urls.UrlType;

/** A session of Keycloak's own with a database, an address and the bus of events; of providers it has no other. */
public class BareSession extends DefaultKeycloakSession {

    private final Map<Class<?>, Provider> providers;

    BareSession(Bus bus, EntityManager entityManager) {
        super(bus);
        providers = Map.of(
                JpaConnectionProvider.class, new Connection(entityManager), HostnameProvider.class, new Address());
    }

    @Override
    public <T extends Provider> @Nullable T getProvider(Class<T> type) {
        return type.cast(providers.get(type));
    }

    @Override
    protected DefaultKeycloakContext createKeycloakContext(KeycloakSession session) {
        return new DefaultKeycloakContext(session) {
            @Override
            protected Optional<HttpRequest> createHttpRequest() {
                return Optional.empty();
            }

            @Override
            protected Optional<HttpResponse> createHttpResponse() {
                return Optional.empty();
            }
        };
    }

    /** Where listeners register. */
    public static final class Bus extends DefaultKeycloakSessionFactory {

        @Override
        public KeycloakSession create() {
            throw new UnsupportedOperationException("Without a database there is no session");
        }

        public KeycloakSession session(EntityManager entityManager) {
            return new BareSession(this, entityManager);
        }
    }

    private record Connection(EntityManager getEntityManager) implements JpaConnectionProvider {
        @Override
        public void close() {}
    }

    private record Address() implements HostnameProvider {
        @Override
        public URI getBaseUri(UriInfo original, UrlType type) {
            return URI.create("https://id.example/");
        }

        @Override
        public void close() {}
    }
}
