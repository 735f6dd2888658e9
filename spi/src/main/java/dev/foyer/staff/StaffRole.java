package dev.foyer.staff;

import java.util.Locale;

/** What staff may do with the customers of a realm, as roles beside Keycloak's own for admins. */
public enum StaffRole {
    VIEW_CUSTOMERS,
    /** Includes {@link #VIEW_CUSTOMERS}. */
    MANAGE_CUSTOMERS,
    /** Part of no other role: it is given by hand to whoever may act inside customers' accounts. */
    ENTER_CUSTOMER_ACCOUNTS;

    /** The role's name, such as {@code view-customers}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
