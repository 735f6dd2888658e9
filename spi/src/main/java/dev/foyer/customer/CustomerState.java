package dev.foyer.customer;

import java.util.Locale;

/** Whether a customer's account can be entered. An inactive one is offered to nobody and its tokens die. */
public enum CustomerState {
    ACTIVE,
    INACTIVE;

    /** The name in JSON and CSV. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
