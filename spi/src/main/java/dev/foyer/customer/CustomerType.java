package dev.foyer.customer;

import java.util.Locale;

/** What a customer is in law. */
public enum CustomerType {
    COMPANY,
    INDIVIDUAL;

    /** The name in JSON, CSV and tokens. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
