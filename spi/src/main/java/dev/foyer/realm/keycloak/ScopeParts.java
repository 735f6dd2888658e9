package dev.foyer.realm.keycloak;

import dev.foyer.Reason;
import dev.foyer.Refusal;
import dev.foyer.realm.Part;
import dev.foyer.token.AccountClaim;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;

/**
 * The client scope by which applications get the account. It is a default of the realm, and as with all such defaults of
 * Keycloak clients made later have it and existing ones are left alone: their users would all need an account at once.
 */
final class ScopeParts {

    /** The name of the scope. */
    static final String SCOPE = AccountClaim.NAME;

    private static final String PROTOCOL = "openid-connect";

    private static final Map<String, String> IN_EVERY_TOKEN = Map.of(
            "id.token.claim", "true",
            "access.token.claim", "true",
            "userinfo.token.claim", "true",
            "introspection.token.claim", "true",
            "lightweight.claim", "true");

    private final RealmModel realm;

    private ScopeParts(RealmModel realm) {
        this.realm = realm;
    }

    static Stream<Part> of(RealmModel realm) {
        ScopeParts parts = new ScopeParts(realm);
        return Stream.of(
                parts.scope(),
                parts.mapper("mapper-account", "account", "foyer-account-mapper"),
                parts.mapper("mapper-user-type", "user type", "foyer-user-type-mapper"),
                parts.realmDefault());
    }

    private Part scope() {
        return new Part(
                "client-scope",
                () -> find().isPresent(),
                this::addScope,
                () -> realm.removeClientScope(find().orElseThrow().getId()));
    }

    private Part mapper(String part, String name, String provider) {
        return new Part(
                part,
                () -> find().stream()
                        .anyMatch(scope -> !mappers(scope, provider).isEmpty()),
                () -> find().orElseThrow().addProtocolMapper(newMapper(name, provider)),
                () -> find().ifPresent(scope -> mappers(scope, provider).forEach(scope::removeProtocolMapper)));
    }

    /** Who made it an optional scope of the realm has decided so. */
    private Part realmDefault() {
        return new Part(
                "realm-default-client-scope",
                () -> Stream.concat(realm.getDefaultClientScopesStream(true), realm.getDefaultClientScopesStream(false))
                        .anyMatch(scope -> scope.getName().equals(SCOPE)),
                () -> realm.addDefaultClientScope(find().orElseThrow(), true),
                () -> realm.removeDefaultClientScope(find().orElseThrow()));
    }

    private Optional<ClientScopeModel> find() {
        Optional<ClientScopeModel> found = realm.getClientScopesStream()
                .filter(scope -> scope.getName().equals(SCOPE))
                .findFirst();
        if (found.filter(scope -> !PROTOCOL.equals(scope.getProtocol())).isPresent()) {
            throw new Refusal(Reason.CLIENT_SCOPE_OCCUPIED, SCOPE);
        }
        return found;
    }

    private void addScope() {
        ClientScopeModel scope = realm.addClientScope(SCOPE);
        scope.setDescription("The customer account chosen at sign-in");
        scope.setProtocol(PROTOCOL);
        scope.setIncludeInTokenScope(true);
        scope.setDisplayOnConsentScreen(true);
        scope.setConsentScreenText("${foyerAccountConsent}");
    }

    private static List<ProtocolMapperModel> mappers(ClientScopeModel scope, String provider) {
        return scope.getProtocolMappersStream()
                .filter(mapper -> mapper.getProtocolMapper().equals(provider))
                .toList();
    }

    private static ProtocolMapperModel newMapper(String name, String provider) {
        ProtocolMapperModel mapper = new ProtocolMapperModel();
        mapper.setName(name);
        mapper.setProtocol(PROTOCOL);
        mapper.setProtocolMapper(provider);
        mapper.setConfig(IN_EVERY_TOKEN);
        return mapper;
    }
}
