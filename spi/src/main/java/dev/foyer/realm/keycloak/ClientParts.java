package dev.foyer.realm.keycloak;

import dev.foyer.invitation.login.InvitationPages;
import dev.foyer.invitation.login.InvitationReturn;
import dev.foyer.keycloak.ClientSettings;
import dev.foyer.realm.Part;
import dev.foyer.selection.AccountRequirement;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;

/** The client that invitees sign in to from the link in their mail. It gets codes and never redeems one. */
final class ClientParts {

    private static final String PROTOCOL = "openid-connect";

    private final RealmModel realm;

    private ClientParts(RealmModel realm) {
        this.realm = realm;
    }

    static Stream<Part> of(RealmModel realm) {
        ClientParts parts = new ClientParts(realm);
        return Stream.of(new Part(
                "client-customer-accounts",
                () -> parts.find().isPresent(),
                parts::add,
                () -> realm.removeClient(parts.find().orElseThrow().getId())));
    }

    private Optional<ClientModel> find() {
        return Optional.ofNullable(realm.getClientByClientId(InvitationPages.CLIENT));
    }

    private void add() {
        ClientModel client = realm.addClient(InvitationPages.CLIENT);
        client.setName("Invitations");
        client.setProtocol(PROTOCOL);
        client.setEnabled(true);
        client.setPublicClient(true);
        client.setStandardFlowEnabled(true);
        client.setDirectAccessGrantsEnabled(false);
        client.setFullScopeAllowed(false);
        client.setRootUrl(Constants.AUTH_BASE_URL_PROP);
        client.setRedirectUris(Set.of("/realms/" + realm.getName() + InvitationReturn.PATH));
        client.setAttribute(
                ClientSettings.ACCOUNT, AccountRequirement.NEVER.name().toLowerCase(Locale.ROOT));
    }
}
