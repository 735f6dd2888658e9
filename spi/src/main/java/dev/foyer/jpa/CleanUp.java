package dev.foyer.jpa;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.UserModel.UserRemovedEvent;
import org.keycloak.provider.ProviderEvent;

/** Takes away what belonged to a realm or user that was removed: an id that comes again must find nothing of its past. */
final class CleanUp {

    private CleanUp() {}

    /** What a realm has, from the leaves to the root: the foreign keys would go the same way, but row by row. */
    private static final List<String> OF_A_REALM = List.of(
            "delete from MailEntity where realmId = :id",
            "delete from InvitationEntity where realmId = :id",
            "delete from SearchTermEntity where realmId = :id",
            "delete from MembershipEntity where customerId in (select c.id from CustomerEntity c where c.realmId = :id)",
            "delete from ContactTypeEntity where customer.id in (select c.id from CustomerEntity c where c.realmId = :id)",
            "delete from CustomerEntity where realmId = :id",
            "delete from AttemptEntity where realmId = :id",
            "delete from PermissionEntity where realmId = :id");

    /** What a user has, and the open invitations that nobody else could answer. */
    private static final List<String> OF_A_USER = List.of(
            "delete from MembershipEntity where userId = :id", """
            update MembershipEntity set state = PENDING
            where id in (select i.openFor from InvitationEntity i where i.userId = :id)""", "delete from InvitationEntity where userId = :id");

    static void on(ProviderEvent event) {
        if (event instanceof RealmRemovedEvent removed) {
            // Removing a realm announces none of its users.
            EntityManager entityManager = entityManager(removed.getKeycloakSession());
            BulkWork.begin(entityManager);
            OF_A_REALM.forEach(
                    delete -> execute(entityManager, delete, removed.getRealm().getId()));
        } else if (event instanceof UserRemovedEvent removed) {
            EntityManager entityManager = entityManager(removed.getKeycloakSession());
            OF_A_USER.forEach(
                    change -> execute(entityManager, change, removed.getUser().getId()));
        }
    }

    private static void execute(EntityManager entityManager, String statement, String id) {
        entityManager.createQuery(statement).setParameter("id", id).executeUpdate();
    }

    private static EntityManager entityManager(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
