package dev.foyer.enablement;

import java.util.Map;

/** What one realm has set, as it is kept: texts, by the names of the settings. */
public interface StoredSettings {

    /** All of it; empty as long as nothing has been kept of the realm. */
    Map<String, String> read();

    /** The same, kept from others who would change it until this transaction is over. */
    Map<String, String> lock();

    /**
     * Keeps this and nothing else.
     *
     * @throws dev.foyer.Refusal {@code SETTINGS_CHANGED} if somebody else has kept the first settings of the realm meanwhile
     */
    void write(Map<String, String> settings);
}
