package dev.foyer.customer.keycloak;

import dev.foyer.customer.AccountNumberPattern;
import org.keycloak.models.RealmModel;

/** What a realm has set for its customers. */
record CustomerSettings(RealmModel realm) {

    /** Realm attribute: how account IDs are made, such as <code>C-{5 digits}</code>. */
    public static final String ACCOUNT_ID_PATTERN = "foyer.account-id-pattern";

    /** How new account IDs are made. */
    public AccountNumberPattern accountIdPattern() {
        String notation = realm.getAttribute(ACCOUNT_ID_PATTERN);
        return notation == null ? AccountNumberPattern.DEFAULT : AccountNumberPattern.parse(notation);
    }
}
