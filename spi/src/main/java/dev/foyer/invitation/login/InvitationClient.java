package dev.foyer.invitation.login;

import dev.foyer.feature.RealmComponent;
import dev.foyer.selection.AccountRequirement;
import dev.foyer.selection.keycloak.ClientSettings;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;

/** The client that invitees sign in to from the link in their mail. It gets codes and never redeems one. */
public final class InvitationClient {

    private static final String PROTOCOL = "openid-connect";

    private final RealmModel realm;

    private InvitationClient(RealmModel realm) {
        this.realm = realm;
    }

    public static Stream<RealmComponent> of(RealmModel realm) {
        InvitationClient client = new InvitationClient(realm);
        return Stream.of(new RealmComponent(
                "client-customer-accounts",
                () -> client.find().isPresent(),
                client::add,
                () -> realm.removeClient(client.find().orElseThrow().getId())));
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
