package dev.foyer.wiring;

import dev.foyer.feature.Features;
import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Hands the entities of all features and Foyer's migrations to Keycloak's persistence unit. */
public final class FoyerEntityProvider implements JpaEntityProvider {

    /** Where the migrations are listed. */
    public static final String CHANGELOG = "META-INF/foyer/changelog.xml";

    @Override
    public List<Class<?>> getEntities() {
        return Features.installed().entities();
    }

    @Override
    public String getChangelogLocation() {
        return CHANGELOG;
    }

    @Override
    public String getFactoryId() {
        return FoyerEntityProviderFactory.ID;
    }

    @Override
    public void close() {}
}
