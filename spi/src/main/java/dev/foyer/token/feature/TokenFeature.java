package dev.foyer.token.feature;

import com.google.auto.service.AutoService;
import dev.foyer.feature.Feature;
import dev.foyer.feature.RealmComponent;
import dev.foyer.feature.Setting;
import dev.foyer.selection.feature.SelectionFeature;
import dev.foyer.token.keycloak.AccountScope;
import dev.foyer.token.keycloak.TokenSettings;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;

/** Declares the claims of tokens and the client scope that asks for them. */
@AutoService(Feature.class)
public final class TokenFeature implements Feature {

    @Override
    public List<Class<? extends Feature>> builtOn() {
        return List.of(SelectionFeature.class);
    }

    @Override
    public List<Setting<?>> settings() {
        return TokenSettings.all();
    }

    @Override
    public List<RealmComponent> realmComponents(KeycloakSession session, RealmModel realm) {
        return AccountScope.components(realm);
    }

    @Override
    public void on(ProviderEvent event) {
        AccountScope.on(event);
    }
}
