package dev.foyer.feature;

import dev.foyer.Reason;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;

/**
 * What a feature of Foyer adds to Keycloak and its database, declared in one place. The core collects the features with
 * {@link java.util.ServiceLoader} and names none: a new one is found as soon as it is registered.
 */
public interface Feature {

    /** The features whose rows or realm components it hangs on: those are there before its own, and go after them. */
    default List<Class<? extends Feature>> builtOn() {
        return List.of();
    }

    /** Its JPA entities. */
    default List<Class<?>> entities() {
        return List.of();
    }

    /** What a broken constraint of its tables means, by the constraint's name in upper case. */
    default Map<String, Reason> constraints() {
        return Map.of();
    }

    /**
     * Removes its rows of a realm, the leaves first: foreign keys would take them too, but row by row.
     *
     * @return JPQL statements with the parameter {@code :id}, the realm's id
     */
    default List<String> removalsOfRealm() {
        return List.of();
    }

    /**
     * Removes what a user had: an id that comes again must find nothing of its past.
     *
     * @return JPQL statements with the parameter {@code :id}, the user's id
     */
    default List<String> removalsOfUser() {
        return List.of();
    }

    /** What realms can set for it. */
    default List<Setting<?>> settings() {
        return List.of();
    }

    /** What a realm needs for it, each after those that it hangs on. */
    default List<RealmComponent> realmComponents(KeycloakSession session, RealmModel realm) {
        return List.of();
    }

    /** Hears of everything that Keycloak and its extensions announce. */
    default void on(ProviderEvent event) {}

    /** What happens by itself, on every node. */
    default List<ScheduledTask> scheduledTasks() {
        return List.of();
    }
}
