package dev.foyer.token.keycloak;

import dev.foyer.Refusal;
import dev.foyer.feature.RealmComponent;
import dev.foyer.keycloak.Messages;
import dev.foyer.keycloak.RealmSettings;
import dev.foyer.selection.Account;
import dev.foyer.token.TokenReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ClientScopeModel.ClientScopeRemovedEvent;
import org.keycloak.models.ModelException;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;

/**
 * The client scope by which applications get the account. It is a default of the realm, and as with all such defaults of
 * Keycloak clients made later have it and existing ones are left alone: their users would all need an account at once.
 */
public final class AccountScope {

    /** The name of the scope. */
    private static final String SCOPE = Account.SCOPE;

    private static final String PROTOCOL = "openid-connect";

    private static final Map<String, String> IN_EVERY_TOKEN = Map.of(
            "id.token.claim", "true",
            "access.token.claim", "true",
            "userinfo.token.claim", "true",
            "introspection.token.claim", "true",
            "lightweight.claim", "true");

    private final RealmModel realm;

    private AccountScope(RealmModel realm) {
        this.realm = realm;
    }

    /** The scope with its mappers, and that new clients have it. */
    public static List<RealmComponent> components(RealmModel realm) {
        AccountScope scope = new AccountScope(realm);
        return List.of(
                scope.scope(),
                scope.mapper("mapper-account", "account", "foyer-account-mapper"),
                scope.mapper("mapper-user-type", "user type", "foyer-user-type-mapper"),
                scope.realmDefault());
    }

    private RealmComponent scope() {
        return new RealmComponent(
                "client-scope",
                () -> find().isPresent(),
                this::addScope,
                () -> realm.removeClientScope(find().orElseThrow().getId()));
    }

    private RealmComponent mapper(String part, String name, String provider) {
        return new RealmComponent(
                part,
                () -> find().stream()
                        .anyMatch(scope -> !mappers(scope, provider).isEmpty()),
                () -> find().orElseThrow().addProtocolMapper(newMapper(name, provider)),
                () -> find().ifPresent(scope -> mappers(scope, provider).forEach(scope::removeProtocolMapper)));
    }

    /** Who made it an optional scope of the realm has decided so. */
    private RealmComponent realmDefault() {
        return new RealmComponent(
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
            throw new Refusal(TokenReason.CLIENT_SCOPE_OCCUPIED, SCOPE);
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

    /**
     * Refuses the removal of the scope. Without it people would still get into every application, but for no account; and
     * nothing could tell again which applications had it. A realm that is removed as a whole has lost its clients before
     * its scopes.
     */
    public static void on(ProviderEvent event) {
        if (event instanceof ClientScopeRemovedEvent removed && isNeeded(removed.getClientScope())) {
            Refusal refusal = new Refusal(TokenReason.CLIENT_SCOPE_NEEDED, SCOPE);
            throw new ModelException(Messages.of(removed.getKeycloakSession()).text(refusal));
        }
    }

    private static boolean isNeeded(ClientScopeModel scope) {
        RealmModel realm = scope.getRealm();
        return scope.getName().equals(SCOPE) && new RealmSettings(realm).isEnabled() && realm.getClientsCount() > 0;
    }
}
