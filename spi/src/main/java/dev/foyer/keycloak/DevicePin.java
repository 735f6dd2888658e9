package dev.foyer.keycloak;

import dev.foyer.token.Pin;
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
public final class DevicePin {

    private static final String KEY = "foyer.device.";
    private static final String PIN = "pin";

    private DevicePin() {}

    /** Keeps the account for the device whose user code was typed in, as long as its device code can be used. */
    public static void keep(KeycloakSession session, ClientModel client, String userCode, Pin pin) {
        RealmModel realm = client.getRealm();
        SingleUseObjectProvider store = session.singleUseObjects();
        Map<String, String> device = store.get(OAuth2DeviceUserCodeModel.createKey(realm, userCode));
        if (device != null) {
            String deviceCode =
                    OAuth2DeviceUserCodeModel.fromCache(realm, userCode, device).getDeviceCode();
            int lifespan = realm.getOAuth2DeviceConfig().getLifespan(client);
            store.put(KEY + deviceCode, lifespan, Map.of(PIN, pin.toString()));
        }
    }

    /** The pin, once. */
    public static Optional<Pin> take(KeycloakSession session, String deviceCode) {
        return Optional.ofNullable(session.singleUseObjects().remove(KEY + deviceCode))
                .flatMap(kept -> Pin.parse(kept.getOrDefault(PIN, "")));
    }
}
