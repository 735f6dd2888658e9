package dev.foyer.selection.keycloak;

import dev.foyer.selection.AccountBinding;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OAuth2DeviceUserCodeModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * The account chosen for a device (RFC 8628), kept until the device fetches its tokens. The device has no authorization
 * code that could carry it.
 */
public final class DeviceBinding {

    private static final String KEY = "foyer.device.";
    private static final String BINDING = "binding";

    private DeviceBinding() {}

    /** Keeps the account for the device whose user code was typed in, as long as its device code can be used. */
    public static void keep(KeycloakSession session, ClientModel client, String userCode, AccountBinding binding) {
        RealmModel realm = client.getRealm();
        SingleUseObjectProvider store = session.singleUseObjects();
        Map<String, String> device = store.get(OAuth2DeviceUserCodeModel.createKey(realm, userCode));
        if (device != null) {
            String deviceCode =
                    OAuth2DeviceUserCodeModel.fromCache(realm, userCode, device).getDeviceCode();
            int lifespan = realm.getOAuth2DeviceConfig().getLifespan(client);
            store.put(KEY + deviceCode, lifespan, Map.of(BINDING, binding.toString()));
        }
    }

    /** The binding, once. */
    public static Optional<AccountBinding> take(KeycloakSession session, String deviceCode) {
        return Optional.ofNullable(session.singleUseObjects().remove(KEY + deviceCode))
                .flatMap(kept -> AccountBinding.parse(kept.getOrDefault(BINDING, "")));
    }
}
