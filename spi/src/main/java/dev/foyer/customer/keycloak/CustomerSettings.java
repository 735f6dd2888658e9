package dev.foyer.customer.keycloak;

import dev.foyer.customer.AccountNumberPattern;
import dev.foyer.feature.Setting;
import java.util.List;
import org.keycloak.models.RealmModel;

/** What a realm has set for its customers. */
public record CustomerSettings(RealmModel realm) {

    /** Realm attribute: how account IDs are made, such as <code>C-{5 digits}</code>. */
    public static final Setting<AccountNumberPattern> ACCOUNT_ID_PATTERN = Setting.of(
            "foyer.account-id-pattern",
            AccountNumberPattern.DEFAULT,
            AccountNumberPattern::parse,
            AccountNumberPattern::notation);

    public static List<Setting<?>> all() {
        return List.of(ACCOUNT_ID_PATTERN);
    }

    /** How new account IDs are made. */
    public AccountNumberPattern accountIdPattern() {
        return ACCOUNT_ID_PATTERN.of(realm);
    }
}
