package dev.foyer.jpa;

import com.google.auto.service.AutoService;
import dev.foyer.invitation.email.Clockwork;
import dev.foyer.invitation.keycloak.ExpiryReport;
import dev.foyer.keycloak.StatelessFactory;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Registers {@link FoyerEntityProvider}, the clean-up of its rows, and what happens by itself. */
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
        factory.register(CleanUp::on);
        factory.register(Clockwork::on);
        factory.register(ExpiryReport::on);
    }

    @Override
    public String getId() {
        return ID;
    }
}
