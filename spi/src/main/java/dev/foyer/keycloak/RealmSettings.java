package dev.foyer.keycloak;

import dev.foyer.customer.AccountNumberPattern;
import org.keycloak.models.RealmModel;

/** What a realm has set for customer accounts, kept as realm attributes so that it travels with the realm's export. */
public final class RealmSettings {

    /** Realm attribute: {@code true} switches customer accounts on. */
    public static final String ENABLED = "foyer.enabled";

    /** Realm attribute: how account IDs are made, such as {@code C-{5 digits}}. */
    public static final String ACCOUNT_ID_PATTERN = "foyer.account-id-pattern";

    private final RealmModel realm;

    public RealmSettings(RealmModel realm) {
        this.realm = realm;
    }

    public boolean isEnabled() {
        return realm.getAttribute(ENABLED, false);
    }

    public AccountNumberPattern accountIdPattern() {
        String notation = realm.getAttribute(ACCOUNT_ID_PATTERN);
        return notation == null ? AccountNumberPattern.DEFAULT : AccountNumberPattern.parse(notation);
    }
}
