package dev.foyer.enablement.keycloak;

import dev.foyer.keycloak.RealmWritten;
import dev.foyer.persistence.EntityManagers;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmModel.RealmPostCreateEvent;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;

/** Customer accounts in realms that are written as a whole, from files or by whoever sends one. */
public final class RealmFiles {
    private static final Logger LOG = Logger.getLogger(RealmFiles.class);

    /** Of Keycloak's tables: before there was one of ours, all settings stood in attributes alone. */
    private static final String NOT_KEPT = """
            select distinct a.realm.id from RealmAttributeEntity a
            where a.name like 'foyer.%' and a.realm.id not in (select s.realmId from RealmSettingEntity s)""";

    private RealmFiles() {}

    public static void on(ProviderEvent event) {
        if (event instanceof RealmPostCreateEvent created) {
            created(new EnablementServices(created.getKeycloakSession(), created.getCreatedRealm()));
        } else if (event instanceof PostMigrationEvent started) {
            keepAll(started.getFactory());
        } else {
            RealmWritten.of(event)
                    .map(written -> new EnablementServices(written.session(), written.realm()))
                    .ifPresent(RealmFiles::written);
        }
    }

    /** No realm file can hold the roles that are in the master realm, and few hold everything else. */
    private static void created(EnablementServices realm) {
        realm.settings().restore();
        if (realm.enablement().state().enabled()) {
            realm.enablement().enable();
            LOG.infof(
                    "Realm %s has customer accounts; customers do not come with a realm, but by .../customers/import",
                    realm.realm().getName());
        }
    }

    private static void written(EnablementServices realm) {
        boolean first = realm.settings().restore();
        if (first && realm.enablement().state().enabled()) {
            realm.enablement().enable();
        }
    }

    private static void keepAll(KeycloakSessionFactory sessions) {
        List<String> ids = KeycloakModelUtils.runJobInTransactionWithResult(
                sessions,
                session -> EntityManagers.of(session)
                        .createQuery(NOT_KEPT, String.class)
                        .getResultList());
        for (String id : ids) {
            try {
                KeycloakModelUtils.runJobInTransaction(sessions, session -> keep(session, id));
            } catch (RuntimeException e) {
                LOG.warnf(e, "The settings of realm %s are not kept yet: another node may just do the same", id);
            }
        }
    }

    private static void keep(KeycloakSession session, String id) {
        RealmModel realm = session.realms().getRealm(id);
        if (realm != null) {
            session.getContext().setRealm(realm);
            new EnablementServices(session, realm).settings().restore();
        }
    }
}
