package dev.foyer.customer.feature;

import com.google.auto.service.AutoService;
import dev.foyer.Reason;
import dev.foyer.customer.CustomerReason;
import dev.foyer.customer.jpa.ContactTypeEntity;
import dev.foyer.customer.jpa.CustomerEntity;
import dev.foyer.customer.jpa.SearchTermEntity;
import dev.foyer.customer.keycloak.CustomerSettings;
import dev.foyer.customer.keycloak.ExportNotice;
import dev.foyer.feature.Feature;
import dev.foyer.feature.Setting;
import java.util.List;
import java.util.Map;
import org.keycloak.provider.ProviderEvent;

/** Declares customers and their contact types. */
@AutoService(Feature.class)
public final class CustomerFeature implements Feature {

    @Override
    public List<Class<?>> entities() {
        return List.of(CustomerEntity.class, ContactTypeEntity.class, SearchTermEntity.class);
    }

    @Override
    public Map<String, Reason> constraints() {
        return Map.of(
                "FOYER_UQ_CUSTOMER_NUMBER", CustomerReason.ACCOUNT_ID_TAKEN,
                "FOYER_UQ_CONTACT_TYPE_NAME", CustomerReason.CONTACT_TYPE_EXISTS);
    }

    @Override
    public void on(ProviderEvent event) {
        ExportNotice.on(event);
    }

    @Override
    public List<Setting<?>> settings() {
        return CustomerSettings.all();
    }

    @Override
    public List<String> removalsOfRealm() {
        return List.of(
                "delete from SearchTermEntity where realmId = :id",
                "delete from ContactTypeEntity where customer.id in (select c.id from CustomerEntity c where c.realmId = :id)",
                "delete from CustomerEntity where realmId = :id");
    }
}
