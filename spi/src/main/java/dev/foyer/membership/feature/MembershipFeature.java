package dev.foyer.membership.feature;

import com.google.auto.service.AutoService;
import dev.foyer.Reason;
import dev.foyer.customer.feature.CustomerFeature;
import dev.foyer.feature.Feature;
import dev.foyer.feature.RealmComponent;
import dev.foyer.feature.ScheduledTask;
import dev.foyer.keycloak.RealmSettings;
import dev.foyer.membership.MembershipReason;
import dev.foyer.membership.jpa.ExternalUserEntity;
import dev.foyer.membership.jpa.MembershipContactTypeEntity;
import dev.foyer.membership.jpa.MembershipEntity;
import dev.foyer.membership.jpa.PermissionEntity;
import dev.foyer.membership.keycloak.CurrentNames;
import dev.foyer.membership.keycloak.DepartedUsers;
import dev.foyer.membership.keycloak.EndOfMemberships;
import dev.foyer.membership.keycloak.KnownUsers;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmModel.RealmPostCreateEvent;
import org.keycloak.provider.ProviderEvent;

/** Declares memberships and the permissions that a realm adds to the built-in ones. */
@AutoService(Feature.class)
public final class MembershipFeature implements Feature {

    @Override
    public List<Class<? extends Feature>> builtOn() {
        return List.of(CustomerFeature.class);
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(
                PermissionEntity.class,
                MembershipEntity.class,
                MembershipContactTypeEntity.class,
                ExternalUserEntity.class);
    }

    @Override
    public Map<String, Reason> constraints() {
        return Map.of(
                "FOYER_PK_PERMISSION", MembershipReason.PERMISSION_EXISTS,
                "FOYER_UQ_MEMBERSHIP_USER", MembershipReason.MEMBERSHIP_EXISTS,
                "FOYER_UQ_MEMBERSHIP_EMAIL", MembershipReason.MEMBERSHIP_EXISTS,
                "FOYER_UQ_PERMANENT_CONTACT", MembershipReason.CONTACT_TYPE_HOLDS_ONE);
    }

    @Override
    public List<String> removalsOfRealm() {
        return List.of(
                // Some of these words are of members, and each would be looked for by a foreign key.
                "delete from SearchTermEntity where realmId = :id",
                "delete from MembershipEntity where customerId in (select c.id from CustomerEntity c where c.realmId = :id)",
                "delete from ExternalUserEntity where realmId = :id",
                "delete from PermissionEntity where realmId = :id");
    }

    @Override
    public List<String> removalsOfUser() {
        return List.of(
                "delete from MembershipEntity where userId = :id", "delete from ExternalUserEntity where userId = :id");
    }

    @Override
    public List<RealmComponent> realmComponents(KeycloakSession session, RealmModel realm) {
        return List.of(new KnownUsers(session, realm).component());
    }

    /** A realm may come from a file with its users. */
    @Override
    public void on(ProviderEvent event) {
        if (event instanceof RealmPostCreateEvent created && new RealmSettings(created.getCreatedRealm()).isEnabled()) {
            new KnownUsers(created.getKeycloakSession(), created.getCreatedRealm()).survey();
        }
        CurrentNames.on(event);
    }

    @Override
    public List<ScheduledTask> scheduledTasks() {
        return List.of(new EndOfMemberships(), new DepartedUsers(MembershipEntity.class), new CurrentNames());
    }
}
