package dev.foyer.wiring;

import com.google.auto.service.AutoService;
import dev.foyer.feature.Features;
import dev.foyer.keycloak.StatelessFactory;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Registers {@link FoyerEntityProvider}, the listeners of all features and their scheduled tasks. */
@AutoService(JpaEntityProviderFactory.class)
public final class FoyerEntityProviderFactory implements JpaEntityProviderFactory, StatelessFactory<JpaEntityProvider> {

    /** Also names the table of applied migrations, {@code DATABASECHANGELOG_FOYER}: never to be changed. */
    static final String ID = "foyer";

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new FoyerEntityProvider();
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(DatabaseCheck::on);
        factory.register(RowRemoval::on);
        factory.register(TaskTimer::on);
        Features.installed().stream().forEach(feature -> factory.register(feature::on));
    }

    @Override
    public String getId() {
        return ID;
    }
}
