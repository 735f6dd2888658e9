package dev.foyer.realm.keycloak;

import dev.foyer.realm.Part;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** All that enabling adds to a realm. */
public final class RealmParts {

    private RealmParts() {}

    /** The parts in the order in which they can be added. */
    public static List<Part> of(KeycloakSession session, RealmModel realm) {
        return Stream.of(
                        ScopeParts.of(realm),
                        ActionParts.of(realm),
                        ClientParts.of(realm),
                        RegistrationParts.of(realm),
                        ThemeParts.of(session, realm),
                        RoleParts.of(session, realm))
                .flatMap(parts -> parts)
                .toList();
    }
}
