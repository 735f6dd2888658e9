package dev.foyer.tests.admin;

import dev.foyer.tests.realm.TestRealm;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The self-service API of one realm, called by one person. Paths begin with {@code /accounts} or {@code /invitations}. */
public final class SelfServiceApi extends Api {

    /** Called by somebody of the realm, with a token that is for no account. */
    public static SelfServiceApi as(String username, TestRealm realm) {
        return new SelfServiceApi(realm, () -> realm.apiAs(username).token());
    }

    /** Called by somebody of the realm, with a token for the account with this account ID. */
    public static SelfServiceApi as(String username, String account, TestRealm realm) {
        Map<String, String> grant =
                Map.of("grant_type", "password", "username", username, "password", username, "account", account);
        return new SelfServiceApi(
                realm,
                () -> String.valueOf(realm.application("spa").token(grant).get("access_token")));
    }

    /** @param token an access token, or null for nobody */
    public SelfServiceApi(TestRealm realm, Supplier<@Nullable String> token) {
        super(OpenApi.SELF_SERVICE, realm.server().url("/realms/" + realm.name() + "/customer-accounts"), token);
    }
}
