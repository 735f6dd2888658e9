package dev.foyer.tests.admin;

import dev.foyer.tests.realm.TestRealm;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The admin API of one realm, called by one admin. Paths begin with {@code /customers}. */
public final class CustomersApi extends Api {

    /** Called by the admin of all realms. */
    public static CustomersApi of(TestRealm realm) {
        return new CustomersApi(realm.api().realm(), () -> realm.api().token());
    }

    /** Called by somebody of the realm. */
    public static CustomersApi as(String username, TestRealm realm) {
        return new CustomersApi(realm.api().realm(), () -> realm.apiAs(username).token());
    }

    /** @param token an access token, or null for nobody */
    public CustomersApi(URI realm, Supplier<@Nullable String> token) {
        super(OpenApi.ADMIN, realm, token);
    }

    /** The same caller at the administration of another realm. */
    public CustomersApi at(URI otherRealm) {
        return new CustomersApi(otherRealm, token());
    }
}
