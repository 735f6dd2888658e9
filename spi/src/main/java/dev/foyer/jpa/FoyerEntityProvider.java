package dev.foyer.jpa;

import dev.foyer.customer.jpa.ContactTypeEntity;
import dev.foyer.customer.jpa.CustomerEntity;
import dev.foyer.customer.jpa.SearchTermEntity;
import dev.foyer.idempotency.jpa.AttemptEntity;
import dev.foyer.invitation.jpa.InvitationEntity;
import dev.foyer.invitation.jpa.MailEntity;
import dev.foyer.membership.jpa.MembershipContactTypeEntity;
import dev.foyer.membership.jpa.MembershipEntity;
import dev.foyer.membership.jpa.PermissionEntity;
import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Hands Foyer's entities and migrations to Keycloak's persistence unit. The one list of entities. */
public final class FoyerEntityProvider implements JpaEntityProvider {

    /** Where the migrations are listed. */
    public static final String CHANGELOG = "META-INF/foyer/changelog.xml";

    /** Every entity of Foyer. */
    public static final List<Class<?>> ENTITIES = List.of(
            AttemptEntity.class,
            CustomerEntity.class,
            SearchTermEntity.class,
            ContactTypeEntity.class,
            PermissionEntity.class,
            MembershipEntity.class,
            MembershipContactTypeEntity.class,
            InvitationEntity.class,
            MailEntity.class);

    @Override
    public List<Class<?>> getEntities() {
        return ENTITIES;
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
