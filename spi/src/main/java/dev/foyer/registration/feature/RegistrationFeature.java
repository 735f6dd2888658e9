package dev.foyer.registration.feature;

import com.google.auto.service.AutoService;
import dev.foyer.feature.Feature;
import dev.foyer.feature.RealmComponent;
import dev.foyer.registration.login.RegistrationStep;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Declares the step of registration that opens an account. */
@AutoService(Feature.class)
public final class RegistrationFeature implements Feature {

    @Override
    public List<RealmComponent> realmComponents(KeycloakSession session, RealmModel realm) {
        return RegistrationStep.of(realm).toList();
    }
}
