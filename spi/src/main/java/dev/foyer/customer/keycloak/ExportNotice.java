package dev.foyer.customer.keycloak;

import dev.foyer.keycloak.RealmExport;
import dev.foyer.persistence.EntityManagers;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;

/** Tells whoever exports realms by {@code kc.sh} that no customers are in the files: Keycloak lets nobody add to them. */
public final class ExportNotice {
    private static final Logger LOG = Logger.getLogger(ExportNotice.class);

    private ExportNotice() {}

    /** The export is written before the server counts as started. */
    public static void on(ProviderEvent event) {
        if (event instanceof PostMigrationEvent started && RealmExport.isAsked()) {
            KeycloakModelUtils.runJobInTransaction(started.getFactory(), ExportNotice::tell);
        }
    }

    private static void tell(KeycloakSession session) {
        EntityManagers.of(session)
                .createQuery("select c.realmId, count(c) from CustomerEntity c group by c.realmId", Object[].class)
                .getResultList()
                .forEach(row -> tell(session.realms().getRealm(String.valueOf(row[0])), row[1]));
    }

    private static void tell(RealmModel realm, Object customers) {
        if (realm != null) {
            LOG.warnf(
                    "Realm %s has %s customers. They are not in Keycloak's export:"
                            + " GET .../admin/realms/%s/customers/export is theirs",
                    realm.getName(), customers, realm.getName());
        }
    }
}
