package dev.foyer.invitation.login;

import dev.foyer.feature.RealmComponent;
import dev.foyer.keycloak.RealmWritten;
import dev.foyer.selection.AccountRequirement;
import dev.foyer.selection.keycloak.ClientSettings;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;

/** The client that invitees sign in to from the link in their mail. It gets codes and never redeems one. */
public final class InvitationClient {

    private static final String PROTOCOL = "openid-connect";

    private final RealmModel realm;

    private InvitationClient(RealmModel realm) {
        this.realm = realm;
    }

    public static Stream<RealmComponent> of(RealmModel realm) {
        InvitationClient client = new InvitationClient(realm);
        return Stream.of(
                new RealmComponent(
                        "client-customer-accounts",
                        () -> client.find().isPresent(),
                        client::add,
                        () -> realm.removeClient(client.find().orElseThrow().getId())),
                // These go with the client.
                new RealmComponent("client-customer-accounts-address", client::isAtHome, client::settle, () -> {}),
                new RealmComponent(
                        "client-customer-accounts-requirement",
                        client::isLeftAlone,
                        () -> client.find().ifPresent(InvitationClient::leaveAlone),
                        () -> {}));
    }

    /** The address that the client has registered names the realm: it follows when the realm is renamed. */
    public static void on(ProviderEvent event) {
        RealmWritten.of(event)
                .map(written -> new InvitationClient(written.realm()))
                .filter(InvitationClient::hasAnAddress)
                .ifPresent(InvitationClient::settle);
    }

    private Optional<ClientModel> find() {
        return Optional.ofNullable(realm.getClientByClientId(InvitationPages.CLIENT));
    }

    /** Else a client of the same name is somebody else's. */
    private boolean hasAnAddress() {
        return find().stream()
                .flatMap(client -> client.getRedirectUris().stream())
                .anyMatch(InvitationClient::isOurs);
    }

    private static boolean isOurs(String redirectUri) {
        return redirectUri.endsWith(InvitationReturn.PATH);
    }

    private boolean isAtHome() {
        return find().filter(client -> client.getRedirectUris().contains(home()))
                .isPresent();
    }

    /** Addresses that somebody has added stay. */
    private void settle() {
        find().filter(client -> !client.getRedirectUris().contains(home())).ifPresent(client -> {
            Set<String> others = client.getRedirectUris().stream()
                    .filter(uri -> !isOurs(uri))
                    .collect(Collectors.toSet());
            others.add(home());
            client.setRedirectUris(others);
        });
    }

    private boolean isLeftAlone() {
        return find().filter(client -> new ClientSettings(client).requirement() == AccountRequirement.NEVER)
                .isPresent();
    }

    /** Who answers an invitation may have no account yet. */
    private static void leaveAlone(ClientModel client) {
        client.setAttribute(
                ClientSettings.ACCOUNT, AccountRequirement.NEVER.name().toLowerCase(Locale.ROOT));
    }

    private String home() {
        return InvitationReturn.below(UriBuilder.fromPath("/"), realm).toString();
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
        client.setRedirectUris(Set.of(home()));
        leaveAlone(client);
    }
}
