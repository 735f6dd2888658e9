package dev.foyer.transfer;

import dev.foyer.text.Username;
import java.util.Map;
import java.util.Set;

/** The user accounts of the realm. */
@FunctionalInterface
public interface Users {

    /** The ids of those who exist. */
    Map<Username, String> idsOf(Set<Username> usernames);
}
